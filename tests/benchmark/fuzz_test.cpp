#include <gtest/gtest.h>

#include "base/text.hpp"
#include "example.hpp"
#include "fuzz/driver.hpp"
#include "spreadsheet/archive.hpp"
#include "spreadsheet/spreadsheets.hpp"

namespace benchmark {

namespace {

const std::vector<std::string> words{"违法行为",
                                     "处罚依据",
                                     "裁量等级",
                                     "适用条件",
                                     "裁量标准",
                                     "备注",
                                     ",",
                                     "\"",
                                     "\n",
                                     "从轻/一般",
                                     "情节严重·从重",
                                     "货值金额",
                                     "违法所得",
                                     "5万元以上8万元以下",
                                     "不足",
                                     "超过",
                                     "10倍",
                                     "30%",
                                     "百分之",
                                     "三万五",
                                     "等值",
                                     "；",
                                     "，",
                                     "的",
                                     "处",
                                     "罚款",
                                     "=1+1",
                                     "１２",
                                     "1,000",
                                     "-5",
                                     "999999999999亿元",
                                     "\xff",
                                     "\xce\xa5",
                                     "没收违法所得",
                                     "不予处罚"};

const std::vector<std::string> parts_words{"<row r=\"2\">",
                                           "<row r=\"-1\">",
                                           "<c r=\"A1\" t=\"s\">",
                                           "<v>999</v>",
                                           "<f>1</f>",
                                           "<is><t>甲</t></is>",
                                           "<mergeCell ref=\"A1:B2\"/>",
                                           "<c r=\"XFD9\">",
                                           "&#x0;",
                                           "&amp;",
                                           "<!DOCTYPE a [<!ENTITY b \"c\">]>",
                                           "]]>",
                                           "<a><a><a><a>",
                                           "t=\"inlineStr\"",
                                           "state=\"hidden\""};

// Whatever the bytes: a sheet whose texts are UTF-8 and whose problems have a place and words, or an error
// with words.
std::optional<std::string> complaint_of(std::string_view name, std::string_view bytes) {
    const auto sheet = spreadsheet::Spreadsheets().read(name, bytes);
    if (!sheet)
        return sheet.error().message.empty() ? std::optional<std::string>("an error without words")
                                             : std::nullopt;
    const Reading reading = read_table(*sheet, discretion::loaded().facts());
    for (const Problem& problem : reading.problems)
        if (problem.row < 1 || problem.message.empty()) return "a problem without a place or words";
    for (const Line& line : reading.lines)
        for (const std::string& cell : line.cells)
            if (!base::is_valid_utf8(cell)) return "a cell that is not UTF-8";
    for (const Meaning& meaning : reading.meanings)
        if (meaning.amount.max < meaning.amount.min || meaning.amount.most < meaning.amount.least)
            return "a reversed range";
    return {};
}

std::string workbook_of(std::string_view sheet) {
    return spreadsheet::archive_of(
               {
                   {"xl/workbook.xml",
                    R"(<workbook xmlns:r="r"><sheets><sheet name="a" r:id="a"/></sheets></workbook>)"},
                   {"xl/_rels/workbook.xml.rels",
                    R"(<Relationships><Relationship Id="a" Target="s.xml"/></Relationships>)"        },
                   {"xl/sharedStrings.xml",       "<sst><si><t>违法行为</t></si></sst>"              },
                   {"xl/s.xml",                   std::string(sheet)                                 }
    })
        .value();
}

}  // namespace

TEST(CsvReader, ReadsOrRefusesWhateverItIsSent) {
    const auto failure = fuzz::run({.inputs = {example_bytes()}, .words = words}, fuzz::Plan::for_test(1500),
                                   [](std::string_view input) { return complaint_of("a.csv", input); });
    EXPECT_FALSE(failure.has_value()) << failure->words();
}

TEST(XlsxReader, ReadsOrRefusesWhateverTheArchive) {
    const std::string good = spreadsheet::Spreadsheets()
                                 .write_xlsx({
                                     {"违法行为", "处罚依据"},
                                     {"甲",       "乙"      }
    })
                                 .value();
    const auto failure = fuzz::run(
        {
            .inputs = {good},
              .words = {"PK\x03\x04", "PK\x01\x02", "PK\x05\x06", "xl/vbaProject.bin"}
    },
        fuzz::Plan::for_test(1500), [](std::string_view input) { return complaint_of("a.xlsx", input); });
    EXPECT_FALSE(failure.has_value()) << failure->words();
}

TEST(XlsxReader, ReadsOrRefusesWhateverTheSheet) {
    const std::string good =
        R"(<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>处罚依据</t></is></c></row></sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells></worksheet>)";
    const auto failure =
        fuzz::run({.inputs = {good}, .words = parts_words}, fuzz::Plan::for_test(800),
                  [](std::string_view input) { return complaint_of("a.xlsx", workbook_of(input)); });
    EXPECT_FALSE(failure.has_value()) << failure->words();
}

}  // namespace benchmark
