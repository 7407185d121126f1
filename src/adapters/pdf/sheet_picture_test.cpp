#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "pdf/renderer.hpp"

namespace pdf {
namespace {

namespace fs = std::filesystem;
using document::Cell;
using document::Document;
using document::Paragraph;
using document::SheetView;

const Renderer& renderer() {
    const char* fonts = std::getenv("ZHIHENG_FONTS");
    static const Renderer made(fonts ? std::optional<fs::path>(fonts) : std::nullopt);
    return made;
}

constexpr const char* long_sentence =
    "2024年5月16日，执法人员在当事人仓库内发现核桃乳233箱，其中24箱的生产日期被当事人更改为2024年4月30日，外"
    "包装上另有擦拭痕迹。";

// A letter with a typed part between words of the form, a row of a table, and a part that fills pages.
Document letter() {
    Document made;
    made.agency = "临江市城东区市场监督管理局";
    made.title = "责令改正通知书";
    made.blocks.emplace_back(Paragraph{
        .runs = {{"经查，", {}},
                 {std::string(long_sentence) + "案涉货物已先行登记保存。", "act.data.facts"},
                 {"现责令你单位改正。", {}}}
    });
    made.blocks.emplace_back(document::Table{
        .widths = {1, 4},
        .head = {},
        .rows = {{.cells = {{.paragraphs = {{.runs = {{"处理意见", {}}}}}, .label = true},
                            {.paragraphs = {{.runs = {{"同意。", "act.paper.opinion"}}}}}}}}
    });
    std::string much;
    for (int i = 0; i < 60; ++i) much += "第" + std::to_string(100 + i) + "句说明当事人的违法事实及其后果。";
    made.blocks.emplace_back(Paragraph{.runs = {{much, "act.data.reasons"}}});
    return made;
}

// What a reader of the printed PDF finds in that part of the page.
std::string printed_in(const std::string& bytes, std::size_t page, const document::Rectangle& at) {
    const std::string file =
        (fs::temp_directory_path() / ("zhiheng-sheet-picture-" + std::to_string(getpid()) + ".pdf")).string();
    std::ofstream(file, std::ios::binary) << bytes;
    constexpr double hair = 2;  // a neighbour that touches the edge is not of the part
    const auto whole = [](double points) { return std::to_string(static_cast<int>(points * 10 + 0.5)); };
    const std::string command = "pdftotext -r 720 -f " + std::to_string(page + 1) + " -l " +
                                std::to_string(page + 1) + " -x " + whole(at.x + hair) + " -y " +
                                whole(at.y) + " -W " + whole(at.width - 2 * hair) + " -H " +
                                whole(at.height) + " " + file + " -";
    FILE* pipe = popen(command.c_str(), "r");
    std::string answer;
    std::array<char, 4096> part{};
    while (pipe && std::fgets(part.data(), static_cast<int>(part.size()), pipe)) answer += part.data();
    if (pipe) pclose(pipe);
    fs::remove(file);
    std::erase_if(answer, [](char c) { return c == '\n' || c == '\f' || c == ' '; });
    return answer;
}

std::vector<SheetView> views_of(const Document& document) {
    auto views = renderer().sheets(document);
    EXPECT_TRUE(views) << views.error().message;
    return views.value();
}

TEST(SheetPicture, EverySentenceLiesWhereThePdfPrintsIt) {
    const auto bytes = renderer().render(letter());
    ASSERT_TRUE(bytes);
    const auto views = views_of(letter());
    ASSERT_GE(views.size(), 2U);
    int broken = 0, looked_at = 0;
    for (std::size_t page = 0; page < views.size(); ++page)
        for (const auto& sentence : views[page].sentences) {
            if (sentence.fact == "act.data.reasons" && ++looked_at % 10 != 0) continue;
            std::string read;
            for (const auto& line : sentence.lines) read += printed_in(*bytes, page, line);
            EXPECT_NE(sentence.text.find(read), std::string::npos) << sentence.text << " / " << read;
            EXPECT_GE(read.size(), 6U) << sentence.text;
            if (sentence.lines.size() > 1) ++broken;
            if (sentence.fact != "act.data.reasons") {
                EXPECT_EQ(read, sentence.text);
            }
        }
    EXPECT_GE(broken, 1);
}

TEST(SheetPicture, WordsOfTheFormLeadNowhere) {
    for (const SheetView& view : views_of(letter()))
        for (const auto& sentence : view.sentences) {
            EXPECT_FALSE(sentence.fact.empty());
            EXPECT_EQ(sentence.text.find("现责令你单位改正"), std::string::npos);
            EXPECT_EQ(sentence.text.find("处理意见"), std::string::npos);
            for (const auto& line : sentence.lines) {
                EXPECT_GE(line.x, 0);
                EXPECT_LE(line.x + line.width, view.width);
                EXPECT_GT(line.width, 0);
                EXPECT_LE(line.y + line.height, view.height);
            }
        }
}

TEST(SheetPicture, HasAPicturePerPageWithOutlinesInsteadOfFonts) {
    const auto views = views_of(letter());
    for (const SheetView& view : views) {
        EXPECT_TRUE(view.picture.starts_with("<?xml"));
        EXPECT_NE(view.picture.find("<svg"), std::string::npos);
        EXPECT_EQ(view.picture.find("<text"), std::string::npos);
        EXPECT_LT(view.picture.size(), 700'000U);
    }
}

}  // namespace
}  // namespace pdf
