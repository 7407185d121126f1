#include <gtest/gtest.h>

#include "example.hpp"

namespace benchmark {

namespace {

using base::Object;
using base::Value;

Value request(std::string_view goods_value, std::string_view act_end, std::string_view decision_on,
              std::string_view jurisdiction = "990101") {
    return Object{
        {"violation_id",  "food.expired"                                                     },
        {"jurisdiction",  jurisdiction                                                       },
        {"act_end",       act_end                                                            },
        {"decision_on",   decision_on                                                        },
        {"actor",         Object{{"kind", "entity"}}                                         },
        {"facts",         Object{{"goods_value", goods_value}}                               },
        {"circumstances",
         base::List{Object{{"code", "removed_harm"}, {"evidence_ids", base::List{"ZJ0001"}}}}}
    };
}

std::string band_of(const Value& answer) {
    const Value& band = answer["band"];
    return std::string(band.truth("min_incl") ? "[" : "(") + std::string(band.text("min")) + "," +
           std::string(band.text("max")) + (band.truth("max_incl") ? "]" : ")");
}

discretion::Benchmarks in_force() {
    discretion::Benchmarks benchmarks;
    benchmarks.add(table_of(example_bytes()));
    return benchmarks;
}

}  // namespace

TEST(Decide, UsesTheTableOfThePlaceFromItsDay) {
    struct Row {
        const char* why;
        Value request;
        const char* band;
        bool by_table;
    };
    const Row table[] = {
        {"in force: sums", request("300", "2026-03-01", "2026-04-01"), "[50000.00,60000.00]", true},
        {"in force: times", request("15000", "2026-03-01", "2026-04-01"), "[150000.00,180000.00]", true},
        {"serious without a range of its own", request("20000", "2026-03-01", "2026-04-01"),
         "(240000.00,320000.00)", true},
        {"another district", request("300", "2026-03-01", "2026-04-01", "990102"), "[50000.00,65000.00]",
         false},
        {"decided before its day", request("300", "2025-12-05", "2025-12-31"), "[50000.00,65000.00]", false},
        {"act before its day, and the table is lighter", request("300", "2025-12-05", "2026-02-01"),
         "[50000.00,60000.00]", true},
    };
    const auto benchmarks = in_force();
    for (const Row& row : table) {
        const Value answer = discretion::decide_all(row.request, discretion::loaded(), benchmarks);
        EXPECT_EQ(band_of(answer), row.band) << row.why;
        EXPECT_EQ(answer.has("benchmark"), row.by_table) << row.why;
    }
}

// 行政处罚法 第三十七条: a table that came after the act and is heavier leaves the older answer.
TEST(Decide, KeepsTheOlderTableWhereTheNewerIsHeavier) {
    std::string heavier(heading_line);
    heavier +=
        "生产经营超过保质期的食品、食品添加剂,《食品安全法》第一百二十四条第一款第（五）项,从轻,甲,"
        "货值金额不足1万元的，处5万元以上6.2万元以下罚款,\n";
    auto second = table_of(heavier, "2026-06-01");
    second.id = "t2";
    second.version = 2;
    const auto benchmarks = in_force().with(second);
    const auto band = [&](std::string_view act_end, std::string_view decision_on) {
        return band_of(
            discretion::decide_all(request("300", act_end, decision_on), discretion::loaded(), benchmarks));
    };
    EXPECT_EQ(band("2026-03-01", "2026-07-01"), "[50000.00,60000.00]");
    EXPECT_EQ(band("2026-06-02", "2026-07-01"), "[50000.00,62000.00]");
    EXPECT_EQ(band("2026-03-01", "2026-04-01"), "[50000.00,60000.00]");
}

TEST(Decide, SaysInTraceAndReasonsWhereTheBandIsFrom) {
    const Value answer =
        discretion::decide_all(request("300", "2026-03-01", "2026-04-01"), discretion::loaded(), in_force());
    EXPECT_NE(answer.text("reasoning_text").find("《示例基准》"), std::string_view::npos);
    EXPECT_EQ(answer["benchmark"].integer("line"), 3);
    bool is_traced = false;
    for (const Value& node : answer.list("trace"))
        is_traced = is_traced || node.text("rule") == "benchmark_table";
    EXPECT_TRUE(is_traced);
}

}  // namespace benchmark
