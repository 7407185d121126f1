#include <gtest/gtest.h>

#include "base/text.hpp"
#include "corpus.hpp"
#include "support/packed_files.hpp"
#include "text_files/text_files.hpp"

namespace proofread_test {

namespace {

using packed_files::document;
using packed_files::docx;
using packed_files::paragraph;
using packed_files::Parts;
using packed_files::small_pdf;
using packed_files::zipped;

std::string link(const std::string& type) {
    return R"(<Relationships><Relationship Id="1" Type="http://x/)" + type +
           R"(" Target="http://example.invalid/a" TargetMode="External"/></Relationships>)";
}

}  // namespace

TEST(TextFiles, ReadsWordsOfEveryKind) {
    const auto plain = text_files::read("决定书.txt", "\xEF\xBB\xBF行政处罚决定书\r\n罚款86000元\n");
    ASSERT_TRUE(plain) << plain.error().message;
    EXPECT_EQ(plain->at(1), "罚款86000元");
    const auto gbk = text_files::read("a.txt", "\xB7\xA3\xBF\xEE");  // 罚款
    ASSERT_TRUE(gbk) << gbk.error().message;
    EXPECT_EQ(gbk->front(), "罚款");
    const auto word = text_files::read(
        "a.docx",
        docx(paragraph("罚款") + "<w:tbl><w:tr><w:tc>" + paragraph("单价") + "</w:tc><w:tc>" +
             paragraph("3") + paragraph("元") +
             "</w:tc></w:tr></w:tbl><w:p><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>"));
    ASSERT_TRUE(word) << word.error().message;
    EXPECT_EQ(*word, (std::vector<std::string>{"罚款", "| 单价 | 3 / 元 |", ""}));
    const auto page = text_files::read("a.pdf", small_pdf);
    ASSERT_TRUE(page) << page.error().message;
    EXPECT_TRUE(page->front().contains("86000")) << page->front();
}

TEST(TextFiles, RefusesWhatIsNotToBeReadInWords) {
    struct Row {
        const char* why;
        std::string name, bytes;
        const char* code;
    };
    const std::string long_line(300'003, 'a');
    const Row table[] = {
        {"an empty file", "a.txt", "", "file_empty"},
        {"a path in the name", "../a.txt", "x", "bad_name"},
        {"a path of another system", "..\\a.txt", "x", "bad_name"},
        {"another kind", "a.exe", "MZ", "bad_kind"},
        {"bytes that are no words", "a.txt", std::string("a\0b", 3), "bad_encoding"},
        {"an unpaired surrogate", "a.docx", docx(paragraph("&#xD800;")), "bad_encoding"},
        {"a line too long to be read", "a.txt", long_line, "too_long"},
        {"spaces only", "a.txt", " \n　\n", "no_text"},
        {"an old word file or a locked one", "a.docx", "\xD0\xCF\x11\xE0\xA1\xB1", "encrypted"},
        {"macros by name", "a.docm", docx(paragraph("x")), "macro"},
        {"macros inside", "a.docx", docx(paragraph("x"), {{"word/vbaProject.bin", "x"}}), "macro"},
        {"a template elsewhere", "a.docx",
         docx(paragraph("x"), {{"word/_rels/document.xml.rels", link("attachedTemplate")}}), "external_link"},
        {"a picture elsewhere", "a.docx",
         docx(paragraph("x"), {{"word/_rels/document.xml.rels", link("image")}}), "external_link"},
        {"a template elsewhere, where a word processor puts it", "a.docx",
         docx(paragraph("x"), {{"word/_rels/settings.xml.rels", link("attachedTemplate")}}), "external_link"},
        {"a name that leads out", "a.docx", docx(paragraph("x"), {{"../evil.txt", "x"}}), "bad_name"},
        {"a bomb", "a.docx", docx(paragraph("x"), {{"word/media/a.bin", std::string(31U << 20U, 'a')}}),
         "zip_bomb"},
        {"no body", "a.docx", zipped({{"word/document.xml", "<a/>"}}), "bad_docx"},
        {"entities", "a.docx",
         zipped({{"word/document.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]>" + document(paragraph("&b;"))}}),
         "bad_docx"},
        {"no zip", "a.docx", "PK\x03\x04 and then nothing", "bad_docx"},
        {"no pdf", "a.pdf", "hello", "bad_pdf"},
        {"a broken pdf", "a.pdf", "%PDF-1.4\n1 0 obj<</Type", "bad_pdf"},
    };
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        const auto read = text_files::read(row.name, row.bytes);
        ASSERT_FALSE(read);
        EXPECT_EQ(read.error().code, row.code) << read.error().message;
        EXPECT_GT(base::character_count(read.error().message), 4U);
    }
}

TEST(TextFiles, LeavesHarmlessThingsBe) {
    const auto linked = text_files::read(
        "a.docx",
        docx(paragraph("&lt;script&gt;${name}"), {
                                                     {"word/_rels/document.xml.rels", link("hyperlink")}
    }));
    ASSERT_TRUE(linked) << linked.error().message;
    EXPECT_EQ(linked->front(), "<script>${name}");
    const auto odd = text_files::read("a.txt", "😀\u202E王某\u200B\x01");
    ASSERT_TRUE(odd) << odd.error().message;
}

// What stands in headers and notes is read too; what Word does not show is left out and told.
TEST(TextFiles, WordsBesideThePageAreReadAndHiddenOnesTold) {
    const std::string body =
        paragraph("正文") +
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:moveFrom><w:r><w:t>移走</w:t></w:r>"
        "</w:moveFrom><w:ins><w:r><w:t>新增</w:t></w:r></w:ins></w:p>";
    const auto file = docx(
        body,
        {
            {"word/header1.xml",   R"(<w:hdr xmlns:w="w">)" + paragraph("抬头的字") + "</w:hdr>"        },
            {"word/footer1.xml",   R"(<w:ftr xmlns:w="w">)" + paragraph("第1页 共2页") + "</w:ftr>"     },
            {"word/footnotes.xml", R"(<w:footnotes xmlns:w="w">)" + paragraph("脚注") + "</w:footnotes>"},
            {"word/comments.xml",  R"(<w:comments xmlns:w="w"><w:comment/></w:comments>)"               }
    });
    const auto read = text_files::read("a.docx", file);
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(*read, (std::vector<std::string>{"抬头的字", "脚注", "正文", "新增"}));
    EXPECT_EQ(text_files::left_unread(file),
              (std::vector<std::string>{"文件有隐藏文字1处，没有读", "文件有修订2处，按接受修订后的文字读",
                                        "文件有批注1条，没有读"}));
    proofread::Source source{.id = "a", .paragraphs = *read, .unread = text_files::left_unread(file)};
    const auto findings = proofread::check({source}, {}, knowledge());
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().rule, "mark.unread");
    EXPECT_EQ(findings.front().severity, proofread::Severity::info);
}

TEST(TextFiles, NestingHasAnEnd) {
    std::string deep;
    for (int i = 0; i < 5000; ++i) deep += "<w:sdt>";
    deep += paragraph("x");
    for (int i = 0; i < 5000; ++i) deep += "</w:sdt>";
    const auto read = text_files::read("a.docx", docx(deep));
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, "bad_docx");
}

}  // namespace proofread_test
