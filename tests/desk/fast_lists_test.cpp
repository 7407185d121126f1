#include <gtest/gtest.h>

#include "acts/fast_track_entry.hpp"
#include "books/books.hpp"
#include "catalogue/catalogue.hpp"
#include "demo/organisation.hpp"
#include "fast_lists/keep_lists.hpp"
#include "testing/memory_desk.hpp"

// 简案快办适用事项清单 of an agency: drafted by its legal unit, in force with two leaders' approval, held by
// the day.
namespace {

using base::List;
using base::Object;
using fast_lists::Draft;

const books::Books& known() {
    static const auto books = books::load_books(catalogue::Files());
    if (!books) throw std::runtime_error(books.error().message);
    return **books;
}

struct FastLists : testing::Test {
    testing_office::MemoryDesk desk{
        known(), *demo::Organisation::from(*catalogue::Files().load("demo/organisation.yaml"))};
    fast_lists::Room room{desk.office, desk.fast_lists};

    FastLists() { desk.clock.set(*base::Instant::parse("2026-11-16T09:00:00+08:00")); }

    static Draft draft() {
        return {.title = "城东区简案快办清单",
                .source = "城东市监发〔2026〕18号",
                .from = "2026-12-01",
                .to = "",
                .items = {{.title = "经营过期食品", .violations = {"food.expired"}}}};
    }
    ports::FastListRow row(const std::string& id) {
        return *desk.fast_lists.load(desk.viewer("song-yan"), id);
    }
    base::Result<void> sign(const char* person, const std::string& id, const char* action,
                            const char* opinion = "") {
        return fast_lists::sign_list(room, desk.viewer(person), row(id), action, opinion);
    }
    std::string in_force(Draft written = draft()) {
        const auto id = fast_lists::draft_list(room, desk.viewer("song-yan"), written);
        if (!id) throw std::runtime_error(id.error().message);
        if (!sign("lu-ping", *id, "approve") || !sign("fang-zheng", *id, "approve"))
            throw std::runtime_error("not approved");
        return *id;
    }
    // What a filing of that day and violation is answered; "" is accepted.
    std::string filing(const char* violation, const char* day, const char* agency = "990101") {
        casefile::Act act{.type = "file_case",
                          .at = *base::Instant::parse(std::string(day) + "T16:00:00+08:00"),
                          .by = {"zhou-min"},
                          .data = {}};
        act.data = Object{
            {"violations", List{violation}                 },
            {"fast",       Object{{"list_item", violation}}}
        };
        const auto refusal = acts::not_on_fast_list(desk.office, agency, act);
        return refusal ? refusal->code : "";
    }
};

}  // namespace

TEST_F(FastLists, HoldFromTheirDayInTheirPlace) {
    const auto id = in_force();
    EXPECT_EQ(row(id).status, "approved");
    struct Row {
        const char *violation, *day, *agency, *answer, *why;
    };
    constexpr const char* refused = "fast_track_not_allowed";
    const Row rows[] = {
        {"food.expired",     "2026-11-30", "990101", refused, "the day before, the list of the province holds"},
        {"price.no-marking", "2026-11-30", "990101", "",      "the day before, the list of the province holds"},
        {"food.expired",     "2026-12-01", "990101", "",      "its first day"                                 },
        {"price.no-marking", "2026-12-01", "990101", refused, "the nearest list holds, not both"              },
        {"food.expired",     "2026-12-01", "990102", refused, "another district keeps that of the province"   },
    };
    for (const Row& row : rows) EXPECT_EQ(filing(row.violation, row.day, row.agency), row.answer) << row.why;
}

TEST_F(FastLists, TheOneThatBeganLastHoldsAndAfterItsEndThatOfTheSuperior) {
    in_force();
    Draft next = draft();
    next.from = "2027-01-01";
    next.to = "2027-06-30";
    next.items = {
        {.title = "网店未公示", .violations = {"ec.no-licence-display"}}
    };
    in_force(next);
    EXPECT_EQ(filing("food.expired", "2026-12-31"), "");
    EXPECT_EQ(filing("food.expired", "2027-01-01"), "fast_track_not_allowed");
    EXPECT_EQ(filing("ec.no-licence-display", "2027-06-30"), "");
    EXPECT_EQ(filing("food.expired", "2027-07-01"), "fast_track_not_allowed")
        << "an older one is not revived";
    EXPECT_EQ(filing("price.no-marking", "2027-07-01"), "") << "that of the province";
}

TEST_F(FastLists, NeedTwoLeadersBesideTheDrafter) {
    const auto id = fast_lists::draft_list(room, desk.viewer("song-yan"), draft());
    ASSERT_TRUE(id) << id.error().message;
    struct Row {
        const char *person, *action, *opinion, *code, *why;
    };
    const Row rows[] = {
        {"zhou-min",   "approve",  "",                 "not_permitted", "a handler approves nothing"        },
        {"song-yan",   "approve",  "",                 "not_permitted", "nor does who drafted it"           },
        {"cheng-gang", "approve",  "",                 "not_permitted", "nor the leader of another district"},
        {"lu-ping",    "return",   " ",                "missing_field", "a return says why"                 },
        {"lu-ping",    "withdraw", "",                 "not_permitted", "the legal unit withdraws"          },
        {"lu-ping",    "approve",  "",                 "",              "the first"                         },
        {"lu-ping",    "approve",  "",                 "not_permitted", "one leader is not two"             },
        {"fang-zheng", "approve",  "同意，按时施行。", "",              "the second"                        },
        {"fang-zheng", "return",   "再议",             "list_settled",  "it is approved"                    },
        {"song-yan",   "withdraw", "",                 "list_settled",  "it is approved"                    },
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.why);
        const auto done = sign(row.person, *id, row.action, row.opinion);
        EXPECT_EQ(done ? "" : done.error().code, row.code);
        if (std::string_view(row.why) == "the first") {
            EXPECT_EQ(filing("food.expired", "2026-12-01"), "fast_track_not_allowed") << "one signature";
        }
    }
    EXPECT_EQ(filing("food.expired", "2026-12-01"), "");
}

