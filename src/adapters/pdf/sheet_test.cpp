#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "pdf/renderer.hpp"
#include "pdf/square_code.hpp"

namespace pdf {
namespace {

namespace fs = std::filesystem;
using document::Document;
using document::Sheet;
using document::Spot;

const Renderer& renderer() {
    const char* fonts = std::getenv("ZHIHENG_FONTS");
    static const Renderer made(fonts ? std::optional<fs::path>(fonts) : std::nullopt);
    return made;
}

// What a command says about a PDF; {} stands for the file.
std::string asked(std::string command, const std::string& bytes) {
    const std::string file =
        (fs::temp_directory_path() / ("zhiheng-sheet-test-" + std::to_string(getpid()) + ".pdf")).string();
    std::ofstream(file, std::ios::binary) << bytes;
    for (auto at = command.find("{}"); at != std::string::npos; at = command.find("{}", at))
        command.replace(at, 2, file);
    FILE* pipe = popen(command.c_str(), "r");
    std::string answer;
    std::array<char, 4096> part{};
    while (pipe && std::fgets(part.data(), static_cast<int>(part.size()), pipe)) answer += part.data();
    if (pipe) pclose(pipe);
    fs::remove(file);
    return answer;
}

Document on_the_spot(int paragraphs, Sheet sheet) {
    Document made;
    made.agency = "临江市城东区市场监督管理局";
    made.title = "当场行政处罚决定书";
    made.number = "临东市监当罚〔2024〕1号";
    made.date = "2024-07-04";
    made.sheet = sheet;
    for (int i = 1; i <= paragraphs; ++i)
        made.blocks.emplace_back(
            document::Paragraph{.runs = {{"第" + std::to_string(100 + i) +
                                              "段：你（单位）销售未标明价格的商品，违反了《中华人民共和国价格"
                                              "法》第十三条第一款的规定。",
                                          {}}}});
    made.blocks.emplace_back(document::Signatures{.lines = {{.label = "当事人（签名）"}}, .dated = true});
    made.blocks.emplace_back(document::Seal{.agency = made.agency, .date = "2024年7月4日"});
    made.foot = "本文书一式二份。";
    made.check = "https://office.example/check/4F7A-92C0-1B3D";
    return made;
}

struct SheetRow {
    const char* why;
    Sheet sheet;
    double width;
    double height;  // 0: as long as the text
};

const SheetRow sheets[] = {
    {"the office",           Sheet::a4,          595.28,  841.89},
    {"a printer in the car", Sheet::a5,          419.53,  595.28},
    {"a roll of 80 mm",      Sheet::roll,        226.77,  0     },
    {"a large strip",        Sheet::strip_large, 2125.98, 311.81},
    {"a small strip",        Sheet::strip_small, 850.39,  198.43},
};

TEST(Sheets, HaveTheirSizeAndHoldTheWholeText) {
    for (const SheetRow& row : sheets) {
        SCOPED_TRACE(row.why);
        const auto printed = renderer().print(on_the_spot(12, row.sheet));
        ASSERT_TRUE(printed) << printed.error().message;
        const std::string info = asked("pdfinfo {}", printed->bytes);
        double width = 0, height = 0;
        const auto at = info.find("Page size:");
        ASSERT_NE(at, std::string::npos) << info;
        ASSERT_EQ(std::sscanf(info.c_str() + at, "Page size: %lf x %lf", &width, &height), 2) << info;
        EXPECT_NEAR(width, row.width, 0.1);
        if (row.height > 0) {
            EXPECT_NEAR(height, row.height, 0.1);
        }
        if (row.sheet == Sheet::roll) {
            EXPECT_EQ(printed->pages, 1);
            EXPECT_GT(height, 400);
            EXPECT_LT(height, 2000);
        }
        std::string text = asked("pdftotext -raw {} -", printed->bytes);
        std::erase_if(text, [](char c) { return c == '\n' || c == '\f' || c == ' '; });
        for (int i = 1; i <= 12; ++i)
            EXPECT_NE(text.find("第" + std::to_string(100 + i) + "段"), std::string::npos) << i;
        for (const char* words : {"当场行政处罚决定书", "临东市监当罚〔2024〕1号", "本文书一式二份。"})
            EXPECT_NE(text.find(words), std::string::npos) << words;
    }
}

// No word stands over the edge of its sheet.
TEST(Sheets, KeepEveryWordOnTheSheet) {
    for (const SheetRow& row : sheets) {
        SCOPED_TRACE(row.why);
        const auto printed = renderer().print(on_the_spot(12, row.sheet));
        ASSERT_TRUE(printed);
        const std::string words = asked("pdftotext -bbox {} -", printed->bytes);
        int seen = 0;
        for (auto at = words.find("<word "); at != std::string::npos; at = words.find("<word ", at + 1)) {
            double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
            ASSERT_EQ(
                std::sscanf(words.c_str() + at, "<word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"",
                            &x1, &y1, &x2, &y2),
                4);
            EXPECT_GE(x1, 0);
            EXPECT_LE(x2, row.width + 0.5);
            ++seen;
        }
        EXPECT_GT(seen, 12);
    }
}

// A reader of another make reads the address that was printed, on every sheet, at the size it is printed in.
TEST(SquareCode, IsReadByATelephone) {
    for (const SheetRow& row : sheets)
        for (const int paragraphs : {2, 12}) {
            SCOPED_TRACE(row.why);
            const Document paper = on_the_spot(paragraphs, row.sheet);
            const auto printed = renderer().print(paper);
            ASSERT_TRUE(printed);
            const std::string last = std::to_string(printed->pages);
            const std::string read =
                asked("pdftoppm -r 150 -gray -f " + last + " -l " + last +
                          " -singlefile {} {} && zbarimg -q --raw {}.pgm 2>/dev/null; rm -f {}.pgm",
                      printed->bytes);
            EXPECT_EQ(read, paper.check + "\n");
        }
}

// GB/T 18284-2000: every code of that size has the same finder patterns and a quiet zone of four modules.
TEST(SquareCode, KeepsItsQuietZone) {
    const auto boxes = square_code("https://office.example/check/4F7A-92C0-1B3D", 10, 20, 100);
    ASSERT_TRUE(boxes);
    double left = 1e9, top = 1e9, right = 0, bottom = 0, module = 1e9;
    for (const Box& box : *boxes) {
        left = std::min(left, box.x);
        top = std::min(top, box.y);
        right = std::max(right, box.x + box.width);
        bottom = std::max(bottom, box.y + box.height);
        module = std::min(module, box.height);
    }
    EXPECT_NEAR(left, 10 + 4 * module, 1e-6);
    EXPECT_NEAR(top, 20 + 4 * module, 1e-6);
    EXPECT_NEAR(right, 110 - 4 * module, 1e-6);
    EXPECT_NEAR(bottom, 120 - 4 * module, 1e-6);
    EXPECT_NEAR(boxes->front().width, 7 * module, 1e-6);  // the edge of the first finder pattern
}

bool apart(const Spot& a, const Spot& b) {
    return a.page != b.page || a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y ||
           b.y + b.height <= a.y;
}

TEST(Spots, OfSealSignatureAndCodeAreApartAndOnTheSheet) {
    for (const SheetRow& row : sheets)
        for (int paragraphs = 1; paragraphs < 16; ++paragraphs) {
            SCOPED_TRACE(std::string(row.why) + " " + std::to_string(paragraphs));
            const auto printed = renderer().print(on_the_spot(paragraphs, row.sheet));
            ASSERT_TRUE(printed);
            ASSERT_EQ(printed->spots.size(), 3u);
            for (const Spot& spot : printed->spots) {
                EXPECT_GE(spot.x, 0);
                EXPECT_LE(spot.x + spot.width, row.width);
                for (const Spot& other : printed->spots) EXPECT_TRUE(&other == &spot || apart(spot, other));
            }
        }
}

}  // namespace
}  // namespace pdf
