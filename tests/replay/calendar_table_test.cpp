#include "given.hpp"

namespace {

using calendar::Period;
using calendar::Unit;

// data-standards.md §6, row by row, with the holidays as published.
TEST(Calendar, CountsAsTheTableSays) {
    const struct {
        const char* why;
        const char* start;
        Period period;
        bool roll;
        const char* raw;
        const char* due;
    } table[] = {
        {"moved working Saturday counts",
         "2026-09-28",                                                     {5, Unit::working_days},
         true,                                                                                              "2026-10-10",
         "2026-10-10"                                                                                                                 },
        {"two holidays and one moved day",
         "2026-09-21",                                                     {15, Unit::working_days},
         true,                                                                                              "2026-10-19",
         "2026-10-19"                                                                                                                 },
        {"Spring Festival; 14 February counts",
         "2026-02-10",                                                     {7, Unit::working_days},
         true,                                                                                              "2026-02-26",
         "2026-02-26"                                                                                                                 },
        {"20 September works",                               "2026-09-18", {20, Unit::working_days}, true,  "2026-10-22", "2026-10-22"},
        {"roll past the holiday",                            "2026-07-03", {90, Unit::natural_days}, true,  "2026-10-01", "2026-10-08"},
        {"a seizure is not rolled",
         "2026-09-03",                                                     {30, Unit::natural_days},
         false,                                                                                             "2026-10-03",
         "2026-10-03"                                                                                                                 },
        {"pay",                                              "2026-09-18", {15, Unit::natural_days}, true,  "2026-10-03", "2026-10-08"},
        {"litigation period",                                "2026-04-03", {6, Unit::months},        true,  "2026-10-03", "2026-10-08"},
        {"reconsideration",                                  "2026-08-03", {60, Unit::natural_days}, true,  "2026-10-02", "2026-10-08"},
        {"9 February 2024 (除夕) works",
         "2024-02-05",                                                     {5, Unit::working_days},
         true,                                                                                              "2024-02-18",
         "2024-02-18"                                                                                                                 },
        {"moved Sunday before Labour Day",
         "2024-04-26",                                                     {7, Unit::working_days},
         true,                                                                                              "2024-05-09",
         "2024-05-09"                                                                                                                 },
        {"Mid-Autumn and National Day 2024",
         "2024-09-13",                                                     {15, Unit::working_days},
         true,                                                                                              "2024-10-11",
         "2024-10-11"                                                                                                                 },
        {"moved Sunday before Spring Festival",
         "2025-01-24",                                                     {5, Unit::working_days},
         true,                                                                                              "2025-02-07",
         "2025-02-07"                                                                                                                 },
        {"Labour Day 2025",                                  "2025-04-25", {7, Unit::working_days},  true,  "2025-05-08", "2025-05-08"},
        {"National Day 2025",                                "2025-09-26", {10, Unit::working_days}, true,  "2025-10-16", "2025-10-16"},
        {"31 August and a month: the last day of September",
         "2026-08-31",                                                     {1, Unit::months},
         false,                                                                                             "2026-09-30",
         "2026-09-30"                                                                                                                 },
        {"a leap day and a year",                            "2024-02-29", {1, Unit::years},         false, "2025-02-28", "2025-02-28"},
        {"the year's end: 1 January is off",
         "2024-12-30",                                                     {2, Unit::working_days},
         true,                                                                                              "2025-01-02",
         "2025-01-02"                                                                                                                 },
        {"into a Saturday and over New Year",
         "2025-12-18",                                                     {15, Unit::natural_days},
         true,                                                                                              "2026-01-02",
         "2026-01-04"                                                                                                                 },
    };
    for (const auto& row : table) {
        SCOPED_TRACE(row.why);
        const auto counted =
            given::work_calendar().count(given::day(row.start), row.period, {.roll = row.roll});
        EXPECT_EQ(counted.raw.str(), row.raw);
        EXPECT_EQ(counted.due.str(), row.due);
        EXPECT_FALSE(counted.provisional);
    }
}

TEST(Calendar, ClockHoursRunOverTheWeekend) {
    const auto friday = given::instant("2026-03-06T18:00:00+08:00");
    EXPECT_EQ(friday.plus_hours(24).str(), "2026-03-07T18:00:00+08:00");
}

TEST(Calendar, SaysThat2027IsProvisional) {
    const auto counted = given::work_calendar().count(given::day("2026-12-28"), {10, Unit::working_days});
    EXPECT_TRUE(counted.provisional);
    EXPECT_FALSE(given::work_calendar().provisional_sentence().empty());
    EXPECT_FALSE(
        given::work_calendar().count(given::day("2026-12-01"), {10, Unit::working_days}).provisional);
}

// data-standards.md §6: how many days each notice takes and gives back.
TEST(Calendar, HoldsEveryYear) {
    const struct {
        int year;
        int working_days;
    } table[] = {
        {2020, 249},
        {2021, 250},
        {2022, 249},
        {2023, 249},
        {2024, 251},
        {2025, 248},
        {2026, 248}
    };
    for (const auto& row : table) {
        SCOPED_TRACE(row.year);
        const auto before = base::Date(std::chrono::year(row.year) / 1 / 1).plus_days(-1);
        const auto last = base::Date(std::chrono::year(row.year) / 12 / 31);
        EXPECT_EQ(given::work_calendar().working_days_between(before, last), row.working_days);
    }
}

}  // namespace
