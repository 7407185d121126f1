#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>

#include "sheaf.hpp"

namespace {

using document::Spot;
using golden::said;
using golden::sheaf;

struct Word {
    int page = 0;
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    std::string text;
};

std::vector<Word> words_of(const std::string& file) {
    const std::string all = said("pdftotext -bbox '" + file + "' -");
    std::vector<Word> words;
    int page = -1;
    for (std::size_t at = 0; at != std::string::npos; at = all.find('\n', at + 1)) {
        const std::string_view line = std::string_view(all).substr(at, all.find('\n', at + 1) - at);
        if (line.contains("<page ")) ++page;
        Word word{.page = page, .text = {}};
        const auto begin = line.find("<word ");
        if (begin == std::string_view::npos) continue;
        if (std::sscanf(line.data() + begin, "<word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"",
                        &word.x1, &word.y1, &word.x2, &word.y2) != 4)
            continue;
        const auto from = line.find('>', begin) + 1;
        word.text = line.substr(from, line.find("</word>") - from);
        words.push_back(std::move(word));
    }
    return words;
}

bool meets(const Spot& spot, const Word& word) {
    return spot.page == word.page && word.x2 > spot.x && word.x1 < spot.x + spot.width && word.y2 > spot.y &&
           word.y1 < spot.y + spot.height;
}

// GB/T 9704: under the seal there is nothing but the agency's name and the date.
TEST(Pages, NoSealCoversTextOrASignature) {
    const std::vector<Word> words = words_of(sheaf().file);
    ASSERT_GT(words.size(), 2000u);
    int seals = 0;
    for (const Spot& spot : sheaf().printed.spots) {
        if (spot.kind != Spot::Kind::seal) continue;
        ++seals;
        for (const Word& word : words)
            if (meets(spot, word)) {
                EXPECT_TRUE(spot.label.contains(word.text) || word.text.contains(spot.label) ||
                            word.text.contains("月"))
                    << spot.label << " page " << spot.page + 1 << ": " << word.text;
            }
        for (const Spot& other : sheaf().printed.spots) {
            const bool apart = &other == &spot || other.page != spot.page ||
                               other.x + other.width <= spot.x || spot.x + spot.width <= other.x ||
                               other.y + other.height <= spot.y || spot.y + spot.height <= other.y;
            EXPECT_TRUE(apart) << spot.label << " page " << spot.page + 1 << ": " << other.label;
        }
    }
    EXPECT_GT(seals, 50);
}

// The lines to sign on are at the foot of every page of a record, not of its last one alone.
TEST(Pages, EveryPageOfARecordIsSigned) {
    const pdf::Renderer renderer(golden::fonts);
    int records = 0;
    for (const document::Document& paper : sheaf().papers) {
        if (paper.page_sign.empty()) continue;
        SCOPED_TRACE(paper.template_id);
        const document::Printed printed = golden::must(renderer.print(paper));
        for (int page = 0; page < printed.pages; ++page)
            EXPECT_EQ(std::ranges::count_if(printed.spots,
                                            [&](const Spot& spot) {
                                                return spot.page == page &&
                                                       spot.kind == Spot::Kind::page_sign;
                                            }),
                      static_cast<std::ptrdiff_t>(paper.page_sign.size()));
        ++records;
    }
    EXPECT_GT(records, 3);
}

TEST(Pages, HaveEveryFontEmbeddedAndSubset) {
    const std::string fonts = said("pdffonts '" + sheaf().file + "'");
    int rows = 0;
    for (std::size_t at = fonts.find("---"); (at = fonts.find('\n', at)) != std::string::npos; ++at) {
        const std::string row = fonts.substr(at + 1, fonts.find('\n', at + 1) - at - 1);
        if (row.empty()) continue;
        EXPECT_TRUE(row.contains("yes yes yes")) << row;  // embedded, subset, with a table to Unicode
        ++rows;
    }
    EXPECT_GT(rows, 2) << fonts;
}

TEST(Pages, AreWellFormed) {
    const std::string checked = said("qpdf --check '" + sheaf().file + "'");
    EXPECT_TRUE(checked.contains("No syntax or stream encoding errors found")) << checked;
    EXPECT_FALSE(checked.contains("WARNING")) << checked;
}

}  // namespace
