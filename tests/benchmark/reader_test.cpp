#include <gtest/gtest.h>

#include "benchmark/normal.hpp"
#include "example.hpp"
#include "spreadsheet/spreadsheets.hpp"

namespace benchmark {

namespace {

struct Seen {
    int row;
    std::string column, code;
    friend bool operator==(const Seen&, const Seen&) = default;
};

std::ostream& operator<<(std::ostream& out, const Seen& seen) {
    return out << seen.row << " " << seen.column << " " << seen.code;
}

std::vector<Seen> problems_of(const Reading& reading) {
    std::vector<Seen> seen;
    for (const Problem& problem : reading.problems) {
        seen.push_back({problem.row, problem.column, problem.code});
        EXPECT_FALSE(problem.message.empty());
        EXPECT_FALSE(problem.cure.empty()) << problem.code;
    }
    return seen;
}

std::string with_standard(const std::string& standard) {
    return std::string(heading_line) + "甲,乙,从轻,丙,\"" + standard + "\",\n";
}

Sheet sheet_of(std::vector<std::vector<std::string>> rows) {
    Sheet sheet;
    for (const auto& row : rows) {
        sheet.rows.emplace_back();
        for (const std::string& text : row) sheet.rows.back().push_back({text});
    }
    return sheet;
}

}  // namespace

TEST(Reader, ReadsTheExampleWhole) {
    const Reading reading = read_bytes(example_bytes());
    EXPECT_TRUE(problems_of(reading).empty());
    EXPECT_EQ(reading.lines.size(), 5U);
    EXPECT_EQ(reading.lines[3][Column::violation], reading.lines[0][Column::violation]);
    EXPECT_EQ(reading.meanings.size(), 11U);
}

TEST(Reader, NamesRowAndColumnOfWhatItCannotRead) {
    struct Row {
        const char* why;
        std::string bytes;
        Seen expected;
    };
    const std::string heading(heading_line);
    const Row table[] = {
        {"full-width digits",           with_standard("处５万元以下罚款"),            {2, "裁量标准", "full_width_digits"}},
        {"thousands comma",             with_standard("处50,000元以下罚款"),          {2, "裁量标准", "thousands_comma"}  },
        {"negative",                    with_standard("处-5万元以上8万元以下罚款"),   {2, "裁量标准", "negative_amount"}  },
        {"three places",                with_standard("处100.005元以下罚款"),         {2, "裁量标准", "too_many_places"}  },
        {"numeral cut short",           with_standard("处三万五元以下罚款"),          {2, "裁量标准", "unread_number"}    },
        {"formula",                     with_standard("=A1&B1"),                      {2, "裁量标准", "formula"}          },
        {"vague",                       with_standard("从严处理"),                    {2, "裁量标准", "unread_words"}     },
        {"unknown tier",                heading + "甲,乙,很轻,丙,处5万元以下罚款,\n", {2, "裁量等级", "unknown_tier"}     },
        {"no violation",                heading + ",乙,从轻,丙,处5万元以下罚款,\n",   {2, "违法行为", "violation_missing"}},
        {"amount in the circumstances",
         heading + "甲,乙,从轻,涉案3万元的,处5万元以下罚款,\n",
         {2, "适用条件", "unread_words"}                                                                                  },
        {"unequal parts",
         heading + "甲,乙,从轻/一般,丙,处5万元以下罚款,\n",
         {2, "裁量标准", "unequal_parts"}                                                                                 },
        {"a later row",
         heading + "甲,乙,从轻,丙,处5万元以下罚款,\n,,一般,丙,处6万以下罚款,\n",
         {3, "裁量标准", "unread_number"}                                                                                 },
    };
    for (const Row& row : table) {
        const auto seen = problems_of(read_bytes(row.bytes));
        ASSERT_FALSE(seen.empty()) << row.why;
        EXPECT_EQ(seen.front(), row.expected) << row.why;
    }
}

TEST(Reader, FindsTheHeadingsBelowATitleAndNamesTheMissing) {
    Sheet sheet = sheet_of({
        {"某省裁量基准"},
        {"序号", "违法行为", "处罚依据", "裁量等级", "适用条件", "裁量标准", "备注"},
        {"1", "甲", "乙", "从轻", "丙", "处5万元以下罚款", ""}
    });
    sheet.merges = {
        {0, 0, 0, 6}
    };
    const Reading reading = read_table(sheet, discretion::loaded().facts());
    EXPECT_TRUE(problems_of(reading).empty());
    EXPECT_EQ(reading.lines.at(0).row, 3);
    sheet.rows[1][3].text = "等级";
    const Reading missing = read_table(sheet, discretion::loaded().facts());
    ASSERT_EQ(missing.problems.size(), 1U);
    EXPECT_NE(missing.problems.front().message.find("裁量等级"), std::string::npos);
    EXPECT_TRUE(missing.lines.empty());
}

TEST(Reader, TakesMergesThatArePlainAndNoOthers) {
    struct Row {
        const char* why;
        Merge merge;
        const char* code;
    };
    const Row table[] = {
        {"violation downwards", {1, 2, 0, 0}, ""            },
        {"remark downwards",    {1, 2, 5, 5}, ""            },
        {"standard downwards",  {1, 2, 4, 4}, "merged_cells"},
        {"across",              {1, 1, 3, 4}, "merged_cells"},
        {"a block",             {1, 2, 0, 1}, "merged_cells"},
    };
    for (const Row& row : table) {
        Sheet sheet = sheet_of({
            {"违法行为", "处罚依据", "裁量等级", "适用条件", "裁量标准",        "备注"},
            {"甲",       "乙",       "从轻",     "丙",       "处5万元以下罚款", "注"  },
            {"",         "",         "一般",     "丙",       "处6万元以下罚款", ""    }
        });
        sheet.merges = {row.merge};
        const Reading reading = read_table(sheet, discretion::loaded().facts());
        EXPECT_EQ(reading.problems.empty() ? "" : reading.problems.front().code, row.code) << row.why;
        EXPECT_EQ(reading.lines.at(1)[Column::violation], "甲") << row.why;
    }
}

TEST(Mapping, ProposesTheItemByNameAndArticle) {
    for (const Subject& subject : subjects_of(read_bytes(example_bytes()).lines)) {
        const auto nearest = ItemFinder(discretion::loaded()).nearest(subject);
        ASSERT_FALSE(nearest.empty()) << subject.violation;
        EXPECT_TRUE(nearest.front().same_article) << subject.violation;
        EXPECT_EQ(nearest.front().item,
                  subject.basis.find("食品") != std::string::npos ? "food.expired" : "quality.unsafe");
    }
}

// What is exported is imported again as the same lines with the same meaning.
TEST(Export, ComesBackTheSame) {
    const Reading first = read_bytes(example_bytes());
    ports::Spreadsheets::Rows rows;
    rows.emplace_back(headings.begin(), headings.end());
    for (const Line& line : first.lines) rows.emplace_back(line.cells.begin(), line.cells.end());
    const spreadsheet::Spreadsheets sheets;
    const auto& facts = discretion::loaded().facts();
    for (const auto& [name, bytes] :
         {std::pair("a.xlsx", sheets.write_xlsx(rows).value()), std::pair("a.csv", sheets.write_csv(rows))}) {
        const Reading again = read_table(sheets.read(name, bytes).value(), facts);
        EXPECT_EQ(again.lines, first.lines) << name;
        EXPECT_EQ(again.meanings.size(), first.meanings.size()) << name;
        EXPECT_TRUE(again.problems.empty()) << name;
    }
}

}  // namespace benchmark
