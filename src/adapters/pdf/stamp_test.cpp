#include <gtest/gtest.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "pdf/renderer.hpp"

namespace {

const std::filesystem::path fonts = std::filesystem::path(ZHIHENG_SOURCE_DIR) / "build/fonts";

pdf::Renderer& renderer() {
    static pdf::Renderer one(std::filesystem::exists(fonts) ? std::optional(fonts) : std::nullopt);
    return one;
}

document::Document paper() {
    document::Document made;
    made.agency = "临江市城东区市场监督管理局";
    made.title = "行政处罚决定书";
    made.date = "2026-03-02";
    for (int i = 0; i < 6; ++i)
        made.blocks.emplace_back(document::Paragraph{.runs = {{"本局认为，当事人的行为违反了规定。", {}}}});
    made.blocks.emplace_back(document::Signatures{.lines = {{.label = "当事人（签名）"}}});
    made.blocks.emplace_back(document::Seal{.agency = made.agency, .date = "2026年3月2日"});
    made.page_sign = {"被询问人（签名）：＿＿＿＿＿＿　询问人（签名）：＿＿＿＿＿＿、＿＿＿＿＿＿"};
    return made;
}

signing::Handwriting writing() {
    signing::Handwriting made{.width = 6000, .height = 2000, .strokes = {}};
    for (int k = 0; k < 3; ++k)
        made.strokes.push_back({
            {.x = 100 + 900 * k, .y = 100,  .time = 300 * k,       .pressure = 500},
            {.x = 700 + 900 * k, .y = 1900, .time = 300 * k + 200, .pressure = 900}
        });
    return made;
}

std::filesystem::path folder() {
    static const std::filesystem::path made = [] {
        std::string pattern = std::filesystem::temp_directory_path() / "zhiheng-stamp-XXXXXX";
        return std::filesystem::path(mkdtemp(pattern.data()));
    }();
    return made;
}

// The pixels of a page, 72 a inch, as red, green and blue.
struct Picture {
    int width = 0, height = 0;
    std::string pixels;
    bool is_red(int x, int y) const {
        const auto at = static_cast<std::size_t>((y * width + x) * 3);
        return static_cast<unsigned char>(pixels[at]) > 150 &&
               static_cast<unsigned char>(pixels[at + 1]) < 110;
    }
    bool is_dark(int x, int y) const {
        const auto at = static_cast<std::size_t>((y * width + x) * 3);
        return static_cast<unsigned char>(pixels[at]) < 120;
    }
};

Picture picture_of(const std::string& pdf, int page = 1) {
    std::ofstream(folder() / "p.pdf", std::ios::binary) << pdf;
    const std::string number = std::to_string(page);
    const std::string command = "cd " + folder().string() + " && pdftoppm -r 72 -f " + number + " -l " +
                                number + " p.pdf p && mv p-*.ppm p.ppm";
    EXPECT_EQ(std::system(command.c_str()), 0);
    std::ifstream in(folder() / "p.ppm", std::ios::binary);
    std::string kind;
    int most = 0;
    Picture made;
    in >> kind >> made.width >> made.height >> most;
    in.get();
    made.pixels.assign(std::istreambuf_iterator<char>(in), {});
    return made;
}

std::string words_of(const std::string& pdf) {
    std::ofstream(folder() / "t.pdf", std::ios::binary) << pdf;
    EXPECT_EQ(std::system(("cd " + folder().string() + " && pdftotext -layout t.pdf t.txt").c_str()), 0);
    std::ifstream in(folder() / "t.txt");
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

// The seal is drawn inside its spot, below the text: every word stays, and nothing red lies outside, on no
// page of the paper and on none of a paper that is printed behind it.
TEST(Stamp, DrawsTheSealInItsSpotAndChangesNoWord) {
    document::Document longer = paper();
    for (int i = 0; i < 40; ++i) longer.blocks.insert(longer.blocks.begin(), longer.blocks.front());
    const struct {
        const char* why;
        std::vector<document::Document> papers;
        int pages, seals;
    } rows[] = {
        {"one page",                       {paper()},         1, 1},
        {"the seal stands on the last",    {longer},          3, 1},
        {"a second paper behind the seal", {longer, paper()}, 4, 2},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.why);
        const auto plain = renderer().print(row.papers);
        const auto sealed =
            renderer().print(row.papers, {
                                             .seal = signing::SealMark{paper().agency, "演示"},
                                               .hands = {}
        });
        ASSERT_TRUE(plain && sealed);
        ASSERT_EQ(sealed->pages, row.pages);
        EXPECT_EQ(words_of(sealed->bytes), words_of(plain->bytes));
        int seals = 0;
        for (int page = 0; page < sealed->pages; ++page) {
            const auto spot = std::ranges::find_if(sealed->spots, [&](const document::Spot& one) {
                return one.kind == document::Spot::Kind::seal && one.page == page;
            });
            const bool has_seal = spot != sealed->spots.end();
            seals += has_seal ? 1 : 0;
            const Picture picture = picture_of(sealed->bytes, page + 1);
            int inside = 0, outside = 0;
            for (int y = 0; y < picture.height; ++y)
                for (int x = 0; x < picture.width; ++x)
                    if (picture.is_red(x, y))
                        ++(has_seal && x >= spot->x - 1 && x <= spot->x + spot->width + 1 &&
                                   y >= spot->y - 1 && y <= spot->y + spot->height + 1
                               ? inside
                               : outside);
            EXPECT_EQ(inside > 800, has_seal) << "page " << page + 1;
            EXPECT_EQ(outside, 0) << "page " << page + 1;
        }
        EXPECT_EQ(seals, row.seals);
    }
}

TEST(Stamp, WritesByHandOnTheLineOfWhoeverSigns) {
    for (const char* role : {"当事人（签名）", "被询问人（签名）", "询问人（签名）"}) {
        SCOPED_TRACE(role);
        const auto plain = renderer().print(paper());
        const auto made = renderer().print(std::vector<document::Document>{paper()},
                                           {.seal = {}, .hands = {{role, writing()}}});
        ASSERT_TRUE(plain && made) << made.error().message;
        const Picture before = picture_of(plain->bytes), after = picture_of(made->bytes);
        int more = 0, less = 0;
        for (int y = 0; y < after.height; ++y)
            for (int x = 0; x < after.width; ++x) {
                more += after.is_dark(x, y) && !before.is_dark(x, y) ? 1 : 0;
                less += before.is_dark(x, y) && !after.is_dark(x, y) ? 1 : 0;
            }
        EXPECT_GT(more, 15);
        EXPECT_EQ(less, 0);
    }
}

TEST(Stamp, IsRefusedWhereThereIsNoPlace) {
    EXPECT_EQ(renderer()
                  .print(std::vector{paper()}, {.seal = {}, .hands = {{"见证人（签名）", writing()}}})
                  .error()
                  .code,
              "no_signing_place");
    document::Document internal = paper();
    internal.blocks.pop_back();
    EXPECT_EQ(renderer()
                  .print(
                      std::vector{
                          internal
    },
                      {.seal = signing::SealMark{"某局", ""}, .hands = {}})
                  .error()
                  .code,
              "no_seal_place");
}
