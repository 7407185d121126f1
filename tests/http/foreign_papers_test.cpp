#include "world.hpp"

namespace http_test {

namespace {

using base::List;
using base::Object;
using base::Value;

Answer read(const std::string& name, std::string_view bytes) {
    return World::get().officer("zhoumin").send("POST", "/api/foreign-papers/words?name=" + name,
                                                {
                                                    {"Content-Type", "application/octet-stream"}
    },
                                                bytes);
}

Object paper(Value name, Value paragraphs) {
    return {
        {"name",       std::move(name)      },
        {"paragraphs", std::move(paragraphs)}
    };
}

Answer proofread(Value papers) {
    return World::get().officer("zhoumin").post("/api/foreign-papers/proofreading",
                                                Object{
                                                    {"papers", std::move(papers)}
    });
}

}  // namespace

TEST(ForeignPapers, AFileThatCannotBeReadSaysWhy) {
    const struct {
        const char* why;
        const char* name;
        std::string_view bytes;
        const char* code;
    } table[] = {
        {"a name that leads out", "..%2Fa.txt", "words", "bad_name"},
        {"another kind", "a.exe", "words", "bad_kind"},
        {"nothing", "a.txt", "", "file_empty"},
        {"spaces and line ends", "a.txt", " \r\n\n \t", "no_text"},
        {"half a letter", "a.txt", std::string_view("\xE5\x85\xFF\xFE\x80", 5), "bad_encoding"},
        {"no zip", "a.docx", "words", "bad_docx"},
        {"no PDF", "a.pdf", "words", "bad_pdf"},
        {"of an older program", "a.docx", std::string_view("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8),
         "encrypted"},
    };
    for (const auto& row : table) {
        SCOPED_TRACE(row.why);
        const Answer answer = read(row.name, row.bytes);
        EXPECT_EQ(answer.status, 400) << answer.words();
        EXPECT_EQ(answer.code(), row.code) << answer.words();
        EXPECT_FALSE(answer.body.text("detail").empty());
    }
}

TEST(ForeignPapers, WhatIsNoPaperIsRefusedByItsField) {
    const struct {
        const char* why;
        Value papers;
        const char* field;
    } table[] = {
        {"none", List{}, "papers"},
        {"no list", "words", "papers"},
        {"a number", List{1}, "papers.0"},
        {"without a name", List{paper("", List{"甲"})}, "papers.0.name"},
        {"words for a list", List{paper("a", "甲")}, "papers.0.paragraphs"},
        {"a number for words", List{paper("a", List{"甲"}), paper("b", List{2})}, "papers.1.paragraphs.0"},
        {"a paragraph too long", List{paper("a", List{std::string(130'000, 'x')})}, "papers.0.paragraphs.0"},
        {"more than are allowed", List(51, Value(paper("a", List{"甲"}))), "papers"},
    };
    for (const auto& row : table) {
        SCOPED_TRACE(row.why);
        const Answer answer = proofread(row.papers);
        EXPECT_EQ(answer.status, 400) << answer.words();
        EXPECT_EQ(answer.body.text("field"), row.field) << answer.words();
    }
}

TEST(ForeignPapers, TwoPapersAreReadAgainstEachOtherAndNothingIsKept) {
    const Answer words = read("a.txt", "罚款人民币5000元（大写：陆仟元整）。");
    ASSERT_EQ(words.status, 200) << words.words();
    const Answer answer = proofread(List{paper("告知书", words.body["paragraphs"])});
    ASSERT_EQ(answer.status, 200) << answer.words();
    ASSERT_EQ(answer.body.list("findings").size(), 1U) << answer.words();
    const Value& finding = answer.body.list("findings").front();
    EXPECT_EQ(finding.text("rule"), "capital.differs");
    EXPECT_EQ(finding.text("severity"), "error");
    EXPECT_EQ(finding["place"].text("document"), "告知书");
    EXPECT_EQ(finding.text("found"), "陆仟元整");
    EXPECT_EQ(finding.text("expected"), "伍仟元整");
}

}  // namespace http_test
