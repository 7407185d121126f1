#include <gtest/gtest.h>

#include "base/text.hpp"
#include "corpus.hpp"
#include "fuzz/driver.hpp"
#include "text_files/text_files.hpp"

namespace proofread_test {

namespace {

const std::vector<std::string> fragments{"第",
                                         "条",
                                         "款",
                                         "项",
                                         "《",
                                         "》",
                                         "〔2024〕",
                                         "号",
                                         "元",
                                         "万元",
                                         "大写：人民币",
                                         "捌万陆仟元整",
                                         "罚款",
                                         "共",
                                         "每",
                                         "倍",
                                         "年",
                                         "月",
                                         "日",
                                         "起至",
                                         "起",
                                         "个工作日",
                                         "| ",
                                         " |",
                                         "合计",
                                         "：",
                                         "（",
                                         "）",
                                         "____",
                                         "【",
                                         "】",
                                         "${",
                                         "}",
                                         "XX年",
                                         "999999999999.9999",
                                         "0",
                                         "-1",
                                         "某",
                                         "*",
                                         "\xE2\x80\xAE",
                                         "\xF0\x9F\x98\x80",
                                         "×",
                                         "=",
                                         "当事人：",
                                         "统一社会信用代码：",
                                         "身份证件号码：",
                                         "一式三份",
                                         "星期一",
                                         "之日起",
                                         "申请行政复议",
                                         "、"};

std::optional<std::string> fault_of(const std::vector<std::string>& paragraphs) {
    std::vector<proofread::Source> sources(2);
    sources[0].id = "a";
    sources[0].paragraphs = paragraphs;
    sources[1].id = "b";
    sources[1].paragraphs = paragraphs;
    sources[1].title = "行政处罚决定书";
    const auto findings = proofread::check(sources, {}, knowledge());
    if (findings != proofread::check(sources, {}, knowledge())) return "two readings of one file";
    for (const auto& finding : findings) {
        if (finding.message.empty() || finding.rule.empty()) return "a finding without words";
        if (!base::is_valid_utf8(finding.message) || !base::is_valid_utf8(finding.found))
            return "a finding that is no text";
        if (finding.place.source >= 2 ||
            finding.place.paragraph >= std::max<std::size_t>(paragraphs.size(), 1) ||
            finding.place.end < finding.place.begin)
            return "a finding at no place";
    }
    (void)proofread::report(sources, findings);
    return {};
}

}  // namespace

// What a stranger's words are, they are read and answered, the same way twice.
TEST(ProofreadFuzz, AnyWordsAreRead) {
    fuzz::Corpus corpus{.inputs = {}, .words = fragments};
    for (std::size_t i = 0; i < 4; ++i) {
        std::string text;
        for (const auto& source : correct_files()[i].sources)
            if (text.size() < 3000)
                for (const std::string& line : source.paragraphs) text += line + "\n";
        corpus.inputs.push_back(std::move(text));
    }
    const auto failure =
        fuzz::run(corpus, fuzz::Plan::for_test(60), [](std::string_view input) -> std::optional<std::string> {
            const auto paragraphs = text_files::read_plain(input);
            if (!paragraphs)
                return paragraphs.error().message.empty()
                           ? std::optional<std::string>("an error without words")
                           : std::nullopt;
            return fault_of(*paragraphs);
        });
    EXPECT_FALSE(failure.has_value()) << failure->words();
}

// word/document.xml, and whole files by their name; pages of PDF are read by another program, so only a few.
TEST(ProofreadFuzz, AnyFileIsReadOrRefusedInWords) {
    const std::string xml =
        "<w:document "
        "xmlns:w=\"w\"><w:body><w:p><w:r><w:t>罚款</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>1"
        "</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>";
    const fuzz::Corpus corpus{
        .inputs = {xml, "PK\x03\x04", "%PDF-1.4\n"},
        .words = {"<w:p>", "</w:p>", "<w:tbl>", "<w:t>", "&#xD800;", "&#0;", "<!DOCTYPE a>", "]]>",
                   "<![CDATA[", "\xff"}
    };
    const auto failure = fuzz::run(
        corpus, fuzz::Plan::for_test(2000), [](std::string_view input) -> std::optional<std::string> {
            for (const auto& read : {text_files::paragraphs_of_docx(input), text_files::read("a.docx", input),
                                     text_files::read("a.txt", input)})
                if (!read && (read.error().message.empty() || read.error().code.empty()))
                    return "an error without words";
            return {};
        });
    EXPECT_FALSE(failure.has_value()) << failure->words();
}

}  // namespace proofread_test
