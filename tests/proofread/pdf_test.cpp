#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "../golden/golden_papers.hpp"
#include "corpus.hpp"
#include "docx/writer.hpp"
#include "pdf/renderer.hpp"
#include "text_files/pdf_page.hpp"
#include "text_files/text_files.hpp"

namespace proofread_test {

namespace {

using document::Document;

const std::filesystem::path fonts = std::filesystem::path(ZHIHENG_BINARY_DIR).parent_path() / "fonts";

std::vector<std::string> as_text(const Document& paper) {
    std::vector<std::string> lines;
    const std::string text = document::plain_text(paper);
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

std::vector<std::string> as_pdf(const Document& paper) {
    static const pdf::Renderer renderer(fonts);
    return golden::must(text_files::read("a.pdf", golden::must(renderer.render(paper))));
}

std::vector<std::string> as_docx(const Document& paper) {
    return golden::must(text_files::read("a.docx", golden::must(docx::write(paper))));
}

File file_of(const Document& paper, std::vector<std::string> paragraphs) {
    return {.name = paper.title,
            .sources = {proofread::Source{.id = paper.title, .paragraphs = std::move(paragraphs)}}};
}

std::set<std::string> rules_of(const File& file) {
    std::set<std::string> rules;
    for (const auto& finding : faults(file)) rules.insert(finding.rule);
    return rules;
}

// One slip in the words of a paper; says whether there was room for it.
bool slip(Document& paper, std::string_view from, std::string_view to) {
    for (document::Block& block : paper.blocks) {
        auto* paragraph = std::get_if<document::Paragraph>(&block);
        if (paragraph == nullptr) continue;
        std::string text = paragraph->text();
        const auto at = text.find(from);
        if (at == std::string::npos) continue;
        text.replace(at, from.size(), to);
        paragraph->runs = {document::Run{.text = text}};
        return true;
    }
    return false;
}

std::vector<Document> papers(const std::set<std::string>& forms) {
    std::vector<Document> made;
    for (const golden::Paper& paper : golden::papers())
        if (forms.contains(paper.form)) made.push_back(golden::must(golden::filled(paper)));
    return made;
}

}  // namespace

// A correct paper is as correct when it comes back as a file.
TEST(PrintedPapers, ReadAsTheirText) {
    const auto letters =
        papers({"penalty_decision", "penalty_notice", "coercive_measure_decision",
                "investigation_final_report", "onspot_penalty_decision", "interview_record"});
    ASSERT_GE(letters.size(), 8U);
    std::size_t whole = 0, all = 0;
    for (const Document& paper : letters) {
        SCOPED_TRACE(paper.title);
        const auto text = as_text(paper), printed = as_pdf(paper);
        EXPECT_EQ(rules_of(file_of(paper, printed)), rules_of(file_of(paper, text)));
        // Nearly all paragraphs of the text stand whole among those of the print.
        for (const std::string& line : text) {
            if (!line.starts_with("　　")) continue;
            const std::string wanted = line.substr(std::string_view("　　").size());
            ++all;
            if (std::ranges::find(printed, wanted) != printed.end())
                ++whole;
            else
                std::cout << "not whole: " << wanted << "\n";
        }
    }
    EXPECT_GE(whole * 100, all * 90) << whole << " of " << all;
}

TEST(PrintedPapers, ShowTheSameSlips) {
    struct Row {
        const char* why;
        std::string_view from, to;
        const char* rule;
    };
    const Row table[] = {
        {"the sum in words",                       "捌万陆仟元整",     "捌万陆佰元整",         "capital.differs" },
        {"thirty days to ask for reconsideration", "六十日内",         "三十日内",             "period.statutory"},
        {"three months to go to court",            "六个月内",         "三个月内",             "period.statutory"},
        {"a month that is not",                    "2024年6月",        "2024年16月",           "date.impossible" },
        {"a blank left",                           "应当予以行政处罚", "应当予以____行政处罚", "mark.left"       },
        {"five per cent a day",                    "百分之三加处",     "百分之五加处",         "remedy.late_fee" },
        {"the parts do not make the whole",        "共233盒",          "共223盒",              "sum.total"       },
    };
    std::size_t made = 0;
    auto decisions = papers({"penalty_decision"});
    decisions.resize(2);
    for (const Document& paper : decisions)
        for (const Row& row : table) {
            Document wrong = paper;
            if (!slip(wrong, row.from, row.to)) continue;
            ++made;
            SCOPED_TRACE(std::string(row.why) + " in " + paper.number);
            EXPECT_TRUE(rules_of(file_of(wrong, as_text(wrong))).contains(row.rule));
            EXPECT_TRUE(rules_of(file_of(wrong, as_docx(wrong))).contains(row.rule));
            EXPECT_TRUE(rules_of(file_of(wrong, as_pdf(wrong))).contains(row.rule));
        }
    EXPECT_GE(made, 9U);
}

TEST(PrintedPapers, LinesAreJoinedByTheRoomBehindThem) {
    struct Row {
        const char* why;
        double first_right, next_left;
        const char *first, *next;
        std::size_t paragraphs;
    };
    const Row table[] = {
        {"a full line runs on",       520, 80,  "当事人在法定期限内未提出陈述、申辩意见，", "也未要求听证。", 2},
        {"a short line ends",         400, 80,  "当事人在法定期限内未提出陈述、申辩意见",   "也未要求听证。", 3},
        {"a long number had no room", 440, 80,  "当事人在法定期限内未提出陈述申辩，编号",
         "990101-2024-000002-QD001的清单",                                                                    2},
        {"a line set in begins anew", 520, 110, "当事人在法定期限内未提出陈述、申辩意见，", "二、查明的事实",
         3                                                                                                     },
    };
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        text_files::PrintedPage page{.width = 595, .height = 842, .lines = {}};
        page.lines.push_back({80, 100, 520, 116, "本局依法对当事人位于柳堤路的库房进行了检查，当日"});
        page.lines.push_back({80, 129, 300, 145, "立案调查。"});
        page.lines.push_back({110, 158, row.first_right, 174, row.first});
        page.lines.push_back({row.next_left, 187, 300, 203, row.next});
        page.lines.push_back({258, 770, 293, 786, "第1页"});
        EXPECT_EQ(text_files::paragraphs_of({page}).size(), row.paragraphs);
    }
}

}  // namespace proofread_test
