#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "installation/pdf_binder.hpp"

// Running page numbers of a bound file, as Poppler and qpdf read them back.
namespace {

namespace fs = std::filesystem;

const fs::path fonts = fs::path(ZHIHENG_SOURCE_DIR) / "build/fonts";

pdf::Renderer& renderer() {
    static pdf::Renderer one(fs::exists(fonts) ? std::optional(fonts) : std::nullopt);
    return one;
}

document::Document paper(int paragraphs) {
    document::Document made;
    made.agency = "临江市城东区市场监督管理局";
    made.title = "行政处罚决定书";
    made.date = "2026-03-02";
    for (int i = 0; i < paragraphs; ++i)
        made.blocks.emplace_back(document::Paragraph{.runs = {{"本局认为，当事人的行为违反了规定。", {}}}});
    made.blocks.emplace_back(document::Seal{.agency = made.agency, .date = "2026年3月2日"});
    return made;
}

std::string output_of(const std::string& command) {
    FILE* pipe = popen((command + " 2>/dev/null").c_str(), "r");
    std::string all;
    std::array<char, 4096> piece;
    for (std::size_t got = 0; pipe && (got = fread(piece.data(), 1, piece.size(), pipe)) > 0;)
        all.append(piece.data(), got);
    if (pipe) pclose(pipe);
    return all;
}
bool succeeds(const std::string& command) {
    const int status = std::system((command + " >/dev/null 2>&1").c_str());
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}
std::string bytes_of(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}
std::string without_blanks(const std::string& text) {
    std::string made;
    for (const char c : text)
        if (static_cast<unsigned char>(c) > ' ') made += c;
    return made;
}

struct Numbering : testing::Test {
    fs::path folder;
    installation::PdfBinder binder{renderer()};

