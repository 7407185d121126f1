#include <gtest/gtest.h>

#include "spreadsheet/archive.hpp"
#include "spreadsheet/csv.hpp"
#include "spreadsheet/spreadsheets.hpp"
#include "spreadsheet/xlsx.hpp"

namespace spreadsheet {

namespace {

using Rows = ports::Spreadsheets::Rows;
using benchmark::Cell;

const Rows six_columns{
    {"违法行为",             "处罚依据",                 "裁量等级", "适用条件",         "裁量标准",          "备注"},
    {"经营超过保质期的食品", "食品安全法第一百二十四条", "从轻",     "货值不足\"一万\"", "处5万元, 或者更少",
     "多行\n备注"                                                                                                   }
};

std::string workbook(const std::string& sheet_data, const std::string& after = {},
                     const std::string& extra_part = {}) {
    const std::string space = R"(xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main")";
    std::vector<std::pair<std::string, std::string>> parts{
        {"xl/workbook.xml",
         "<workbook " + space +
             R"( xmlns:r="r"><sheets><sheet name="隐藏" state="hidden" r:id="rId9"/><sheet name="一" r:id="rId1"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels",
         R"(<Relationships><Relationship Id="rId1" Target="worksheets/s.xml"/></Relationships>)"                                        },
        {"xl/sharedStrings.xml",
         "<sst " + space +
             "><si><t>甲</t></si><si><r><t>乙</t></r><rPh><t>yi</t></rPh><r><t>丙</t></r></si></sst>"                                   },
        {"xl/worksheets/s.xml",
         "<worksheet " + space + "><sheetData>" + sheet_data + "</sheetData>" + after + "</worksheet>"                                  }
    };
    if (!extra_part.empty()) parts.emplace_back(extra_part, "x");
    return archive_of(parts).value();
}

std::string read_code(std::string_view name, std::string_view bytes) {
    const auto sheet = Spreadsheets().read(name, bytes);
    return sheet ? "" : sheet.error().code;
}

Rows texts_of(const benchmark::Sheet& sheet) {
    Rows rows;
    for (const auto& row : sheet.rows) {
        rows.emplace_back();
        for (const Cell& cell : row) rows.back().push_back(cell.text);
    }
    return rows;
}

}  // namespace

TEST(Xlsx, ComesBackAsItWasWritten) {
    const std::string bytes = write_xlsx(six_columns).value();
    EXPECT_EQ(texts_of(read_xlsx(bytes).value()), six_columns);
    EXPECT_EQ(write_xlsx(six_columns).value(), bytes);
}

TEST(Csv, ComesBackAsItWasWritten) {
    EXPECT_EQ(texts_of(read_csv(write_csv(six_columns)).value()), six_columns);
}

TEST(Xlsx, ReadsSharedStringsNumbersFormulasFaultsAndMerges) {
    const auto sheet =
        read_xlsx(
            workbook(
                R"(<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>)"
                R"(<row r="4"><c r="A4"><v>12</v></c><c r="B4"><f>1+1</f><v>2</v></c><c r="C4" t="e"><v>#REF!</v></c></row>)",
                R"(<mergeCells><mergeCell ref="A2:A3"/></mergeCells>)"))
            .value();
    ASSERT_EQ(sheet.rows.size(), 4U);
    EXPECT_EQ(sheet.rows[1][0].text, "甲");
    EXPECT_EQ(sheet.rows[1][2].text, "乙丙");
    EXPECT_EQ(sheet.rows[3][0].kind, Cell::Kind::number);
    EXPECT_EQ(sheet.rows[3][1].kind, Cell::Kind::formula);
    EXPECT_EQ(sheet.rows[3][2].kind, Cell::Kind::fault);
    ASSERT_EQ(sheet.merges.size(), 1U);
    EXPECT_EQ(sheet.merges.front().last_row, 2);
}