TEST_F(FastLists, AreKeptWhenTheyCannotBeReadAgainAtOnce) {
    const auto id = fast_lists::draft_list(room, desk.viewer("song-yan"), draft());
    ASSERT_TRUE(id) << id.error().message;
    ASSERT_TRUE(sign("lu-ping", *id, "approve"));
    desk.fast_lists.is_out_of_reach = true;
    const auto done = sign("fang-zheng", *id, "approve");
    EXPECT_TRUE(done) << "the list is stored: " << done.error().message;
    EXPECT_EQ(row(*id).status, "approved");
    EXPECT_EQ(filing("food.expired", "2026-12-01"), "fast_track_not_allowed") << "not read yet";
    desk.fast_lists.is_out_of_reach = false;
    EXPECT_EQ(filing("food.expired", "2026-12-01"), "") << "whoever asks next reads it";
}

TEST_F(FastLists, AReturnedOneIsWrittenAnewAndADayThatPassedIsNotApproved) {
    const auto id = fast_lists::draft_list(room, desk.viewer("song-yan"), draft());
    ASSERT_TRUE(id);
    const auto second = fast_lists::draft_list(room, desk.viewer("song-yan"), draft());
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, "list_waiting");
    ASSERT_TRUE(sign("lu-ping", *id, "return", "请补充价格事项"));
    const auto again = fast_lists::draft_list(room, desk.viewer("song-yan"), draft());
    ASSERT_TRUE(again) << again.error().message;
    desk.clock.set(*base::Instant::parse("2026-12-02T09:00:00+08:00"));
    const auto late = sign("lu-ping", *again, "approve");
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, "day_passed");
}

TEST_F(FastLists, WhatIsWrittenBadlyIsNamedByItsField) {
    in_force();
    struct Row {
        const char* why;
        void (*spoil)(Draft&);
        const char *code, *field;
    };
    const Row rows[] = {
        {"no name",                [](Draft& d) { d.title = " "; },                                              "missing_field", "title"             },
        {"a long name",            [](Draft& d) { d.title = std::string(201, 'a'); },                            "text_too_long", "title"             },
        {"no paper",               [](Draft& d) { d.source.clear(); },                                           "missing_field", "source"            },
        {"no day",                 [](Draft& d) { d.from = "明天"; },                                            "bad_date",      "from"              },
        {"a day that passed",      [](Draft& d) { d.from = "2026-11-15"; },                                      "day_passed",    "from"              },
        {"the day of another one", [](Draft&) {},                                                                "day_taken",     "from"              },
        {"an end before its day",  [](Draft& d) { d.from = "2027-02-01", d.to = "2027-01-31"; },                 "bad_date",
         "to"                                                                                                                                         },
        {"nothing listed",         [](Draft& d) { d.from = "2027-02-01", d.items.clear(); },                     "missing_field",
         "items"                                                                                                                                      },
        {"too much listed",        [](Draft& d) { d.from = "2027-02-01", d.items.resize(201); },                 "too_many",
         "items"                                                                                                                                      },
        {"an item without a name", [](Draft& d) { d.from = "2027-02-01", d.items[0].title.clear(); },
         "missing_field",                                                                                                         "items.0.title"     },
        {"an item of nothing",     [](Draft& d) { d.from = "2027-02-01", d.items[0].violations.clear(); },
         "missing_field",                                                                                                         "items.0.violations"},
        {"an unknown violation",   [](Draft& d) { d.from = "2027-02-01", d.items[0].violations = {"no.such"}; },
         "unknown_violation",                                                                                                     "items.0.violations"},
        {"a name twice",           [](Draft& d) { d.from = "2027-02-01", d.items.push_back(d.items[0]); },
         "listed_twice",                                                                                                          "items.1.title"     },
        {"a violation twice",
         [](Draft& d) { d.from = "2027-02-01", d.items.push_back({"其他", {"food.expired"}}); },
         "listed_twice",                                                                                                          "items.1.violations"},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.why);
        Draft written = draft();
        row.spoil(written);
        const auto id = fast_lists::draft_list(room, desk.viewer("song-yan"), written);
        ASSERT_FALSE(id);
        EXPECT_EQ(id.error().code, row.code);
        EXPECT_EQ(id.error().field, row.field);
    }
    const auto handler = fast_lists::draft_list(room, desk.viewer("zhou-min"), draft());
    ASSERT_FALSE(handler);
    EXPECT_EQ(handler.error().code, "not_permitted");
    EXPECT_EQ(desk.fast_lists.rows.size(), 1U) << "nothing is kept of them";
}