    void SetUp() override {
        std::string pattern = fs::temp_directory_path() / "zhiheng-numbers-XXXXXX";
        folder = mkdtemp(pattern.data());
    }
    void TearDown() override {
        std::error_code ignored;
        fs::remove_all(folder, ignored);
    }
    fs::path put(const std::string& name, const document::Document& document) {
        const auto printed = renderer().render(document);
        EXPECT_TRUE(printed) << (printed ? "" : printed.error().message);
        std::ofstream(folder / name, std::ios::binary) << printed.value_or("");
        return folder / name;
    }
    // The words in a corner of a page, `width` by `height` points, as the page is looked at.
    std::string corner(const fs::path& pdf, int page, int x, int width, int height) const {
        return without_blanks(output_of("pdftotext -f " + std::to_string(page) + " -l " +
                                        std::to_string(page) + " -x " + std::to_string(x) + " -y 0 -W " +
                                        std::to_string(width) + " -H " + std::to_string(height) + " '" +
                                        pdf.string() + "' -"));
    }
};

TEST_F(Numbering, EveryPageBearsItsNumberAndNothingElseChanges) {
    const fs::path original = put("paper.pdf", paper(60)), to = folder / "bound.pdf";
    const std::string before = bytes_of(original);
    const int pages = binder.pages(original).value_or(0);
    ASSERT_GT(pages, 2);
    const auto done = binder.numbered(original, 98, to);
    ASSERT_TRUE(done) << done.error().message;
    EXPECT_EQ(binder.pages(to).value_or(0), pages);
    for (int page = 1; page <= pages; ++page)
        EXPECT_EQ(corner(to, page, 500, 95, 60), std::to_string(97 + page)) << "page " << page;
    EXPECT_EQ(bytes_of(original), before) << "the paper as it was signed stays untouched";
    EXPECT_TRUE(succeeds("qpdf --check '" + to.string() + "'"));
    EXPECT_EQ(output_of("pdffonts '" + to.string() + "' | awk 'NR > 2 && $(NF-4) != \"yes\"'"), "")
        << "every font is embedded";
    // Without the numbers it says what it said.
    const auto body = [&](const fs::path& pdf) {
        return without_blanks(output_of("pdftotext -x 0 -y 60 -W 600 -H 800 '" + pdf.string() + "' -"));
    };
    EXPECT_EQ(body(to), body(original));
}

TEST_F(Numbering, SmallTurnedAndWidePagesBearItWhereOneLooksForIt) {
    document::Document small = paper(2);
    small.sheet = document::Sheet::a5;
    const fs::path a5 = put("a5.pdf", small), upright = put("upright.pdf", paper(2));
    const fs::path turned = folder / "turned.pdf";
    ASSERT_TRUE(succeeds("qpdf --rotate=+90 '" + upright.string() + "' '" + turned.string() + "'"));
    const fs::path to = folder / "to.pdf";
    ASSERT_TRUE(binder.numbered(a5, 7, to));
    EXPECT_EQ(corner(to, 1, 340, 80, 45), "7");
    ASSERT_TRUE(binder.numbered(turned, 12, to));
    EXPECT_EQ(corner(to, 1, 742, 100, 60), "12") << "the page is 842 points wide as it is looked at";
}

TEST_F(Numbering, SeveralPapersBecomeOneAndKeepWhatIsOnThem) {
    const fs::path one = put("one.pdf", paper(2)), other = put("other.pdf", paper(60));
    const auto joined = binder.joined({one, other});
    ASSERT_TRUE(joined) << joined.error().message;
    std::ofstream(folder / "joined.pdf", std::ios::binary) << *joined;
    EXPECT_EQ(binder.pages(folder / "joined.pdf").value_or(0), 1 + binder.pages(other).value_or(0));
    // More of them than a program may hold open.
    EXPECT_TRUE(binder.joined(std::vector<fs::path>(100, one)));
    const auto words = [&](const fs::path& pdf) {
        return without_blanks(output_of("pdftotext '" + pdf.string() + "' -"));
    };
    EXPECT_EQ(words(folder / "joined.pdf"), words(one) + words(other));
}

// The passphrase of the owner alone forbids changes; whoever opens the file reads it all the same.
TEST_F(Numbering, AFileLockedAgainstChangesOnlyIsBound) {
    const fs::path good = put("good.pdf", paper(2)), locked = folder / "owner.pdf", to = folder / "to.pdf";
    ASSERT_TRUE(succeeds("qpdf --encrypt '' owner 256 --modify=none -- '" + good.string() + "' '" +
                         locked.string() + "'"));
    EXPECT_EQ(binder.pages(locked).value_or(0), 1);
    const auto done = binder.numbered(locked, 5, to);
    ASSERT_TRUE(done) << done.error().message;
    EXPECT_EQ(corner(to, 1, 500, 95, 60), "5");
    const auto joined = binder.joined({good, locked});
    ASSERT_TRUE(joined) << joined.error().message;
    std::ofstream(folder / "joined.pdf", std::ios::binary) << *joined;
    EXPECT_EQ(binder.pages(folder / "joined.pdf").value_or(0), 2);
}

TEST_F(Numbering, MoreThanCanBePrintedAtOnceIsSaidSo) {
    installation::PdfBinder small(renderer(), 1000);
    const auto joined = small.joined({put("good.pdf", paper(2))});
    ASSERT_FALSE(joined);
    EXPECT_EQ(joined.error().code, "too_large");
    EXPECT_EQ(joined.error().message, "文书过多，请分批打印");
}

TEST_F(Numbering, WhatCannotBeNumberedIsNamed) {
    const fs::path good = put("good.pdf", paper(2)), locked = folder / "locked.pdf";
    ASSERT_TRUE(succeeds("qpdf --encrypt a b 256 -- '" + good.string() + "' '" + locked.string() + "'"));
    std::ofstream(folder / "broken.pdf") << "%PDF-1.7\nnothing follows";
    std::ofstream(folder / "empty.pdf") << "";
    struct Row {
        const char* why;
        fs::path file;
        const char* code;
    };
    const Row table[] = {
        {"under a passphrase", locked,                 "encrypted"},
        {"cut off",            folder / "broken.pdf",  "bad_pdf"  },
        {"empty",              folder / "empty.pdf",   "bad_pdf"  },
        {"not there",          folder / "nowhere.pdf", "bad_pdf"  },
    };
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        const auto pages = binder.pages(row.file);
        ASSERT_FALSE(pages);
        EXPECT_EQ(pages.error().code, row.code);
        EXPECT_FALSE(binder.numbered(row.file, 1, folder / "to.pdf"));
    }
}

}  // namespace
