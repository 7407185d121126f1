#include <fmt/format.h>
#include <gtest/gtest.h>

#include "law/text.hpp"

namespace law {

namespace {

using namespace std::chrono_literals;

constexpr std::string_view plain = R"(# 中华人民共和国试验法

2019年3月1日 第一次会议通过

2021年4月2日 第二次会议修正

<!-- INFO END -->

## 第一章 总则

第一条 为了试验，制定本法。

第二条 本法所称试验，是指下列活动：

（一）甲；

1．其中之一；

（二）乙。

前款所称甲，由另行规定。

## 第二章　罚　　则

### 第一节 一般规定

第三条　违反本法的，处罚款。

第三条之一  情节严重的，从重处罚。

第四条 本法自2019年5月1日起施行。

附：

试验目录
)";

constexpr std::string_view of_a_site =
    "\xEF\xBB\xBF# 试验办法  \r\n"
    "> （2020年1月2日某局令第3号公布）  \r\n\r\n"
    "&emsp;&emsp;**<span id=\"一\">第一条</span>**&emsp; 依据[<a href=\"#二\">第二条</a>]办理。  \r\n"
    "&emsp;&emsp;**<span id=\"二\">第二条</span>**&emsp;有下列情形的：  \r\n"
    "&emsp;&emsp;(一)甲；  \r\n"
    "&emsp;&emsp;(二)乙。  \r\n"
    "&emsp;&emsp;（一）至（二）项由某局认定。  \r\n"
    "&emsp;&emsp;**第三条**&emsp;本办法自公布之日起施行。";

std::string problems_of(std::string_view text) {
    std::string all;
    for (const TextProblem& problem : read_text(text).problems)
        all += fmt::format("{}:{};", problem.line, problem.message);
    return all;
}

}  // namespace

TEST(LawText, ReadsChaptersArticlesParagraphsAndItems) {
    const TextReading reading = read_text(plain);
    ASSERT_TRUE(reading.is_good()) << problems_of(plain);
    const LawText& text = reading.text;
    EXPECT_EQ(text.title, "中华人民共和国试验法");
    EXPECT_EQ(text.issued, base::Date(2021y / 4 / 2));
    EXPECT_EQ(text.printed_from, base::Date(2019y / 5 / 1));
    EXPECT_EQ(text.history.size(), 2U);
    ASSERT_EQ(text.articles.size(), 5U);
    const Article& second = text.articles[1];
    EXPECT_EQ(second.chapter, "第一章 总则");
    ASSERT_EQ(second.paragraphs.size(), 2U);
    ASSERT_EQ(second.paragraphs[0].items.size(), 2U);
    EXPECT_EQ(second.paragraphs[0].items[0].text, "甲；\n1．其中之一；");
    EXPECT_EQ(second.paragraphs[1].text, "前款所称甲，由另行规定。");
    EXPECT_EQ(text.articles[2].chapter, "第二章 罚则");
    EXPECT_EQ(text.articles[2].section, "第一节 一般规定");
    EXPECT_EQ(address_of(text.articles[3].number), "3-1");
    EXPECT_EQ(text.annex, (std::vector<std::string>{"附：", "试验目录"}));
}

TEST(LawText, ReadsWhatASiteLeftAround) {
    const TextReading reading = read_text(of_a_site);
    ASSERT_TRUE(reading.is_good()) << problems_of(of_a_site);
    EXPECT_EQ(reading.text.title, "试验办法");
    EXPECT_EQ(reading.text.issued, base::Date(2020y / 1 / 2));
    EXPECT_EQ(reading.text.printed_from, base::Date(2020y / 1 / 2));
    ASSERT_EQ(reading.text.articles.size(), 3U);
    EXPECT_EQ(reading.text.articles[0].paragraphs[0].text, "依据[第二条]办理。");
    ASSERT_EQ(reading.text.articles[1].paragraphs.size(), 2U) << "（一）至（二）项 opens no item";
    EXPECT_EQ(reading.text.articles[1].paragraphs[0].items.size(), 2U);
}

TEST(LawText, ReadsGuidesThatCountInPoints) {
    const TextReading reading = read_text(
        "# 某指南\n\n为了指导，制定本指南。\n\n一、甲。\n\n二、有下列情形的：\n\n（一）乙；\n\n（二）丙。");
    ASSERT_TRUE(reading.is_good());
    EXPECT_EQ(reading.text.numbering, Numbering::points);
    EXPECT_EQ(reading.text.preamble.size(), 1U);
    ASSERT_EQ(reading.text.articles.size(), 2U);
    EXPECT_EQ(reading.text.articles[1].paragraphs[0].text, "有下列情形的：");
    EXPECT_EQ(reading.text.articles[1].paragraphs[0].items.size(), 2U);
}

TEST(LawText, ReadsAnExcerptThatSaysSo) {
    const TextReading reading = read_text(
        "# 某法\n2021年4月8日公布（节录：第五条、第九条）\n<!-- INFO END -->\n## 第五章 罚则\n第五条 "
        "甲。\n第九条 乙。");
    EXPECT_TRUE(reading.is_good());
    EXPECT_TRUE(reading.text.is_excerpt);
}

