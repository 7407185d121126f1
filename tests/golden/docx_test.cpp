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
const std::set<std::string> passed_over{"　", "_", "＿", "，", "、", "。", "：", "；", "-"};

struct Read {
    std::ptrdiff_t pages = 0;
    std::vector<std::string> signs;
};

Read read(const fs::path& pdf) {
    const std::string text = output_of("pdftotext '" + pdf.string() + "' - 2>/dev/null");
    Read made{.pages = std::ranges::count(text, '\f'), .signs = {}};
    for (std::size_t i = 0; i < text.size();) {
        const auto first = static_cast<unsigned char>(text[i]);
        const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
        std::string one = text.substr(i, size);
        i += size;
        if (first > 0x20 && !passed_over.contains(one)) made.signs.push_back(std::move(one));
    }
    std::ranges::sort(made.signs);
    return made;
}

std::string together(const std::vector<std::string>& signs) {
    std::string all;
    for (const std::string& one : signs) all += one;
    return all;
}

// The faces a paper names, as this machine has them. LibreOffice reads the file by its whole path.
void write_fonts(const fs::path& file) {
    std::ofstream fonts(file);
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
}

// LibreOffice opens the text file of every paper and sets it on as many pages, with the same signs on them.
TEST(Docx, LibreOfficeSetsTheSamePages) {
    ASSERT_FALSE(output_of("command -v soffice").empty()) << "LibreOffice is not installed";
    std::string path = (fs::path(testing::TempDir()) / "zhiheng-docx-XXXXXX").string();
    ASSERT_NE(::mkdtemp(path.data()), nullptr);
    const fs::path folder = path;
    fs::create_directories(folder / "out");
    write_fonts(folder / "fonts.conf");
    const pdf::Renderer renderer(fs::path(ZHIHENG_BINARY_DIR) / "../fonts");
    const char* const chosen = std::getenv("DOCX_PAPERS");
    const std::string wanted = chosen ? chosen : "all";
    std::vector<std::string> names;
    for (const golden::Paper& paper : golden::papers()) {
        if (wanted != "all" && !wanted.contains(paper.name)) continue;
        if (paper.sheet != document::Sheet::a4) continue;  // a text processor is given the office's sheet
        const auto filled = golden::filled(paper);
        ASSERT_TRUE(filled);
        const auto fitted = renderer.fitted(*filled);
        ASSERT_TRUE(fitted);
        std::ofstream(folder / (paper.name + ".pdf"), std::ios::binary) << *renderer.render(*filled);
        std::ofstream(folder / (paper.name + ".docx"), std::ios::binary) << *docx::write(*fitted);
        names.push_back(paper.name);
    }
    // One office for all of them: its start takes longer than twenty papers.
    const std::string said =
        output_of("cd '" + folder.string() + "' && FONTCONFIG_FILE='" + (folder / "fonts.conf").string() +
                  "' soffice -env:UserInstallation=file://" + folder.string() +
                  "/profile --headless --convert-to pdf --outdir out *.docx 2>&1");
    for (const std::string& name : names) {
        SCOPED_TRACE(name);
        ASSERT_TRUE(fs::exists(folder / "out" / (name + ".pdf"))) << said;
        const Read ours = read(folder / (name + ".pdf")), theirs = read(folder / "out" / (name + ".pdf"));
        EXPECT_EQ(ours.pages, theirs.pages);
        EXPECT_EQ(together(ours.signs), together(theirs.signs));
    }
    std::error_code ignored;
    if (!std::getenv("KEEP_DOCX")) fs::remove_all(folder, ignored);
}

}  // namespace
