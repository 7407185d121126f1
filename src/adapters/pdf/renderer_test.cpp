#include "pdf/renderer.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

namespace pdf {
namespace {

namespace fs = std::filesystem;
using document::Document;
using document::Paragraph;

const Renderer& renderer() {
    const char* fonts = std::getenv("ZHIHENG_FONTS");
    static const Renderer made(fonts ? std::optional<fs::path>(fonts) : std::nullopt);
    return made;
}

// What one of Poppler's tools says about a PDF.
std::string asked(const std::string& tool, const std::string& bytes, const std::string& after = "") {
    const fs::path file =
        fs::temp_directory_path() / ("zhiheng-pdf-test-" + std::to_string(getpid()) + ".pdf");
    std::ofstream(file, std::ios::binary) << bytes;
    FILE* pipe = popen((tool + " " + file.string() + " " + after).c_str(), "r");
    std::string answer;
    std::array<char, 4096> part{};
    while (pipe && std::fgets(part.data(), static_cast<int>(part.size()), pipe)) answer += part.data();
    if (pipe) pclose(pipe);
    fs::remove(file);
    return answer;
}

std::size_t count(const std::string& text, std::string_view wanted) {
    std::size_t n = 0;
    for (auto at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + 1)) ++n;
    return n;
}

Paragraph paragraph(std::string text) {
    return Paragraph{.runs = {{std::move(text), {}}}};
}

Document letter(int paragraphs) {
    Document made;
    made.agency = "临江市城东区市场监督管理局";
    made.title = "行政处罚决定书";
    made.number = "临东市监处罚〔2024〕1号";
    made.date = "2024-07-04";
    for (int i = 0; i < paragraphs; ++i)
        made.blocks.emplace_back(
            paragraph("当事人经营标注虚假生产日期的食品，违反了《中华人民共和国食品安全法》第三十四条第（十）"
                      "项的规定。"));
    made.blocks.emplace_back(document::Seal{.agency = made.agency, .date = "2024年7月4日"});
    made.foot = "本文书一式三份。";
    return made;
}

Document list_of(int rows) {
    Document made;
    made.style = document::Style::form;
    made.title = "财物清单";
    document::Table table{
        .widths = {1, 4},
          .head = {},
          .rows = {}
    };
    const auto row = [](std::string a, std::string b, bool label) {
        document::Row one;
        for (std::string* text : {&a, &b})
            one.cells.push_back({.paragraphs = {paragraph(*text)}, .span = 1, .label = label});
        return one;
    };
    table.head.push_back(row("编号", "标称名称", true));
    for (int i = 1; i <= rows; ++i) table.rows.push_back(row(std::to_string(i), "核桃乳饮料", false));
    made.blocks.emplace_back(std::move(table));
    return made;
}

TEST(Pdf, HasSearchableTextAndEmbeddedFonts) {
    const auto bytes = renderer().render(letter(4));
    ASSERT_TRUE(bytes) << bytes.error().message;
    const std::string text = asked("pdftotext -layout", *bytes, "-");
    for (const char* words : {"临江市城东区市场监督管理局", "行政处罚决定书", "临东市监处罚〔2024〕1号",
                              "第三十四条第（十）项", "2024年7月4日", "本文书一式三份。", "第1页", "共1页"})
        EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << text;
    const std::string fonts = asked("pdffonts", *bytes);
    EXPECT_GE(count(fonts, "CID Type 0C"), 2u) << fonts;
    EXPECT_EQ(count(fonts, "CID Type 0C"), count(fonts, "yes yes yes")) << fonts;
}

TEST(Pdf, RepeatsTheHeadOfATableOnEveryPage) {
    const auto bytes = renderer().render(list_of(120));
    ASSERT_TRUE(bytes);
    const std::string text = asked("pdftotext -layout", *bytes, "-");
    const std::size_t pages = count(text, "\f");
    EXPECT_GE(pages, 3u);
    EXPECT_EQ(count(text, "标称名称"), pages);
    EXPECT_EQ(count(text, "核桃乳饮料"), 120u);
    EXPECT_NE(text.find("共" + std::to_string(pages) + "页"), std::string::npos);
}

TEST(Pdf, BreaksARowLongerThanAPageAndLosesNothing) {
    Document made = list_of(1);
    std::string words;
    for (int i = 0; i < 400; ++i) words += "第" + std::to_string(1000 + i) + "句话。";
    std::get<document::Table>(made.blocks[0]).rows[0].cells[1].paragraphs = {paragraph(words)};
    const auto bytes = renderer().render(made);
    ASSERT_TRUE(bytes);
    std::string text = asked("pdftotext -raw", *bytes, "-");
    std::erase_if(text, [](char c) { return c == '\n' || c == '\f' || c == ' '; });
    for (int i = 0; i < 400; ++i) EXPECT_EQ(count(text, std::to_string(1000 + i)), 1u) << 1000 + i;
}

// 版记 never stands alone: the page with the seal has lines of the text too.
TEST(Pdf, KeepsTheSealWithTextBeforeIt) {
    for (int paragraphs = 1; paragraphs < 16; ++paragraphs) {
        const auto bytes = renderer().render(letter(paragraphs));
        ASSERT_TRUE(bytes);
        const std::string text = asked("pdftotext -layout", *bytes, "-");
        const auto sealed = text.rfind("2024年7月4日");
        const auto page = text.rfind('\f', sealed);
        const std::string before = text.substr(page == std::string::npos ? 0 : page,
                                               sealed - (page == std::string::npos ? 0 : page));
        EXPECT_NE(before.find("规定。"), std::string::npos) << paragraphs;
    }
}

// A paragraph that runs over a page leaves two lines at least on either side.
TEST(Pdf, LeavesNoLineOfAParagraphAlone) {
    for (int sentences = 8; sentences < 16; ++sentences) {
        Document made;
        made.title = "通知书";
        std::string words;
        for (int i = 0; i < sentences * 8; ++i) words += "甲乙丙丁戊己庚辛壬癸子丑寅卯";
        for (int i = 0; i < 3; ++i) made.blocks.emplace_back(paragraph(words + "末。"));
        const auto bytes = renderer().render(made);
        ASSERT_TRUE(bytes);
        const std::string text = asked("pdftotext -raw", *bytes, "-");
        std::size_t from = 0;
        for (auto end = text.find('\f'); end != std::string::npos;
             from = end + 1, end = text.find('\f', from)) {
            const std::string page = text.substr(from, end - from);
            const auto first = page.find('\n');
            EXPECT_FALSE(from > 0 && page.substr(0, first).ends_with("末。")) << sentences << page;
        }
    }
}

// Whatever stands above it: a heading is never the last line of a page, and what it heads has two lines
// there.
TEST(Pdf, KeepsAHeadingWithTwoLinesOfItsText) {
    for (int above = 10; above < 24; ++above) {
        Document made;
        made.title = "决定书";
        for (int i = 0; i < above; ++i) made.blocks.emplace_back(paragraph("上文。"));
        made.blocks.emplace_back(
            document::Paragraph{.runs = {{"一、标题", {}}}, .face = document::Face::heading});
        std::string words;
        for (int i = 0; i < 5; ++i) words += "甲乙丙丁戊己庚辛壬癸子丑寅卯";
        made.blocks.emplace_back(paragraph(words));
        const auto bytes = renderer().render(made);
        ASSERT_TRUE(bytes);
        const std::string text = asked("pdftotext -raw", *bytes, "-");
        const auto heading = text.find("一、标题"), page = text.find('\f', heading);
        const std::string below = text.substr(heading, page - heading);
        EXPECT_GE(std::ranges::count(below, '\n'), 3) << above << below;
    }
}

// 程序规定 第二十八条、第二十九条: a record is written down to the line its page is signed on, and no line
// can be added between; a heading stands with a line of its text, and the last line with the signatures.
TEST(Pdf, FillsEveryPageOfARecordToItsFoot) {
    std::vector<std::ptrdiff_t> lines;
    for (int above = 8; above < 26; ++above) {
        Document made;
        made.title = "现场笔录";
        made.style = document::Style::record;
        made.page_sign = {"当事人（签名）：＿＿＿＿＿＿"};
        for (int i = 0; i < above; ++i) made.blocks.emplace_back(paragraph("上文。"));
        made.blocks.emplace_back(
            document::Paragraph{.runs = {{"一、标题", {}}}, .face = document::Face::heading});
        std::string words;
        for (int i = 0; i < 6; ++i) words += "甲乙丙丁戊己庚辛壬癸子丑寅卯";
        made.blocks.emplace_back(paragraph(words + "末。"));
        made.blocks.emplace_back(document::Signatures{.lines = {{.label = "记录员（签名）"}}});
        const auto bytes = renderer().render(made);
        ASSERT_TRUE(bytes);
        const std::string text = asked("pdftotext -raw", *bytes, "-");
        const std::string first = text.substr(0, text.find('\f'));
        if (first.size() + 1 >= text.size()) continue;
        lines.push_back(std::ranges::count(first, '\n'));
        const auto heading = first.find("一、标题");
        EXPECT_TRUE(heading == std::string::npos || first.find("甲乙丙", heading) != std::string::npos)
            << above << text;
        const auto signing = text.rfind("记录员"), last = text.rfind("末。");
        EXPECT_EQ(text.substr(last, signing - last).find('\f'), std::string::npos) << above << text;
    }
    ASSERT_GE(lines.size(), 8u);
    const auto [least, most] = std::ranges::minmax(lines);
    EXPECT_GT(most, 20);
    EXPECT_GE(least, most - 1) << "one line at most goes over with its heading, or with who signs";
}

// A number that ends a line in its middle is misread: dates, sums and the numbers of papers stand on one.
TEST(Pdf, BreaksNoNumberOfAParagraph) {
    const std::string_view wholes[] = {"2024年5月16日", "86670.50元", "临东市监处罚〔2024〕1号"};
    for (std::string_view whole : wholes)
        for (int before = 16; before < 28; before += 2) {
            std::string words;
            for (int i = 0; i < before; ++i) words += "甲";
            Document made;
            made.title = "通知书";
            made.blocks.emplace_back(paragraph(words + "，" + std::string(whole) + "，乙丙丁。"));
            const auto bytes = renderer().render(made);
            ASSERT_TRUE(bytes);
            std::string text = asked("pdftotext -raw", *bytes, "-");
            std::erase(text, ' ');
            EXPECT_NE(text.find(whole), std::string::npos) << before << text;
        }
}

TEST(Pdf, PrintsRareCharactersOrNamesThem) {
    Document rare = letter(1);
    rare.blocks.emplace_back(paragraph("当事人：𠮷某、㐂某、翀某"));
    const auto printed = renderer().render(rare);
    ASSERT_TRUE(printed) << printed.error().message;
    EXPECT_NE(asked("pdftotext", *printed, "-").find("𠮷某"), std::string::npos);

    Document unprintable = letter(1);
    unprintable.blocks.emplace_back(paragraph("当事人：\xF4\x8F\xBF\xBD某"));
    const auto refused = renderer().render(unprintable);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "character_unprintable");
    EXPECT_NE(refused.error().message.find("U+10FFFD"), std::string::npos) << refused.error().message;
    const auto as_text = renderer().fitted(unprintable);
    ASSERT_FALSE(as_text) << "the DOCX is written from what is fitted";
    EXPECT_EQ(as_text.error().code, "character_unprintable");
}

// 程序规定 第二十八条、第二十九条: whoever signs every page finds the whole line there.
TEST(Pdf, PrintsTheLineToSignOnWhole) {
    Document record = letter(3);
    record.page_sign = {
        "当事人（签名）：＿＿＿＿＿＿　执法人员（签名）：＿＿＿＿＿＿　主持人（签名）：＿＿＿＿＿＿"};
    const auto printed = renderer().render(record);
    ASSERT_TRUE(printed) << printed.error().message;
    const std::string text = asked("pdftotext", *printed, "-");
    EXPECT_NE(text.find("主持人（签名）："), std::string::npos) << text;
}

TEST(Pdf, GivesTheSameBytesFromEveryThread) {
    const auto expected = renderer().render(letter(8));
    ASSERT_TRUE(expected);
    std::array<std::string, 4> answers;
    {
        std::vector<std::jthread> threads;
        for (std::string& answer : answers)
            threads.emplace_back([&answer] { answer = *renderer().render(letter(8)); });
    }
    for (const std::string& answer : answers) EXPECT_EQ(answer, *expected);
}

}  // namespace
}  // namespace pdf
