#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

#include "docx/writer.hpp"
#include "golden_papers.hpp"
#include "pdf/renderer.hpp"

namespace {

namespace fs = std::filesystem;

std::string output_of(const std::string& command) {
    std::string said(1 << 20, '\0');
    std::FILE* const pipe = ::popen(command.c_str(), "r");
    said.resize(std::fread(said.data(), 1, said.size(), pipe));
    ::pclose(pipe);
    return said;
}

// The signs of a text whatever order a table is read in: without blanks, lines to write on, and the marks
// that may hang over the end of a line, where pdftotext does not always see them.
const std::set<std::string> passed_over{"　", "_", "＿", "，", "、", "。", "-"};

std::vector<std::string> signs(const fs::path& pdf) {
    const std::string text = output_of("pdftotext '" + pdf.string() + "' - 2>/dev/null");
    std::vector<std::string> made;
    for (std::size_t i = 0; i < text.size();) {
        const auto first = static_cast<unsigned char>(text[i]);
        const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
        std::string one = text.substr(i, size);
        i += size;
        if (first > 0x20 && !passed_over.contains(one)) made.push_back(std::move(one));
    }
    std::ranges::sort(made);
    return made;
}

std::string pages(const fs::path& pdf) {
    const std::string info = output_of("pdfinfo '" + pdf.string() + "' 2>/dev/null");
    const auto at = info.find("Pages:");
    return at == std::string::npos ? "?" : info.substr(at + 6, info.find('\n', at) - at - 6);
}

// LibreOffice opens the text file and sets it on as many pages, with the same signs on them.
TEST(Docx, LibreOfficeSetsTheSamePages) {
    ASSERT_FALSE(output_of("command -v soffice").empty()) << "LibreOffice is not installed";
    std::string path = (fs::path(testing::TempDir()) / "zhiheng-docx-XXXXXX").string();
    ASSERT_NE(::mkdtemp(path.data()), nullptr);
    const fs::path folder = path;
    fs::create_directories(folder / "out");
    std::ofstream fonts(folder / "fonts.conf");
    fonts << "<fontconfig><include>/etc/fonts/fonts.conf</include><dir>" << ZHIHENG_BINARY_DIR
          << "/../fonts</dir>";
    for (const auto& [asked, given] : {
             std::pair{"仿宋", "FandolFang"},
             {"黑体", "FandolHei" },
             {"宋体", "FandolSong"}
    })
        fonts << "<match target=\"pattern\"><test name=\"family\"><string>" << asked
              << "</string></test><edit name=\"family\" mode=\"assign\" binding=\"strong\"><string>" << given
              << "</string></edit></match>";
    fonts << "</fontconfig>";
    fonts.close();
    const pdf::Renderer renderer(fs::path(ZHIHENG_BINARY_DIR) / "../fonts");
    const char* const chosen = std::getenv("DOCX_PAPERS");
    const std::string wanted =
        chosen ? chosen
               : " milk_penalty_decision milk_file_index milk_penalty_notice milk_interview_record "
                 "milk_filing_approval_form complaint_mediation_agreement ";
    std::vector<std::string> names;
    for (const golden::Paper& paper : golden::papers()) {
        if (wanted != "all" && !wanted.contains(" " + paper.name + " ")) continue;
        const auto filled = document::fill(*golden::library().find(paper.form), paper.facts);
        ASSERT_TRUE(filled);
        const auto fitted = renderer.fitted(*filled);
        ASSERT_TRUE(fitted);
        std::ofstream(folder / (paper.name + ".pdf"), std::ios::binary) << *renderer.render(*filled);
        std::ofstream(folder / (paper.name + ".docx"), std::ios::binary) << *docx::write(*fitted);
        names.push_back(paper.name);
    }
    output_of("cd '" + folder.string() +
              "' && FONTCONFIG_FILE=fonts.conf soffice -env:UserInstallation=file://" + folder.string() +
              "/profile --headless --convert-to pdf --outdir out *.docx 2>&1");
    for (const std::string& name : names) {
        SCOPED_TRACE(name);
        const fs::path ours = folder / (name + ".pdf"), theirs = folder / "out" / (name + ".pdf");
        EXPECT_EQ(pages(ours), pages(theirs));
        EXPECT_EQ(signs(ours), signs(theirs));
    }
    std::error_code ignored;
    if (!std::getenv("KEEP_DOCX")) fs::remove_all(folder, ignored);
}

}  // namespace
