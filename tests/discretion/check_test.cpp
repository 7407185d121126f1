#include "discretion/check.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "json/json.hpp"
#include "loaded.hpp"

namespace discretion {

namespace {

using base::Value;

// The rows of product quality with one value changed.
CheckReport checked_with(std::string_view violation, std::string_view path, Value value) {
    Sources sources = Sources::read(catalogue::Files()).value();
    for (auto& [file, rows] : sources.violations)
        for (Value& row : *rows.as_list()) {
            if (row.text("id") != violation) continue;
            const auto dot = path.rfind('.');
            const auto& place = row.at(path.substr(0, dot));
            const_cast<Value&>(place).as_object()->set(path.substr(dot + 1), std::move(value));
        }
    return check(Catalogue::from(sources).value());
}

struct Row {
    const char* why;
    const char* violation;
    const char* path;
    const char* value;
    const char* kind;
};

const Row rows[] = {
    {"9,000 to 10,000 falls between two brackets", "food.expired",
     "versions.0.fine.brackets.0.when.goods_value",                                                                         R"({"lt":9000})",         "gap"            },
    {"exactly 10,000 lies in both",                "food.expired",      "versions.0.fine.brackets.0.when.goods_value",
     R"({"lte":10000})",                                                                                                                              "overlap"        },
    {"50,000 itself is left out",                  "ip.trademark-sale", "versions.0.fine.brackets.0.when.illegal_turnover",
     R"({"gt":50000})",                                                                                                                               "gap"            },
    {"a month has no text",                        "uc.defamation",     "versions.1.in_force",                              R"(["2025-11-15",null])",
     "days_without_text"                                                                                                                                               },
    {"in force before the law was",                "quality.unsafe",    "versions.0.in_force",                              R"(["2010-01-01",null])",
     "outside_the_law"                                                                                                                                                 },
    {"an article of another law",                  "quality.unsafe",    "versions.0.penalty",                               R"(["ADL 55"])",          "outside_the_law"},
};

}  // namespace

TEST(Check, FindsNothingInTheCatalogue) {
    const CheckReport report = check(loaded());
    EXPECT_TRUE(report.faults.empty()) << json::write_pretty(report.to_value());
    EXPECT_GT(report.fines, 350u);
    EXPECT_GT(report.points, report.fines);
}

TEST(Check, FindsEverySeededFault) {
    for (const Row& row : rows) {
        SCOPED_TRACE(row.why);
        const CheckReport report =
            checked_with(row.violation, row.path, base::Value(json::parse(row.value).value()));
        ASSERT_FALSE(report.faults.empty());
        EXPECT_EQ(report.faults.front().kind, row.kind);
        EXPECT_EQ(report.faults.front().violation, row.violation);
    }
}

}  // namespace discretion
