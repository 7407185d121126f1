#include "procedure/editions.hpp"

#include <gtest/gtest.h>

namespace procedure {

namespace {

using base::List;
using base::Object;
using base::Value;

base::Date day(std::string_view text) {
    return base::Date::parse(text).value();
}

// One act that three texts governed one after the other, told apart by their titles.
Object version(const char* title) {
    return Object{
        {"id",        "file_case"        },
        {"title",     title              },
        {"phase",     "clue"             },
        {"basis",     "程序规定 第十九条"},
        {"who",       List{"HANDLER"}    },
        {"open",      List{"FILED"}      },
        {"documents", List{1}            },
        {"fields",    List{}             }
    };
}

Object dated(Object row, const char* from, const char* until = nullptr) {
    if (from != nullptr) row.set("in_force_from", from);
    if (until != nullptr) row.set("in_force_until", until);
    return row;
}

Object reaching(Object row) {
    row.set("running", "new");
    return row;
}

base::Result<Editions> editions(List acts) {
    Object labels;
    for (std::size_t i = 0; i < main_state_count; ++i) labels.set(name(static_cast<MainState>(i)), "状态");
    const Value content = Object{
        {"acts", std::move(acts)}
    };
    const Value states = Object{
        {"states",     std::move(labels)              },
        {"sub_states", Object{}                       },
        {"roles",      Object{{"HANDLER", "办案人员"}}},
        {"phases",     Object{{"clue", "案源"}}       },
        {"groups",     Object{}                       }
    };
    const Value refusals = Object{
        {"refusals", Object{{"element_missing", Object{{"says", "缺少内容"}}}}}
    };
    const Value documents = Object{
        {"documents", List{Object{{"no", 1}, {"id", "register"}, {"title", "登记表"}}}}
    };
    const Value papers = Object{};
    return Editions::from(
        {.acts = content, .papers = papers, .states = states, .refusals = refusals, .documents = documents});
}

std::string title(const Editions& all, std::string_view began, std::string_view on) {
    const auto* type = all.of(day(began), day(on)).find("file_case");
    return type == nullptr ? "" : type->title;
}

}  // namespace

TEST(Editions, ARunningCaseKeepsTheTextItBeganUnder) {
    const auto all =
        editions({dated(version("旧"), nullptr, "2025-12-31"), dated(version("新"), "2026-01-01")});
    ASSERT_TRUE(all) << all.error().message;
    EXPECT_EQ(all->days(), std::vector{day("2026-01-01")});
    struct Row {
        const char* why;
        const char* began;
        const char* on;
        const char* title;
    };
    const Row rows[] = {
        {"before the change",                        "2025-06-01", "2025-06-02", "旧"},
        {"on the last day of the old text",          "2025-12-31", "2025-12-31", "旧"},
        {"begun on the last day, acting on the new", "2025-12-31", "2026-01-01", "旧"},
        {"begun on the first day",                   "2026-01-01", "2026-01-01", "新"},
        {"begun long before, acting long after",     "2020-01-01", "2027-01-01", "旧"},
    };
    for (const Row& row : rows) EXPECT_EQ(title(*all, row.began, row.on), row.title) << row.why;
    EXPECT_EQ(all->latest().find("file_case")->title, "新");
}

TEST(Editions, ATextMayReachRunningCasesFromItsFirstDay) {
    const auto all =
        editions({dated(version("旧"), nullptr, "2025-12-31"), reaching(dated(version("新"), "2026-01-01"))});
    ASSERT_TRUE(all) << all.error().message;
    EXPECT_EQ(title(*all, "2025-06-01", "2025-12-31"), "旧");
    EXPECT_EQ(title(*all, "2025-06-01", "2026-01-01"), "新");
}

TEST(Editions, AnActOfALaterTextIsUnknownToAnEarlierCase) {
    const auto all = editions({dated(version("新设"), "2026-01-01")});
    ASSERT_TRUE(all) << all.error().message;
    EXPECT_EQ(title(*all, "2025-06-01", "2026-06-01"), "");
    EXPECT_EQ(title(*all, "2026-06-01", "2026-06-01"), "新设");
}

TEST(Editions, ThreeTextsGiveThreeSpans) {
    const auto all =
        editions({dated(version("一"), nullptr, "2024-12-31"),
                  dated(version("二"), "2025-01-01", "2025-12-31"), dated(version("三"), "2026-01-01")});
    ASSERT_TRUE(all) << all.error().message;
    EXPECT_EQ(all->days().size(), 2U);
    for (const char* on : {"2025-03-01", "2026-03-01"}) EXPECT_EQ(title(*all, "2025-02-01", on), "二") << on;
    EXPECT_EQ(title(*all, "2024-02-01", "2026-03-01"), "一");
}

TEST(Editions, ADayThatIsNoneIsNamed) {
    const auto all = editions({dated(version("旧"), "2026-02-30")});
    ASSERT_FALSE(all);
    EXPECT_EQ(all.error().code, "bad_catalogue");
    EXPECT_NE(all.error().message.find("file_case"), std::string::npos) << all.error().message;
}

}  // namespace procedure
