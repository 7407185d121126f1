#include "clocks/clocks.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "clocks/performance.hpp"

namespace clocks {
namespace {

using namespace std::chrono_literals;
using base::Date;
using base::List;
using base::Object;
using base::Value;

Value row(const char* code, int amount, const char* unit, const char* duty, List pauses = {},
          bool roll = true) {
    return Object{
        {"code",          code                                                              },
        {"title",         "期限"                                                            },
        {"basis",         "某规定 第一条"                                                   },
        {"anchor",        "某日"                                                            },
        {"amount",        amount                                                            },
        {"unit",          unit                                                              },
        {"duty",          duty                                                              },
        {"pauses",        std::move(pauses)                                                 },
        {"roll",          roll                                                              },
        {"source",        "某规定"                                                          },
        {"in_force_from", "2020-01-01"                                                      },
        {"extension",     Object{{"amount", 30}, {"unit", unit}, {"basis", "某规定 第二条"}}}
    };
}

ClockTable table() {
    return ClockTable::from(
               Object{
                   {"clocks",
                    List{row("CLUE_CHECK", 15, "WD", "agency", {"test"}),
                         row("CASE_DECIDE", 90, "ND", "agency", {"test", "suspension"}),
                         row("SEIZE", 30, "ND", "agency", {"announced_test"}, false),
                         row("URGENT_APPROVAL", 24, "H", "agency"), row("ANSWER", 5, "WD", "right")}}
    })
        .value();
}

calendar::WorkCalendar weeks_only() {  // 2026 without holidays: every Monday to Friday works
    return calendar::WorkCalendar::from(Object{
                                            {"years", Object{{"2026", Object{{"status", "final"}}}}}
    })
        .value();
}

casefile::Act act(int n, const char* type, Date day, Object data, int hour = 10) {
    return {.n = n,
            .type = type,
            .at = base::Instant::at(day, hour),
            .by = {"a"},
            .data = Value(std::move(data))};
}

std::vector<ClockView> show(const std::vector<casefile::Act>& acts, Date today) {
    return clocks(table(), acts, {.agency = "990101"}, weeks_only(), today);
}

TEST(Clocks, RunAreMetOrMissed) {
    const struct {
        const char* why;
        Date filed;
        const char* status;
    } rows[] = {
        {"on the fifteenth working day", 2026y / 3 / 23, "met"   },
        {"one day late is recorded",     2026y / 3 / 24, "missed"},
    };
    for (const auto& r : rows) {
        SCOPED_TRACE(r.why);
        const auto views = show(
            {
                act(1, "register_clue", 2026y / 3 / 2, {{"found_on", "2026-03-02"}}
                       ),
                act(2, "file_case", r.filed, {                         }
                       )
        },
            2026y / 4 / 1);
        const auto* clock = find(views, "CLUE_CHECK");
        ASSERT_NE(clock, nullptr);
        EXPECT_EQ(clock->due, Date(2026y / 3 / 23));
        EXPECT_EQ(code_of(clock->status), r.status);
        EXPECT_EQ(clock->met_on, r.filed);
        EXPECT_EQ(find(views, "CASE_DECIDE")->status, Status::running);
    }
}

TEST(Clocks, AnOpenPauseLeavesTheEndUnknown) {
    const std::vector<casefile::Act> acts = {
        act(1, "file_case", 2026y / 3 / 2, {               }
               ),
        act(2, "commission_test", 2026y / 3 / 10, {{"kind", "test"}}
               )
    };
    const auto views = show(acts, 2026y / 3 / 20);
    const auto& clock = *find(views, "CASE_DECIDE");
    EXPECT_EQ(clock.status, Status::paused);
    EXPECT_FALSE(clock.due_known);
    EXPECT_EQ(clock.raw, Date(2026y / 6 / 10));  // 90 days and the ten already left out
    EXPECT_TRUE(is_in_time(clock, 2026y / 12 / 1));
}

TEST(Clocks, PausesThatOverlapCountOnce) {
    const std::vector<casefile::Act> acts = {
        act(1, "file_case", 2026y / 3 / 2, {}
               ), act(2, "commission_test", 2026y / 3 / 10, {{"kind", "test"}}
               ),
        act(3, "suspend", 2026y / 3 / 15, {}
               ),
        act(4, "receive_test_result", 2026y / 3 / 20, {{"of", 2}, {"received_on", "2026-03-20"}}
               ),
        act(5, "resume", 2026y / 3 / 25, {}
               )
    };
    const auto views = show(acts, 2026y / 4 / 1);
    EXPECT_EQ(find(views, "CASE_DECIDE")->raw, Date(2026y / 5 / 31).plus_days(15));
}

TEST(Clocks, SeizureEndsOnItsRawDay) {
    std::vector<casefile::Act> acts = {
        act(1, "seize", 2026y / 3 / 5, {{"days", 30}, {"urgent", true}}
               )
    };
    const auto before = show(acts, 2026y / 4 / 1);
    EXPECT_EQ(find(before, "SEIZE")->due, Date(2026y / 4 / 4));  // a Saturday, not moved
    EXPECT_EQ(find(before, "URGENT_APPROVAL")->status, Status::missed);
    acts.push_back(act(2, "extend_seizure", 2026y / 4 / 2,
                       {
                           {"of",   1 },
                           {"days", 20}
    }));
    const auto after = show(acts, 2026y / 4 / 25);
    EXPECT_EQ(find(after, "SEIZE")->due, Date(2026y / 4 / 24));
    EXPECT_EQ(find(after, "SEIZE")->status, Status::missed);
    EXPECT_EQ(seizure_days(acts, 1).extended, 20);
}

TEST(Clocks, SayNothingForADayWithoutALaw) {
    const std::vector<casefile::Act> acts = {act(1, "file_case", 2019y / 3 / 2, {})};
    const auto views = show(acts, 2019y / 4 / 1);
    const auto& clock = *find(views, "CASE_DECIDE");
    EXPECT_EQ(clock.status, Status::not_held);
    EXPECT_FALSE(clock.to_value().has("due"));
    EXPECT_FALSE(is_in_time(clock, 2019y / 3 / 3));
}

TEST(Clocks, ExplainThemselves) {
    const auto views = show(
        {
            act(1, "register_clue", 2026y / 3 / 2, {{"found_on", "2026-03-02"}}
                   )
    },
        2026y / 3 / 3);
    const auto value = find(views, "CLUE_CHECK")->to_value();
    EXPECT_EQ(value.text("due"), "2026-03-23");
    EXPECT_EQ(value.text("status"), "running");
    EXPECT_EQ(value.list("explanation").front().text("kind"), "trigger");
}

TEST(Clocks, AreSaidOnceWherePartiesShareThem) {
    auto first =
        act(2, "serve", 2026y / 3 / 9,
            {
                {"document",  37          },
                {"method",    "direct"    },
                {"outcome",   "served"    },
                {"signed_on", "2026-03-09"}
    });
    auto second =
        act(3, "serve", 2026y / 3 / 11,
            {
                {"document",  37          },
                {"method",    "direct"    },
                {"outcome",   "served"    },
                {"signed_on", "2026-03-11"}
    });
    first.party = "p1";
    second.party = "p2";
    const std::vector<casefile::Act> acts = {act(1, "file_case", 2026y / 3 / 2, {}), first, second};
    const casefile::Matter matter{
        .agency = "990101", .parties = {{.id = "p1", .name = "甲"}, {.id = "p2", .name = "乙"}}
    };
    const auto views = clocks(table(), acts, matter, weeks_only(), 2026y / 3 / 12);
    ASSERT_EQ(views.size(), 3U);
    EXPECT_EQ(find(views, "CASE_DECIDE")->party, "");
    EXPECT_EQ(find(views, "ANSWER", 2)->party, "p1");
    EXPECT_EQ(find(views, "ANSWER", 3)->due, Date(2026y / 3 / 18));
}

TEST(ServiceDay, FollowsTheMethod) {
    const struct {
        const char* why;
        Object data;
        std::optional<Date> day;
    } rows[] = {
        {"direct: the day signed",
         {{"method", "direct"}, {"outcome", "served"}, {"signed_on", "2026-03-03"}},
         2026y / 3 / 3                                                                                         },
        {"post: the day on the slip",
         {{"method", "post"}, {"outcome", "served"}, {"slip_on", "2026-03-05"}},
         2026y / 3 / 5                                                                                         },
        {"public notice: thirty days on, not moved",
         {{"method", "public_notice"}, {"outcome", "served"}, {"published_on", "2026-03-05"}, {"days", 30}},
         2026y / 4 / 4                                                                                         },
        {"electronic: when it reached the system",
         {{"method", "electronic"}, {"outcome", "served"}, {"reached_at", "2026-03-06T08:00:00+08:00"}},
         2026y / 3 / 6                                                                                         },
        {"failed: no effect",                        {{"method", "direct"}, {"outcome", "failed"}},          {}},
    };
    for (const auto& r : rows) {
        SCOPED_TRACE(r.why);
        EXPECT_EQ(service_day(act(1, "serve", 2026y / 3 / 2, r.data)), r.day);
    }
}

TEST(Performance, WaitsForEveryItem) {
    const Object penalty{
        {"kinds", List{"fine", "confiscate_goods"}},
        {"fine",  "100.00"                        }
    };
    std::vector<casefile::Act> acts = {
        act(1, "decide", 2026y / 3 / 2, {{"kind", "penalty"}, {"penalty", penalty}}
               ),
        act(2, "serve", 2026y / 3 / 3, {{"document", 45}, {"method", "direct"}, {"outcome", "served"}}
               )
    };
    EXPECT_FALSE(performance(acts)->money_in_on);
    acts.push_back(act(3, "pay", 2026y / 3 / 4,
                       {
                           {"item", "fine" },
                           {"sum",  "60.00"}
    }));
    acts.push_back(act(4, "pay", 2026y / 3 / 5,
                       {
                           {"item", "fine" },
                           {"sum",  "40.00"}
    }));
    EXPECT_EQ(performance(acts)->money_in_on, Date(2026y / 3 / 5));
    EXPECT_EQ(performance(acts)->open_items, std::vector<std::string>{"goods"});
    acts.push_back(act(5, "record_performance", 2026y / 3 / 9,
                       {
                           {"item",    "goods"     },
                           {"done_on", "2026-03-08"}
    }));
    EXPECT_EQ(performance(acts)->performed_on, Date(2026y / 3 / 8));
}

// 行政处罚法 第七十二条: a late fee is owed once a letter that reached the party asks for it.
TEST(Performance, WaitsForTheLateFeeThatWasAskedFor) {
    const Object penalty{
        {"kinds", List{"fine"}},
        {"fine",  "100.00"    }
    };
    const auto paid = [](int n, const char* item, const char* sum, base::Date on) {
        return act(n, "pay", on,
                   {
                       {"item", item},
                       {"sum",  sum }
        });
    };
    std::vector<casefile::Act> acts = {
        act(1, "decide", 2026y / 3 / 2, {{"kind", "penalty"}, {"penalty", penalty}}
               ),
        act(2, "serve", 2026y / 3 / 3, {{"document", 45}, {"method", "direct"}, {"outcome", "served"}}
               ),
        act(3, "dun", 2026y / 3 / 24, {{"rest", "100.00"}, {"late_fee", "18.00"}}
               )
    };
    EXPECT_EQ(performance(acts)->late_fee_due, base::Money());
    acts.push_back(act(4, "serve", 2026y / 3 / 25,
                       {
                           {"document", 48      },
                           {"method",   "direct"},
                           {"outcome",  "served"}
    }));
    acts.push_back(paid(5, "fine", "100.00", 2026y / 3 / 26));
    EXPECT_EQ(performance(acts)->late_fee_rest(), base::Money::yuan(18));
    EXPECT_EQ(performance(acts)->money_in_on, Date(2026y / 3 / 26));
    EXPECT_FALSE(performance(acts)->performed_on);
    auto cut = acts;
    cut.push_back(act(6, "agree_enforcement", 2026y / 3 / 27,
                      {
                          {"late_fee_cut", "18.00"}
    }));
    EXPECT_EQ(performance(cut)->performed_on, Date(2026y / 3 / 26));
    acts.push_back(paid(6, "late_fee", "8.00", 2026y / 3 / 27));
    EXPECT_EQ(performance(acts)->late_fee_rest(), base::Money::yuan(10));
    acts.push_back(paid(7, "late_fee", "10.00", 2026y / 3 / 30));
    EXPECT_EQ(performance(acts)->performed_on, Date(2026y / 3 / 30));
    EXPECT_EQ(performance(acts)->performed_by, 7);
}

RC_GTEST_PROP(Clocks, LaterPausesNeverShortenACase, ()) {
    const Date begun = Date(2026y / 3 / 2).plus_days(*rc::gen::inRange(0, 100));
    const Date ended = begun.plus_days(*rc::gen::inRange(0, 60));
    const std::vector<casefile::Act> plain = {act(1, "file_case", 2026y / 3 / 2, {})};
    std::vector<casefile::Act> paused = plain;
    paused.push_back(act(2, "suspend", begun, {}));
    paused.push_back(act(3, "resume", ended, {}));
    const auto with = show(paused, 2026y / 12 / 1), without = show(plain, 2026y / 12 / 1);
    RC_ASSERT(find(with, "CASE_DECIDE")->due >= find(without, "CASE_DECIDE")->due);
}

}  // namespace
}  // namespace clocks
