#include <gtest/gtest.h>

#include "alarms/digest.hpp"
#include "alarms/warnings.hpp"
#include "cases/duties.hpp"
#include "catalogue/catalogue.hpp"
#include "clocks/warnings.hpp"
#include "testing/memory_desk.hpp"

namespace {

using alarms::Kind;
using namespace std::chrono_literals;

const books::Books& law() {
    static const auto books = books::load_books(catalogue::Files());
    if (!books) throw std::runtime_error(books.error().message);
    return **books;
}

constexpr base::Date today(2026y / 11 / 20);  // a Friday

struct Alarms : testing::Test {
    testing_office::MemoryDesk desk{
        law(), *demo::Organisation::from(*catalogue::Files().load("demo/organisation.yaml"))};

    Alarms() { desk.clock.set(base::Instant::at(today, 9)); }

    static std::vector<std::string> every_act() {
        std::vector<std::string> acts;
        for (const auto& type : law().rules.table.acts()) acts.push_back(type.id);
        return acts;
    }

    static ports::DueClock clock(const char* code, const char* status, int days,
                                 std::vector<std::string> handlers = {}) {
        const auto* row = law().rules.clocks.find(code, today);
        std::optional<base::Date> warn_on;
        if (row != nullptr && !row->warn_before.empty())
            warn_on = clocks::warned_before(*row, today.plus_days(days - 90), today.plus_days(days),
                                            row->warn_before.front(), law().rules.calendar);
        return {
            .case_no = "990101-2026-000001",
            .cause = "涉嫌未按规定明码标价",
            .party = "张三",
            .node = "s-donghu",
            .handlers = std::move(handlers),
            .handler_names = {"周敏"},
            .clock = {.code = code,
                              .title = row == nullptr ? code : row->title,
                              .basis = row == nullptr ? "" : row->basis,
                              .status = status,
                              .anchor = today.plus_days(days - 90),
                              .due = today.plus_days(days),
                              .raw = today.plus_days(days),
                              .warn_on = warn_on},
            .open_acts = every_act()
        };
    }
};

TEST_F(Alarms, HaveAKindBySituation) {
    const struct {
        const char* why;
        const char *code, *status;
        int days;
        std::optional<Kind> kind;
    } table[] = {
        {"goods held beyond the term",             "SEIZE",       "missed",  -1, Kind::unlawful_hold},
        {"a registration that fell",               "REG_KEEP",    "missed",  -3, Kind::unlawful_hold},
        {"the decision is late",                   "CASE_DECIDE", "missed",  -1, Kind::overdue      },
        {"the lists still say running",            "CASE_DECIDE", "running", -1, Kind::overdue      },
        {"the last day",                           "CASE_DECIDE", "running", 0,  Kind::today        },
        {"the first warning day of the catalogue", "CASE_DECIDE", "running", 30, Kind::warning      },
        {"… which falls on the Saturday after",    "CASE_DECIDE", "running", 31, Kind::warning      },
        {"… on the Monday after",                  "CASE_DECIDE", "running", 33, std::nullopt       },
        {"two days before the goods are free",     "SEIZE",       "running", 2,  Kind::warning      },
        {"a right that ended is no alarm",         "HEAR_REQ",    "over",    -1, std::nullopt       },
        {"a right about to end neither",           "ANSWER",      "running", 0,  std::nullopt       },
        {"a party that has not paid",              "PAY",         "missed",  -1, Kind::overdue      },
    };
    for (const auto& row : table) {
        SCOPED_TRACE(row.why);
        const auto alarm = desk.watch.alarm_of(clock(row.code, row.status, row.days), {}, desk.clock.now());
        ASSERT_EQ(alarm.has_value(), row.kind.has_value());
        if (!alarm) continue;
        EXPECT_EQ(alarm->kind, *row.kind) << alarm->says;
        EXPECT_FALSE(alarm->cures.empty());
        EXPECT_FALSE(alarm->basis.empty());
    }
}

TEST_F(Alarms, WarnOnTheDaysTheAgencyChose) {
    const std::vector<ports::ClockWarning> own{
        {.code = "CASE_DECIDE", .before = {60, 10}, .after = {}}
    };
    const auto at = [&](int days) {
        return desk.watch.alarm_of(clock("CASE_DECIDE", "running", days), own, desk.clock.now()).has_value();
    };
    EXPECT_TRUE(at(60));
    EXPECT_TRUE(at(61)) << "the day would be a Saturday";
    EXPECT_FALSE(at(63));
}

// 程序规定 第十八条第一款: the days an agency chose itself go with an extension and with time not counted, as
// those of the catalogue do.
TEST_F(Alarms, ChosenDaysMoveWithThePeriod) {
    const std::vector<ports::ClockWarning> own{
        {.code = "CLUE_CHECK", .before = {},   .after = {10, 13}},
        {.code = "REVIEW",     .before = {1},  .after = {}      },
        {.code = "ASSIST",     .before = {99}, .after = {}      }
    };
    const auto begun = base::Date(2026y / 11 / 2);
    const auto& days = law().rules.calendar;
    const auto warned_first = [&](const char* code, base::Date due) {
        auto row = clock(code, "running", due - today);
        row.clock.anchor = begun;
        for (base::Date on = begun; on < due; on = on.plus_days(1)) {
            desk.clock.set(base::Instant::at(on, 9));
            EXPECT_EQ(desk.watch.alarm_of(row, own, desk.clock.now()).has_value(),
                      desk.watch.is_warned(row.clock, own));
            if (desk.watch.is_warned(row.clock, own)) return on;
        }
        return due;
    };
    EXPECT_EQ(warned_first("CLUE_CHECK", days.nth_working_day_after(begun, 15)),
              days.nth_working_day_after(begun, 10));
    EXPECT_EQ(warned_first("CLUE_CHECK", days.nth_working_day_after(begun, 30)),
              days.nth_working_day_after(begun, 25))
        << "fifteen days more";
    EXPECT_EQ(warned_first("REVIEW", base::Date(2026y / 11 / 16)), base::Date(2026y / 11 / 13))
        << "one working day before a Monday";
    EXPECT_EQ(warned_first("ASSIST", days.nth_working_day_after(begun, 15)), begun.plus_days(1))
        << "longer than the period: as long as it runs";
}

TEST_F(Alarms, LookAheadAsFarAsAnyWarning) {
    const auto horizon = [&] {
        const auto found = desk.watch.due(desk.viewer("lu-ping"), 10);
        EXPECT_TRUE(found);
        return desk.alarms.asked_until;
    };
    EXPECT_GE(horizon(), today.plus_days(180));
    desk.alarms.chosen = {
        {.code = "REVIEW", .before = {200}, .after = {}}
    };
    EXPECT_GE(horizon(), law().rules.calendar.nth_working_day_after(today, 200));
}

TEST_F(Alarms, AnHourThatHasPassedIsLateOnTheSameDay) {
    auto urgent = clock("URGENT_APPROVAL", "running", 0);
    urgent.clock.due_instant = base::Instant::at(today, 8);
    const auto late = desk.watch.alarm_of(urgent, {}, desk.clock.now());
    EXPECT_EQ(late->kind, Kind::unlawful_hold);
    EXPECT_EQ(late->cures.front().first, "lift_seizure");
    EXPECT_NE(late->says.find("逾期1小时"), std::string::npos) << late->says;
    urgent.open_acts = {"approve_urgent"};
    EXPECT_EQ(desk.watch.alarm_of(urgent, {}, desk.clock.now())->kind, Kind::overdue) << "nothing is held";
    urgent.clock.due_instant = base::Instant::at(today, 10);
    EXPECT_EQ(desk.watch.alarm_of(urgent, {}, desk.clock.now())->kind, Kind::today);
}

TEST_F(Alarms, LeadToWhatIsOpenAlone) {
    auto late = clock("CASE_DECIDE", "missed", -1);
    late.open_acts = {"report_investigation", "suspend", "extend_decision"};
    const auto cures = desk.watch.alarm_of(late, {}, desk.clock.now())->cures;
    ASSERT_EQ(cures.size(), 1U) << "neither more time nor a suspension helps a period that is over";
    EXPECT_EQ(cures[0].first, "report_investigation");
    auto near = clock("CASE_DECIDE", "running", 5);
    near.open_acts = {"report_investigation", "suspend", "extend_decision"};
    EXPECT_EQ(desk.watch.alarm_of(near, {}, desk.clock.now())->cures.size(), 3U);
}

TEST_F(Alarms, LeadToTheNextStepOfEachState) {
    const struct {
        const char *why, *code, *status;
        int days;
        std::vector<std::string> open;
        std::string first;
    } table[] = {
        {"a notice that was approved",          "CASE_DECIDE", "missed",  -1, {"serve", "suspend"},        "serve"         },
        {"a hearing was asked for",             "CASE_DECIDE", "missed",  -1, {"name_host", "suspend"},    "name_host"     },
        {"… its day is not fixed",              "CASE_DECIDE", "missed",  -1, {"fix_hearing", "suspend"},  "fix_hearing"   },
        {"… is to be held",                     "CASE_DECIDE", "missed",  -1, {"hold_hearing", "suspend"}, "hold_hearing"  },
        {"… was held",                          "CASE_DECIDE", "missed",  -1, {"report_hearing"},          "report_hearing"},
        {"suspended after its last day",        "CASE_DECIDE", "missed",  -1, {"resume"},                  "resume"        },
        {"the letter that goes before",         "COURT_APPLY", "running", 5,  {"dun"},                     "dun"           },
        {"the letter is not served",            "COURT_APPLY", "running", 5,  {"serve"},                   "serve"         },
        {"the three months are over",           "COURT_APPLY", "missed",  -1, {"apply_court", "dun"},      ""              },
        {"more time for a review that is late",
         "REVIEW",                                             "missed",
         -1,
         {"review", "extend_review"},
         "review"                                                                                                          },
        {"more time alone",                     "REVIEW",      "missed",  -1, {"extend_review"},           ""              },
        {"an objection on the fourth day",      "REF_OBJECT",  "missed",  -1, {"object_police_decision"},  ""              },
    };
    for (const auto& row : table) {
        SCOPED_TRACE(row.why);
        auto due = clock(row.code, row.status, row.days);
        due.open_acts = row.open;
        const auto cures = desk.watch.alarm_of(due, {}, desk.clock.now())->cures;
        EXPECT_EQ(cures.empty() ? "" : cures.front().first, row.first);
    }
}

TEST_F(Alarms, OfAPeriodGoToWhoKeepsIt) {
    desk.alarms.clocks = {clock("REVIEW", "missed", -1, {"zhou-min"}),
                          clock("PUBLISH_SAME", "running", 2, {"zhou-min"})};
    const auto told = [&](const char* person) {
        std::string clocks;
        const auto alarms = desk.watch.alarms(desk.viewer(person), alarms::Scope::mine);
        for (const auto& alarm : *alarms) clocks += alarm.clock + " ";
        return clocks;
    };
    EXPECT_EQ(told("song-yan"), "REVIEW ");
    EXPECT_EQ(told("meng-lan"), "PUBLISH_SAME ");
    EXPECT_EQ(told("he-feng"), "");
}

// An alarm can only show what the rows of a case remember as open.
TEST(AlarmTable, NamesNoCureThatTheListsForget) {
    const auto table = alarms::Table::from(*catalogue::Files().load("procedure/alarms.yaml"),
                                           law().rules.table, law().rules.clocks);
    ASSERT_TRUE(table) << table.error().message;
    for (const auto& [clock, cures] : table->cures) {
        const auto known = cases::acts_about(clock);
        for (const auto& act : cures)
            EXPECT_NE(std::ranges::find(known, act), known.end()) << clock << " " << act;
    }
}

TEST_F(Alarms, AreSeenByThoseTheyConcern) {
    desk.alarms.clocks = {clock("CASE_DECIDE", "missed", -2, {"zhou-min"}),
                          clock("SEIZE", "missed", -1, {"tang-li"})};
    desk.alarms.clocks.back().node = "s-nanqiao";
    const auto count = [&](const char* person, alarms::Scope scope) {
        const auto found = desk.watch.alarms(desk.viewer(person), scope);
        return found ? static_cast<int>(found->size()) : -1;
    };
    EXPECT_EQ(count("zhou-min", alarms::Scope::mine), 1);
    EXPECT_EQ(count("zhou-min", alarms::Scope::agency), -1) << "not his to see";
    EXPECT_EQ(count("qian-wei", alarms::Scope::unit), 1);
    EXPECT_EQ(count("lu-ping", alarms::Scope::agency), 2);
    EXPECT_EQ(desk.watch.alarms(desk.viewer("lu-ping"), alarms::Scope::agency)->front().kind,
              Kind::unlawful_hold);
}

TEST_F(Alarms, ADigestIsWrittenOnceADay) {
    desk.alarms.clocks = {clock("SEIZE", "missed", -1, {"zhou-min"})};
    const auto always = [] { return true; };
    const auto first = alarms::write_digests(desk.watch, always);
    ASSERT_TRUE(first) << first.error().message;
    EXPECT_GT(first->made, 10);
    EXPECT_EQ(first->made, first->persons);
    EXPECT_EQ(alarms::write_digests(desk.watch, always)->made, 0);
    const std::string& text = desk.alarms.told.at({"zhou-min", today}).text;
    EXPECT_EQ(text,
              "2026年11月20日 周敏今日事项\n一、超期占有财物1件\n  990101-2026-000001 涉嫌未按规定明码标价："
              "查封、扣押期限已于2026年11月19日届满，逾期1日：查封、扣押期限届满，尚未解除或者处理，"
              "继续查封、扣押没有依据。可办：解除查封、扣押、作出行政处理决定、先行处置、送达\n");
    EXPECT_EQ(desk.alarms.told.at({"he-feng", today}).text,
              "2026年11月20日 何峰今日事项\n没有需要处理的事项。\n");
}

TEST_F(Alarms, AreNeverSwitchedOff) {
    const auto set = [&](const char* person, const char* code, std::vector<int> before) {
        const auto done =
            alarms::set_warning(desk.office, desk.alarms, desk.viewer(person), code, std::move(before), {});
        return done ? std::string() : done.error().code;
    };
    EXPECT_EQ(set("lu-ping", "CASE_DECIDE", {20, 3}), "");
    EXPECT_EQ(set("zhou-min", "CASE_DECIDE", {20}), "not_permitted");
    EXPECT_EQ(set("lu-ping", "CASE_DECIDE", {}), "missing_field");
    EXPECT_EQ(set("lu-ping", "CASE_DECIDE", {0}), "out_of_range");
    EXPECT_EQ(set("lu-ping", "CASE_DECIDE", {400}), "out_of_range");
    EXPECT_EQ(set("lu-ping", "CASE_DECIDE", {1, 2, 3, 4, 5, 6}), "too_many");
    EXPECT_EQ(set("lu-ping", "HEAR_REQ", {1}), "not_found") << "nobody is warned of a right";
    EXPECT_EQ(set("lu-ping", "X", {1}), "not_found");
}

}  // namespace
