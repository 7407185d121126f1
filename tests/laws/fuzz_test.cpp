#include <gtest/gtest.h>

#include "base/text.hpp"
#include "fuzz/driver.hpp"
#include "law/citation.hpp"
#include "law/text.hpp"

namespace law {

namespace {

fuzz::Corpus corpus() {
    return {
        .inputs =
            {"# 中华人民共和国试验法\n\n2019年3月1日 通过\n\n<!-- INFO END -->\n\n## 第一章 总则\n\n第一条 "
             "甲。\n\n"
             "第二条 "
             "有下列情形之一的：\n\n（一）乙；\n\n1．其中；\n\n（二）丙。\n\n前款所称丙，另行规定。\n\n"
             "## 第二章　罚　　则\n\n### 第一节 一般规定\n\n第三条　丁。\n\n第三条之一  戊。\n\n"
             "第四条 本法自2019年5月1日起施行。\n\n附：\n\n目录\n", "# 试验办法  \r\n> （2020年1月2日某局令第3号公布）  \r\n"
             "&emsp;&emsp;**<span id=\"一\">第一条</span>**&emsp; 依据[<a href=\"#二\">第二条</a>]。  \r\n"
             "&emsp;&emsp;**第二条**&emsp;有下列情形的：  \r\n&emsp;&emsp;(一)甲；  \r\n", "# 某指南\n\n为了指导。\n\n一、甲。\n\n二、有下列情形的：\n\n（一）乙；\n",
                     "# 某法\n2021年4月8日公布（节录：第五条、第九条）\n<!-- INFO END -->\n<!-- EFFECTIVE_FROM: "
             "2021-05-01 -->\n第五条 甲。\n第九条 乙。"},
        .words = {"第",
                     "条", "之",
                     "一百二十四", "第十条",
                     "（", "）",
                     "（三）", "(",
                     "## ", "第三章 ",
                     "第二节 ", "&emsp;",
                     "&amp;", "&",
                     ";", "<span>",
                     "<", ">",
                     "**", "<!--",
                     "-->", "<!-- INFO END -->",
                     "附件", "一、",
                     "1．", "９）",
                     "自", "年",
                     "月", "日",
                     "起施行", "\n",
                     "\r\n", "　",
                     "\xEF\xBB\xBF", std::string(1, '\0'),
                     "\xE7\xAC", "EFFECTIVE_FROM: ",
                     "（节录", "〇",
                     "九千九百九十九"}
    };
}

std::optional<std::string> judge(const LawText& text) {
    if (text.title.empty() || text.articles.empty()) return "a good text without title or articles";
    ArticleNumber last;
    for (const Article& article : text.articles) {
        if (!(last < article.number)) return "articles out of order";
        last = article.number;
        if (article.paragraphs.empty()) return "an article without words";
        for (const Paragraph& paragraph : article.paragraphs) {
            if (!base::is_valid_utf8(paragraph.text)) return "broken characters";
            for (std::size_t i = 0; i < paragraph.items.size(); ++i)
                if (paragraph.items[i].number != static_cast<int>(i) + 1) return "items out of order";
        }
        if (article_number(address_of(article.number)) != article.number)
            return "an address that leads elsewhere";
    }
    return {};
}

std::optional<std::string> read_one(std::string_view input) {
    const TextReading reading = read_text(input);
    const TextReading again = read_text(input);
    if (reading.text != again.text || reading.problems.size() != again.problems.size())
        return "two readings of one text";
    for (const TextProblem& problem : reading.problems)
        if (problem.message.empty() || !base::is_valid_utf8(problem.message))
            return "a problem without words";
    return reading.is_good() ? judge(reading.text) : std::nullopt;
}

std::optional<std::string> cite_one(std::string_view input) {
    for (const Cited& cited : citations_in(input))
        if (!cited.article && cited.law.empty()) return "a citation of nothing";
    return {};
}

}  // namespace

TEST(LawTextReader, ReadsWhateverItIsSent) {
    const auto failure = fuzz::run(corpus(), fuzz::Plan::for_test(3000), read_one);
    EXPECT_FALSE(failure.has_value()) << failure->words();
}

TEST(CitationReader, ReadsWhateverItIsSent) {
    const fuzz::Corpus bases{
        .inputs = {"行政处罚法 第四十四条、第四十五条第二款; 程序规定 第四十九条至第五十四条",
                   "《中华人民共和国食品安全法》第一百二十四条第一款第（五）项、第一百三十六条"},
        .words = {"第", "条", "款", "项", "至", "（五）", "；", "《", "》", "之一", "十", "本法", "依据",
                   "\xE7"}
    };
    const auto failure = fuzz::run(bases, fuzz::Plan::for_test(3000), cite_one);
    EXPECT_FALSE(failure.has_value()) << failure->words();
}

}  // namespace law
