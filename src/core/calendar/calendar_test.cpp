#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "calendar/work_calendar.hpp"

namespace calendar {
namespace {

using namespace std::chrono_literals;
using base::Date;
using base::List;
using base::Object;
using base::Value;

List days(std::initializer_list<const char*> texts) {
    List list;
    for (const auto* text : texts) list.emplace_back(text);
    return list;
}

Value holiday(const char* name, std::initializer_list<const char*> texts) {
    return Object{
        {"name", name       },
        {"days", days(texts)}
    };
}

Value year(const char* status, List off, List work) {
    return Object{
        {"status", status         },
        {"off",    std::move(off) },
        {"work",   std::move(work)}
    };
}

// 2025: New Year only; 2026: the notice of the State Council; 2027: none yet.
Value holidays() {
    const Value y2025 = year("final", {holiday("元旦", {"2025-01-01"})}, {});
    const Value y2026 = year("final",
                             {holiday("元旦", {"2026-01-01", "2026-01-02", "2026-01-03"}),
                              holiday("清明", {"2026-04-04", "2026-04-05", "2026-04-06"}),
                              holiday("中秋节", {"2026-09-25", "2026-09-26", "2026-09-27"}),
                              holiday("国庆节", {"2026-10-01", "2026-10-02", "2026-10-03", "2026-10-04",
                                                 "2026-10-05", "2026-10-06", "2026-10-07"})},
                             days({"2026-01-04", "2026-09-20", "2026-10-10"}));
    return Object{
        {"years", Object{{"2025", y2025}, {"2026", y2026}, {"2027", year("unknown", {}, {})}}}
    };
}

const WorkCalendar& calendar_2026() {
    static const WorkCalendar calendar = WorkCalendar::from(holidays()).value();
    return calendar;
}

TEST(WorkCalendar, KnowsRestDaysByName) {
    const auto& calendar = calendar_2026();
    EXPECT_EQ(calendar.why_rest(2026y / 10 / 1), "国庆节");
    EXPECT_EQ(calendar.why_rest(2026y / 10 / 11), "周末");
    EXPECT_EQ(calendar.why_rest(2026y / 10 / 10), "");
    EXPECT_TRUE(calendar.is_made_up(2026y / 10 / 10));
    EXPECT_FALSE(calendar.is_working_day(2026y / 10 / 2));
}

TEST(WorkCalendar, SaysWhatItLeavesOut) {
    const auto counted =
        calendar_2026().count(2026y / 9 / 28, {.amount = 5, .unit = Unit::working_days}, {.explain = true});
    EXPECT_EQ(counted.due, Date(2026y / 10 / 10));
    ASSERT_EQ(counted.left_out.size(), 7U);
    EXPECT_EQ(counted.left_out.front(), (LeftOut{2026y / 10 / 1, "国庆节"}));
    EXPECT_EQ(counted.made_up, std::vector<Date>{2026y / 10 / 10});
    EXPECT_FALSE(counted.provisional);
}

TEST(WorkCalendar, MarksWhatReachesAYearWithoutNotice) {
    const auto counted = calendar_2026().count(2026y / 12 / 25, {.amount = 10, .unit = Unit::working_days});
    EXPECT_TRUE(counted.provisional);
    EXPECT_NE(calendar_2026().provisional_sentence().find("2026"), std::string::npos);
    EXPECT_TRUE(calendar_2026().count(3026y / 1 / 1, {.amount = 6, .unit = Unit::months}).provisional);
}

TEST(WorkCalendar, ExcludedDaysCountOnce) {
    const Excluded gaps[] = {
        {2026y / 3 / 6,  2026y / 3 / 15},
        {2026y / 3 / 10, 2026y / 3 / 20},
        {2026y / 9 / 1,  2026y / 9 / 9 }
    };
    const struct {
        const char* why;
        Period period;
        Date raw;
    } table[] = {
        {"union of 15 days, the third lies behind the end", {30, Unit::natural_days}, 2026y / 4 / 16},
        {"working days inside the union are left out",      {10, Unit::working_days}, 2026y / 3 / 31},
        {"months are lengthened by the union",              {1, Unit::months},        2026y / 4 / 17},
    };
    for (const auto& row : table) {
        SCOPED_TRACE(row.why);
        EXPECT_EQ(
            calendar_2026().count(2026y / 3 / 2, row.period, {.roll = false, .excluded = gaps}).raw.str(),
            row.raw.str());
    }
}

TEST(WorkCalendar, DoesNotListCenturies) {
    const Excluded gap[] = {
        {2026y / 3 / 6, 9999y / 12 / 31}
    };
    const auto counted =
        calendar_2026().count(2026y / 3 / 2, {30, Unit::natural_days}, {.excluded = gap, .explain = true});
    EXPECT_GT(counted.due, Date(9999y / 12 / 31));
    EXPECT_LE(counted.left_out.size(), 400U);
}

TEST(WorkCalendar, RefusesABrokenFile) {
    const struct {
        const char* why;
        Value content;
    } table[] = {
        {"nothing in it",           Object{}                                                        },
        {"30 February",
         Object{{"years", Object{{"2026", year("final", {holiday("x", {"2026-02-30"})}, {})}}}}     },
        {"make-up day on a Monday",
         Object{{"years", Object{{"2026", year("final", {}, days({"2026-03-02"}))}}}}               },
        {"status misspelt",         Object{{"years", Object{{"2026", year("finel", {}, {})}}}}      },
        {"a year is missing",
         Object{{"years", Object{{"2024", year("final", {}, {})}, {"2026", year("final", {}, {})}}}}},
        {"day of another year",
         Object{{"years", Object{{"2026", year("final", {holiday("x", {"2029-01-01"})}, {})}}}}     },
    };
    for (const auto& row : table) {
        SCOPED_TRACE(row.why);
        EXPECT_FALSE(WorkCalendar::from(row.content).has_value());
    }
}

Date any_day() {
    return Date(2025y / 3 / 1).plus_days(*rc::gen::inRange(0, 640));
}

RC_GTEST_PROP(WorkCalendar, WorkingDaysAreCountedBack, ()) {
    const auto& calendar = calendar_2026();
    const Date anchor = any_day();
    const int n = *rc::gen::inRange(1, 60);
    const Date due = calendar.nth_working_day_after(anchor, n);
    RC_ASSERT(calendar.is_working_day(due));
    RC_ASSERT(calendar.working_days_between(anchor, due) == n);
    RC_ASSERT(calendar.working_days_between(calendar.nth_working_day_before(due, n), due) == n);
}

RC_GTEST_PROP(WorkCalendar, DueIsNeverBeforeRawAndNeverFallsWithTheAnchor, ()) {
    const auto& calendar = calendar_2026();
    const Date anchor = any_day();
    const Period period{*rc::gen::inRange(1, 120),
                        *rc::gen::element(Unit::working_days, Unit::natural_days, Unit::months)};
    const auto counted = calendar.count(anchor, period);
    RC_ASSERT(counted.due >= counted.raw);
    RC_ASSERT(calendar.is_working_day(counted.due));
    RC_ASSERT(calendar.count(anchor.plus_days(1), period).due >= counted.due);
}

RC_GTEST_PROP(WorkCalendar, LeavingDaysOutNeverShortensAPeriod, ()) {
    const auto& calendar = calendar_2026();
    const Date anchor = any_day();
    const Period period{*rc::gen::inRange(1, 90), *rc::gen::element(Unit::working_days, Unit::natural_days)};
    const Date first = anchor.plus_days(*rc::gen::inRange(-20, 60));
    const Excluded gap[] = {
        {first, first.plus_days(*rc::gen::inRange(0, 40))}
    };
    RC_ASSERT(calendar.count(anchor, period, {.excluded = gap}).due >= calendar.count(anchor, period).due);
}

}  // namespace
}  // namespace calendar