TEST(LawText, JoinsAHeadingBrokenOverTwoLines) {
    const TextReading reading = read_text("# 某法\n## 第一章 卷烟纸、\n\n专用机械\n\n第一条 甲。\n");
    ASSERT_TRUE(reading.is_good());
    EXPECT_EQ(reading.text.articles[0].chapter, "第一章 卷烟纸、专用机械");
}

TEST(LawText, NamesLineAndReason) {
    struct Row {
        const char* why;
        std::string text;
        const char* expected;
    };
    const Row table[] = {
        {"nothing", "", "0:文本是空的"},
        {"only blanks", " \n　\n", "0:文本是空的"},
        {"not UTF-8", "# 某法\n第一条 \xC3\x28", "0:不是 UTF-8 文本"},
        {"too long", std::string(text_bytes_max + 1, 'a'), "0:文本超过 4 MiB"},
        {"a line too long", "# 某法\n第一条 " + std::string(30'000, 'a'), "2:一行超过 20000 字节"},
        {"no title", "第一条 甲。", "0:没有标题"},
        {"no article", "# 某法\n\n甲。", "0:没有条文"},
        {"an article missing", "# 某法\n第一条 甲。\n\n第三条 丙。", "4:缺少第二条：第一条之后是第三条"},
        {"the first missing", "# 某法\n第二条 甲。", "2:缺少第一条：开头之后是第二条"},
        {"an article twice", "# 某法\n第一条 甲。\n第一条 乙。", "3:第一条在第一条之后，重复或者次序颠倒"},
        {"out of order in an excerpt", "# 某法\n（节录）\n第五条 甲。\n第四条 乙。", "4:第四条在第五条之后"},
        {"an article without words", "# 某法\n第一条\n第二条 乙。", "3:第一条没有内容"},
        {"the last without words", "# 某法\n第一条 甲。\n第二条", "0:第二条没有内容"},
        {"an item missing", "# 某法\n第一条 甲：\n（一）乙；\n（三）丙。",
         "4:第一条这里应当是第（二）项，却是第（三）项"},
        {"an item without words", "# 某法\n第一条 甲：\n（一）\n", "3:第一条第（一）项没有内容"},
        {"a chapter missing", "# 某法\n## 第一章 甲\n第一条 甲。\n## 第三章 丙\n第二条 乙。",
         "4:这里应当是第二章，却是第三章"},
        {"a section that goes on over a chapter",
         "# 某法\n## 第一章 甲\n### 第一节 乙\n第一条 甲。\n## 第二章 丙\n### 第二节 丁\n第二条 乙。", "6:这里应当是第一节，却是第二节"},
        {"words under a heading", "# 某法\n## 第一章 总则\n这里有一段文字，它不属于任何一条。\n第一条 甲。",
         "3:标题之后、下一条之前的文字不属于任何一条"},
        {"a tag that carries something", "# 某法\n第一条 甲<img src=\"x\">乙",
         "2:不能识别的标记“<img src=\"x\">”"},
        {"an entity", "# 某法\n第一条 甲&copy;乙", "2:不能识别的字符实体“&copy;”"},
        {"a comment left open", "# 某法\n<!-- 甲\n第一条 甲。", "2:注释没有在本行结束"},
        {"a control character", std::string("# 某法\n第一条 甲") + '\0' + "乙", "2:含有不能使用的控制字符"},
    };
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        const std::string problems = problems_of(row.text);
        EXPECT_NE(problems.find(row.expected), std::string::npos) << problems;
    }
}

TEST(LawText, TellsTheDayFromTheHead) {
    struct Row {
        const char* why;
        const char* head;
        const char* issued;
        const char* from;
    };
    const Row table[] = {
        {"the last amendment",         "1993年2月22日 通过\n2018年12月29日 第三次修正",           "2018-12-29", ""          },
        {"in force from",              "2023年2月25日公布 自2023年5月1日起施行",                  "2023-02-25", "2023-05-01"},
        {"a line of its own",          "2025年4月7日 通过\n2025年4月26日 施行",                   "2025-04-07", "2025-04-26"},
        {"a day that is none",         "2023年2月30日 公布",                                      "",           ""          },
        {"as the collections note it", "2021年3月15日 公布\n<!-- EFFECTIVE_FROM: 2021-05-01 -->",
         "2021-03-15",                                                                                          "2021-05-01"},
        {"no day",                     "某局公布",                                                "",           ""          },
    };
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        const LawText text =
            read_text(fmt::format("# 某法\n{}\n<!-- INFO END -->\n第一条 甲。", row.head)).text;
        EXPECT_EQ(text.issued ? text.issued->str() : "", row.issued);
        EXPECT_EQ(text.printed_from ? text.printed_from->str() : "", row.from);
    }
}

TEST(LawText, TheSameTextInTwoDressesIsTheSame) {
    const LawText dressed =
        read_text("# 某法\n<!-- INFO END -->\n&emsp;**第一条**&emsp;甲。\r\n（一）乙；").text;
    const LawText bare = read_text("# 某法\n\n<!-- INFO END -->\n\n第一条 甲。\n\n（一）乙；\n").text;
    EXPECT_EQ(text_value(dressed), text_value(bare));
}

}  // namespace law
