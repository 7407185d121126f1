#include <gtest/gtest.h>

#include <algorithm>

#include "example.hpp"

namespace benchmark {

namespace {

const std::string violation =
    "生产经营超过保质期的食品、食品添加剂,《食品安全法》第一百二十四条第一款第（五）项,";

TableReport report_on(const std::vector<std::string>& rows) {
    std::string bytes(heading_line);
    for (const std::string& row : rows) bytes += violation + row + ",\n";
    return check_table(table_of(bytes), discretion::loaded(), discretion::no_benchmarks());
}

bool has(const TableReport& report, std::string_view kind) {
    return std::ranges::find(report.faults, kind, &TableFault::kind) != report.faults.end();
}

std::string words_of(const TableReport& report) {
    std::string words;
    for (const TableFault& fault : report.faults) words += fault.kind + " " + fault.detail + "\n";
    return words;
}

}  // namespace

TEST(TableCheck, FindsNothingInTheExample) {
    const auto report =
        check_table(table_of(example_bytes()), discretion::loaded(), discretion::no_benchmarks());
    EXPECT_TRUE(report.faults.empty()) << words_of(report);
    EXPECT_GT(report.points, 10U);
    const auto changes = std::ranges::count_if(report.differences, &Difference::changes);
    EXPECT_EQ(changes, 8);
    EXPECT_EQ(std::ranges::count_if(report.differences, [](const Difference& one) { return !one.changes(); }),
              3);
}

TEST(TableCheck, FindsEverySeededFault) {
    struct Row {
        const char* why;
        std::vector<std::string> rows;
        const char* kind;
    };
    const Row table[] = {
        {"above the maximum",            {"从重,甲,货值金额不足1万元的，处8万元以上11万元以下罚款"},  "outside_the_law"},
        {"below the minimum",            {"从轻,甲,货值金额不足1万元的，处4万元以上6.5万元以下罚款"}, "outside_the_law"},
        {"mitigated above the minimum",
         {"减轻,甲,货值金额不足1万元的，处5万元以上6万元以下罚款"},
         "outside_the_law"                                                                                             },
        {"times above the maximum",
         {"从重,甲,货值金额1万元以上的，处货值金额17倍以上21倍以下罚款"},
         "outside_the_law"                                                                                             },
        {"a gap between tiers",
         {"从轻,甲,货值金额不足1万元的，处5万元以上6万元以下罚款",
          "一般,甲,货值金额不足1万元的，处超过6.2万元不足8.5万元罚款"},
         "gap"                                                                                                         },
        {"two rows of one tier",
         {"从轻,甲,货值金额不足1万元的，处5万元以上6万元以下罚款",
          "从轻,乙,货值金额不足1万元的，处5万元以上6.5万元以下罚款"},
         "overlap"                                                                                                     },
        {"lighter than the tier below",
         {"从重,甲,货值金额不足1万元的，处5万元以上6万元以下罚款"},
         "not_monotone"                                                                                                },
        {"lighter for more goods",
         {"从轻,货值金额不足5000元,处6万元以上6.5万元以下罚款",
          "从轻,货值金额5000元以上不足1万元,处5万元以上6万元以下罚款"},
         "not_monotone"                                                                                                },
        {"sums where the law has times",
         {"从轻,货值金额1万元以上,处10万元以上13万元以下罚款"},
         "no_such_range"                                                                                               },
        {"times of another base",        {"从轻,甲,处违法所得10倍以上13倍以下罚款"},                  "no_such_range"  },
    };
    for (const Row& row : table) {
        const auto report = report_on(row.rows);
        EXPECT_TRUE(has(report, row.kind)) << row.why << "\n" << words_of(report);
    }
}

TEST(TableCheck, NamesAnItemThatIsNotThere) {
    auto table = table_of(example_bytes());
    for (auto& row : table.rows) row.violation = "no.such";
    EXPECT_TRUE(has(check_table(table, discretion::loaded(), discretion::no_benchmarks()), "unknown_item"));
}

}  // namespace benchmark
