#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "books/books.hpp"
#include "calendars/differences.hpp"
#include "cases/project.hpp"
#include "catalogue/catalogue.hpp"
#include "json/json.hpp"
#include "procedure/case.hpp"
#include "procedure/scenario.hpp"

// What the officers read before a change of the holidays is accepted: everything that will stand otherwise.
namespace {

using Differences = std::vector<ports::CalendarDifference>;

const procedure::Rules& in_force() {
    static const auto rules = books::load_rules(catalogue::Files()).value();
    return rules;
}

base::Date day(const char* text) {
    return base::Date::parse(text).value();
}

// The rules with these days off besides; they are days of one year of the catalogue.
procedure::Rules with_days_off(const std::vector<base::Date>& days) {
    base::Value holidays = catalogue::Files().load("calendar/holidays.yaml").value();
    base::Object& years = *holidays.as_object()->find("years")->as_object();
    base::Object& year = *years.find(std::to_string(days.front().year()))->as_object();
    base::List off = *year.find("off")->as_list();
    base::List listed;
    for (const base::Date each : days) listed.emplace_back(each.str());
    off.emplace_back(base::Object{
        {"name", "临时放假"       },
        {"days", std::move(listed)}
    });
    year.set("off", std::move(off));
    procedure::Rules rules = in_force();
    rules.calendar = calendar::WorkCalendar::from(holidays).value();
    return rules;
}

ports::Projection shown(const procedure::Rules& rules, const char* scenario, int last, base::Date today) {
    std::ifstream file(std::string(ZHIHENG_SOURCE_DIR) + "/tests/scenario/" + scenario + ".json");
    const auto story =
        procedure::read_scenario(json::parse(std::string(std::istreambuf_iterator<char>(file), {})).value())
            .value();
    procedure::Case folded(rules, story.matter);
    std::vector<ports::RecordedAct> acts;
    for (const auto& act : story.acts) {
        if (act.n > last) break;
        EXPECT_TRUE(folded.restore(act)) << act.n;
        acts.push_back({.act = act, .signatures = {}, .attachments = {}, .prev_hash = {}, .hash = {}});
    }
    return cases::project(folded, today, acts);
}

Differences changed(const char* scenario, int last, base::Date today, const std::vector<base::Date>& off) {
    const auto rules = with_days_off(off);
    const auto changes =
        calendars::day_changes(in_force().calendar, rules.calendar, off.front(), off.back().plus_days(1));
    return calendars::differences("990101-2024-000001", shown(in_force(), scenario, last, today),
                                  shown(rules, scenario, last, today), changes);
}

const ports::CalendarDifference* of(const Differences& found, std::string_view code) {
    const auto one = std::ranges::find(found, code, &ports::CalendarDifference::code);
    return one == found.end() ? nullptr : &*one;
}

bool says(const ports::CalendarDifference& one, std::string_view words) {
    return one.why.find(words) != std::string::npos;
}

}  // namespace

TEST(CalendarDifferences, AMissedClockComesBackToLife) {
    const auto today =
        shown(in_force(), "fertiliser_2024", 1, day("2024-03-20")).clocks.front().due.plus_days(1);
    const auto last = today.plus_days(-1);
    const auto found = changed("fertiliser_2024", 1, today, {last});
    const auto* clock = of(found, "CLUE_CHECK");
    ASSERT_NE(clock, nullptr);
    EXPECT_EQ(clock->old_due, last);
    EXPECT_GT(*clock->new_due, last);
    EXPECT_TRUE(says(*clock, "状态由“逾期”变为“进行中”")) << clock->why;
    EXPECT_TRUE(says(*clock, "由工作日改为临时放假")) << clock->why;
}

// 行政强制法 第五十三条: the three months begin when the time for a suit has ended, whichever day that is.
TEST(CalendarDifferences, AClockThatBeginsWithTheEndOfAnotherMovesWithIt) {
    const auto found =
        changed("fertiliser_2024", 32, day("2025-01-10"), {day("2024-12-09"), day("2024-12-10")});
    const auto* suit = of(found, "SUIT_WINDOW");
    ASSERT_NE(suit, nullptr) << "a right that is over ended on another day";
    EXPECT_EQ(suit->old_due, day("2024-12-09"));
    EXPECT_EQ(suit->new_due, day("2024-12-11"));
    const auto* court = of(found, "COURT_APPLY");
    ASSERT_NE(court, nullptr);
    EXPECT_EQ(court->old_due, day("2025-03-10"));
    EXPECT_EQ(court->new_due, day("2025-03-11"));
    EXPECT_TRUE(says(*court, "起算日由2024年12月9日改为2024年12月11日")) << court->why;
}

TEST(CalendarDifferences, AClockThatHasNotBegunAnyMoreIsNamed) {
    const auto found =
        changed("fertiliser_2024", 32, day("2024-12-10"), {day("2024-12-09"), day("2024-12-10")});
    const auto* suit = of(found, "SUIT_WINDOW");
    ASSERT_NE(suit, nullptr);
    EXPECT_TRUE(says(*suit, "状态由“已届满”变为“进行中”")) << suit->why;
    const auto* court = of(found, "COURT_APPLY");
    ASSERT_NE(court, nullptr);
    EXPECT_TRUE(court->old_due);
    EXPECT_FALSE(court->new_due);
    EXPECT_TRUE(says(*court, "尚未起算")) << court->why;
}

// 程序规定 第五十七条第二款: while the five working days run the case is not ripe for a decision.
TEST(CalendarDifferences, AStateThatChangesIsNamed) {
    const auto found = changed("fertiliser_2024", 28, day("2024-06-04"), {day("2024-06-03")});
    const auto* state = of(found, "STATE");
    ASSERT_NE(state, nullptr);
    EXPECT_FALSE(state->old_due || state->new_due);
    EXPECT_TRUE(says(*state, "变为")) << state->why;
    EXPECT_EQ(state->position, 0);
    EXPECT_NE(of(found, "ANSWER"), nullptr);
}

TEST(CalendarDifferences, WhatWasDoneStandsStill) {
    const auto found = changed("fertiliser_2024", 12, day("2024-05-10"), {day("2024-04-01")});
    EXPECT_EQ(of(found, "CLUE_CHECK"), nullptr) << "the check ended with the filing";
}