TEST(Spreadsheets, RefusesWhatItCannotTrust) {
    const std::string plain = write_xlsx(six_columns).value();
    const std::string csv = write_csv(six_columns);
    const std::string row = R"(<row r="1"><c r="A1" t="s"><v>0</v></c></row>)";
    std::string cut = plain.substr(0, plain.size() / 2);
    std::string flipped = plain;
    flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 0x55);
    const std::string bomb =
        archive_of({
                       {"xl/worksheets/s.xml", std::string(std::size_t{20} << 20U, ' ')}
    })
            .value();
    struct Row {
        const char* why;
        const char* name;
        std::string bytes;
        const char* code;
    };
    const Row table[] = {
        {"good", "a.xlsx", plain, ""},
        {"good, in capitals", "A.XLSX", plain, ""},
        {"good csv", "a.csv", csv, ""},
        {"empty", "a.csv", "", "file_empty"},
        {"named for macros", "a.xlsm", plain, "macro"},
        {"a macro inside", "a.xlsx", workbook(row, "", "xl/vbaProject.bin"), "macro"},
        {"old format", "a.xls", plain, "bad_spreadsheet"},
        {"another program's", "a.pdf", plain, "bad_spreadsheet"},
        {"cut", "a.xlsx", cut, "bad_spreadsheet"},
        {"no workbook inside", "a.xlsx", archive_of({{"a.txt", "x"}}).value(), "bad_spreadsheet"},
        {"zip bomb", "a.xlsx", bomb, "zip_bomb"},
        {"text called xlsx", "a.xlsx", csv, "name_is_not_content"},
        {"workbook called csv", "a.csv", plain, "name_is_not_content"},
        {"more than 4 MiB", "a.csv", std::string((4U << 20U) + 1, 'x'), "file_too_large"},
        {"a text that is not there", "a.xlsx", workbook(R"(<row r="1"><c r="A1" t="s"><v>7</v></c></row>)"),
         "bad_spreadsheet"},
        {"a cell of another row", "a.xlsx", workbook(R"(<row r="1"><c r="A2" t="s"><v>0</v></c></row>)"),
         "bad_spreadsheet"},
        {"a row far down", "a.xlsx", workbook(R"(<row r="1048576"><c r="A1048576" t="s"><v>0</v></c></row>)"),
         "too_many_rows"},
        {"a column far out", "a.xlsx", workbook(R"(<row r="1"><c r="XFD1" t="s"><v>0</v></c></row>)"),
         "too_many_columns"},
        {"broken XML", "a.xlsx", workbook("<row"), "bad_spreadsheet"},
        {"quote without end", "a.csv", "违法行为,\"处罚", "bad_quotes"},
        {"words behind a quote", "a.csv", "\"违法行为\"x,b", "bad_quotes"},
        {"a zero byte", "a.csv", std::string("违法行为\0", 13), "bad_encoding"},
        {"broken UTF-8", "a.csv", "违法行为,处罚依据\n\xff\xfe,x", "bad_encoding"},
        {"neither UTF-8 nor GBK", "a.csv", "\xff\xff\xff", "bad_encoding"},
        {"GBK without the headings", "a.csv", "\xce\xc4\xd7\xd6", "bad_encoding"},
        {"GBK", "a.csv", "\xce\xa5\xb7\xa8\xd0\xd0\xce\xaa,x", ""},
    };
    for (const Row& one : table) EXPECT_EQ(read_code(one.name, one.bytes), one.code) << one.why;
    (void)Spreadsheets().read("a.xlsx", flipped);
}

TEST(Csv, NamesTheLineThatIsNotUtf8) {
    const auto sheet = Spreadsheets().read("a.csv", "违法行为\n一\n\xff");
    EXPECT_NE(sheet.error().message.find("第3行"), std::string::npos) << sheet.error().message;
}

TEST(Csv, KeepsTheNumbersOfTheLines) {
    const auto sheet = read_csv("违法行为,\"一\n二\"\r\n甲,=1+1\n").value();
    ASSERT_EQ(sheet.rows.size(), 3U);
    EXPECT_EQ(sheet.rows[0][1].text, "一\n二");
    EXPECT_TRUE(sheet.rows[1].empty());
    EXPECT_EQ(sheet.rows[2][1].kind, Cell::Kind::formula);
}

}  // namespace spreadsheet
