#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "acts/check_act.hpp"
#include "acts/form_of_act.hpp"
#include "acts/record_act.hpp"
#include "acts/register_clue.hpp"
#include "acts/sign_proposal.hpp"
#include "cases/project.hpp"
#include "cases/shelf.hpp"
#include "catalogue/catalogue.hpp"
#include "demo/seed_case.hpp"
#include "json/json.hpp"
#include "procedure/stated_facts.hpp"
#include "testing/memory_desk.hpp"

namespace {

using base::Object;
using base::Value;

const books::Books& law() {
    static const auto books = books::load_books(catalogue::Files());
    if (!books) throw std::runtime_error(books.error().message + " " + books.error().field);
    return **books;
}

demo::Organisation people() {
    return *demo::Organisation::from(*catalogue::Files().load("demo/organisation.yaml"));
}

Value scenario(const std::string& name) {
    std::ifstream file(std::string(ZHIHENG_SOURCE_DIR) + "/tests/scenario/" + name);
    return *json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
}

constexpr demo::Picture picture{.bytes = testing_office::tiny_picture, .name_ending = ".png"};

std::string words(const base::Error& error) {
    return error.code + " " + error.message + " " + error.field;
}

struct Desk : testing::Test {
    testing_office::MemoryDesk desk{law(), people()};

    acts::ActRequest request(std::string_view person, const char* body) const {
        const auto parsed = json::parse(body);
        EXPECT_TRUE(parsed) << parsed.error().message;
        const auto made = acts::ActRequest::from(*parsed, desk.viewer(person));
        EXPECT_TRUE(made) << words(made.error());
        return *made;
    }

    std::string register_clue() {
        desk.clock.set(*base::Instant::parse("2026-11-16T09:00:00+08:00"));
        const auto clue = acts::NewClue::from(
            *json::parse(R"({"procedure":"ordinary","party":{"kind":"person","name":"冯启明"},
                "data":{"source":"report","found_on":"2026-11-16","content":"举报改换生产日期"}})"),
            desk.viewer("zhou-min"));
        EXPECT_TRUE(clue) << words(clue.error());
        const auto settled = acts::register_clue(desk.office, desk.viewer("zhou-min"), *clue);
        EXPECT_TRUE(settled) << words(settled.error());
        return settled->outcome.case_no;
    }

    // A check started by two officers, the second of whom has still to confirm.
    ports::Outcome start_check(const std::string& no) {
        const auto settled = acts::record_act(
            desk.office, desk.viewer("zhou-min"), no,
            request("zhou-min", R"({"act":"start_check","by":["zhou-min","he-feng"],"data":{}})"));
        EXPECT_TRUE(settled) << words(settled.error());
        EXPECT_FALSE(settled->refusal) << settled->refusal->message;
        return settled->outcome;
    }

    // The head of the unit agrees, then the leader signs.
    void approve(const std::string& proposal) {
        for (const char* person : {"qian-wei", "lu-ping"}) {
            const auto approved =
                acts::sign_proposal(desk.office, desk.viewer(person), proposal, "approve", "同意");
            ASSERT_TRUE(approved) << words(approved.error());
            ASSERT_FALSE(approved->refusal) << approved->refusal->message;
        }
        EXPECT_EQ(desk.proposals.rows.at(proposal).status, "recorded");
    }
};

TEST_F(Desk, LivesThroughTheMilkCaseToTheArchive) {
    const auto no = demo::seed_case(desk.office, desk.clock, desk.directory.organisation,
                                    scenario("milk_2024.json"), picture);
    ASSERT_TRUE(no) << words(no.error());
    EXPECT_EQ(desk.cases.projections.at(*no).state, "ARCHIVED");
    EXPECT_FALSE(desk.cases.projections.at(*no).open);
}

TEST_F(Desk, LivesThroughTheFertiliserCase) {
    const auto no = demo::seed_case(desk.office, desk.clock, desk.directory.organisation,
                                    scenario("fertiliser_2024.json"), picture);
    ASSERT_TRUE(no) << words(no.error());
    EXPECT_EQ(desk.cases.projections.at(*no).state, "ARCHIVED");
}

TEST_F(Desk, LivesThroughACaseWithoutPenalty) {
    const auto no = demo::seed_case(desk.office, desk.clock, desk.directory.organisation,
                                    scenario("no_penalty.json"), picture);
    ASSERT_TRUE(no) << words(no.error());
}

TEST_F(Desk, AnActOfTwoOfficersCountsOnlyWhenBothHaveSigned) {
    const std::string no = register_clue();
    const ports::Outcome outcome = start_check(no);
    EXPECT_FALSE(outcome.recorded);
    EXPECT_EQ(desk.cases.rows.at(no).version, 1);

    const auto stranger =
        acts::sign_proposal(desk.office, desk.viewer("tang-li"), outcome.proposal, "confirm", "");
    ASSERT_FALSE(stranger);
    EXPECT_EQ(stranger.error().code, "not_waiting_for_you");

    const auto confirmed =
        acts::sign_proposal(desk.office, desk.viewer("he-feng"), outcome.proposal, "confirm", "");
    ASSERT_TRUE(confirmed) << words(confirmed.error());
    EXPECT_TRUE(confirmed->recorded);
    EXPECT_EQ(desk.cases.rows.at(no).version, 2);
    EXPECT_EQ(desk.cases.rows.at(no).acts.back().signatures.size(), 2u);
}

TEST_F(Desk, NobodySignsForAnother) {
    const std::string no = register_clue();
    const auto settled = acts::record_act(
        desk.office, desk.viewer("zhou-min"), no,
        request("zhou-min", R"({"act":"note","by":["he-feng"],"data":{"text":"替人记一笔"}})"));
    ASSERT_FALSE(settled);
    EXPECT_EQ(settled.error().code, "not_among_those_who_act");
}

TEST_F(Desk, AReturnedActComesBackWithItsReasonAndItsWords) {
    const std::string no = register_clue();
    const ports::Outcome outcome = start_check(no);
    const auto returned =
        acts::return_proposal(desk.office, desk.viewer("he-feng"), outcome.proposal, "请先核对地址");
    ASSERT_TRUE(returned) << words(returned.error());
    ASSERT_FALSE(returned->refusal) << returned->refusal->message;
    EXPECT_EQ(desk.cases.rows.at(no).acts.back().act.type, "note");

    const auto form = acts::form_of_act(desk.office, desk.viewer("zhou-min"), no, "start_check");
    ASSERT_TRUE(form) << words(form.error());
    EXPECT_EQ(form->returned_reason, "请先核对地址");
    EXPECT_EQ(form->by, (std::vector<std::string>{"zhou-min", "he-feng"}));

    const ports::Outcome again = start_check(no);
    EXPECT_NE(again.proposal, outcome.proposal);
    EXPECT_EQ(desk.proposals.rows.at(outcome.proposal).status, "withdrawn");
}

TEST_F(Desk, AnApproverReturnsByAnActOfItsOwn) {
    const std::string no = register_clue();
    const auto proposed =
        acts::record_act(desk.office, desk.viewer("zhou-min"), no,
                         request("zhou-min", R"({"act":"extend_check","data":{"reason":"需要外地协查"}})"));
    ASSERT_TRUE(proposed) << words(proposed.error());
    ASSERT_FALSE(proposed->refusal) << proposed->refusal->message;
    const auto returned =
        acts::return_proposal(desk.office, desk.viewer("qian-wei"), proposed->outcome.proposal, "理由不充分");
    ASSERT_TRUE(returned) << words(returned.error());
    ASSERT_FALSE(returned->refusal) << returned->refusal->message;
    EXPECT_EQ(desk.cases.rows.at(no).acts.back().act.type, "return");
    EXPECT_EQ(desk.proposals.rows.at(proposed->outcome.proposal).returned_reason, "理由不充分");
}

TEST_F(Desk, StrikingAnApprovedActIsApprovedByTheSameRole) {
    const std::string no = register_clue();
    const auto extended =
        acts::record_act(desk.office, desk.viewer("zhou-min"), no,
                         request("zhou-min", R"({"act":"extend_check","data":{"reason":"需要外地协查"}})"));
    ASSERT_TRUE(extended) << words(extended.error());
    ASSERT_FALSE(extended->refusal) << extended->refusal->message;
    approve(extended->outcome.proposal);

    const auto struck =
        acts::record_act(desk.office, desk.viewer("zhou-min"), no,
                         request("zhou-min", R"({"act":"strike","data":{"of":2,"reason":"误报"}})"));
    ASSERT_TRUE(struck) << words(struck.error());
    ASSERT_FALSE(struck->refusal) << struck->refusal->code << struck->refusal->message;
    EXPECT_FALSE(struck->outcome.recorded);
    EXPECT_EQ(desk.cases.rows.at(no).version, 2);
    approve(struck->outcome.proposal);
    EXPECT_EQ(desk.cases.rows.at(no).acts.back().act.type, "strike");
}

// Decision 0080: a period that has ended is not brought back by a date.
TEST_F(Desk, AnApprovalCountsFromTheSignature) {
    const std::string no = register_clue();
    desk.clock.set(*base::Instant::parse("2026-12-28T09:00:00+08:00"));
    const auto backdated = acts::record_act(
        desk.office, desk.viewer("zhou-min"), no,
        request(
            "zhou-min",
            R"({"act":"extend_check","at":"2026-11-20T09:00:00+08:00","data":{"reason":"需要外地协查"}})"));
    ASSERT_FALSE(backdated);
    EXPECT_EQ(backdated.error().code, "approval_in_past");
    EXPECT_EQ(backdated.error().field, "at");

    // The whole file entered afterwards: the approval lies before the registration here.
    desk.clock.set(*base::Instant::parse("2026-12-28T09:00:00+08:00"));
    const auto clue =
        acts::NewClue::from(*json::parse(R"({"procedure":"ordinary","party":{"kind":"person","name":"冯启明"},
            "at":"2026-11-02T09:00:00+08:00",
            "data":{"source":"report","found_on":"2026-11-02","content":"举报改换生产日期"}})"),
                            desk.viewer("zhou-min"));
    ASSERT_TRUE(clue) << words(clue.error());
    const auto entered = acts::register_clue(desk.office, desk.viewer("zhou-min"), *clue);
    ASSERT_TRUE(entered) << words(entered.error());
    const auto afterwards = acts::record_act(
        desk.office, desk.viewer("zhou-min"), entered->outcome.case_no,
        request(
            "zhou-min",
            R"({"act":"extend_check","at":"2026-11-10T09:00:00+08:00","data":{"reason":"需要外地协查"}})"));
    ASSERT_TRUE(afterwards) << words(afterwards.error());
    ASSERT_FALSE(afterwards->refusal) << afterwards->refusal->message;
    approve(afterwards->outcome.proposal);
    EXPECT_EQ(desk.cases.rows.at(entered->outcome.case_no).acts.back().act.at.date().str(), "2026-11-10");
}

TEST_F(Desk, WhatWaitsIsNotAskedForTwice) {
    const std::string no = register_clue();
    (void)start_check(no);
    const auto again = acts::record_act(
        desk.office, desk.viewer("zhou-min"), no,
        request("zhou-min", R"({"act":"start_check","by":["zhou-min","he-feng"],"data":{}})"));
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, "already_proposed");
}

TEST_F(Desk, TakesDownOnlyWhatCanHaveHappened) {
    desk.clock.set(*base::Instant::parse("2026-11-16T09:00:00+08:00"));
    struct Row {
        const char* why;
        const char* act;
        const char* data;
        const char* code;
        const char* field;
    };
    const Row table[] = {
        {"found tomorrow",                    "register_clue",    R"({"found_on":"2026-11-17"})",                                        "date_in_future",
         "data.found_on"                                                                                                                                                                 },
        {"found today",                       "register_clue",    R"({"found_on":"2026-11-16"})",                                        "",                  ""                         },
        {"the conduct ends before it begins", "file_case",
         R"({"act_start":"2026-03-02","act_end":"2026-03-01","violations":[]})",                                                         "ends_before_start",
         "data.act_end"                                                                                                                                                                  },
        {"no such violation",                 "file_case",        R"({"violations":["nothing_of_the_kind"]})",                           "unknown_violation",
         "data.violations.0"                                                                                                                                                             },
        {"no such violation in a penalty",    "decide",           R"({"penalty":{"violations":["x"]}})",
         "unknown_violation",                                                                                                                                 "data.penalty.violations.0"},
        {"the check ends before it begins",   "onsite_check",
         R"({"from":"2026-11-16T08:30:00+08:00","to":"2026-11-16T08:00:00+08:00"})",                                                     "ends_before_start",
         "data.to"                                                                                                                                                                       },
        {"a term lies in the future",         "demand_materials", R"({"due":"2026-12-01"})",                                             "",                  ""                         },
        {"none of a thing",                   "seize",            R"({"items":[{"no":1,"name":"奶粉","unit":"罐","quantity":0}]})",
         "quantity_not_positive",                                                                                                                             "data.items.0.quantity"    },
        {"less than none",                    "seize",            R"({"items":[{"no":1,"name":"奶粉","unit":"罐","quantity":"-2.5"}]})",
         "quantity_not_positive",                                                                                                                             "data.items.0.quantity"    },
        {"a part of one",                     "seize",            R"({"items":[{"no":1,"name":"猪肉","unit":"吨","quantity":0.5}]})",    "",
         ""                                                                                                                                                                              },
    };
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        const auto* type = desk.office.rules.table.find(row.act);
        ASSERT_NE(type, nullptr);
        const auto checked = procedure::check_stated_facts(
            *type, *json::parse(row.data), desk.office.today(),
            [&](std::string_view id) { return desk.office.discretion.find(id) != nullptr; });
        EXPECT_EQ(checked ? "" : checked.error().code, row.code);
        EXPECT_EQ(checked ? "" : checked.error().field, row.field);
    }
}

TEST_F(Desk, WhatWasSeenMayNotBeOld) {
    const std::string no = register_clue();
    const auto settled = acts::record_act(
        desk.office, desk.viewer("zhou-min"), no,
        request("zhou-min", R"({"act":"note","data":{"text":"电话联系当事人"}})"), {.version_seen = 0});
    ASSERT_FALSE(settled);
    EXPECT_EQ(settled.error().code, "version_conflict");
}

// The kept case is only a short cut: acts on it, on a case just loaded and after somebody else's act give the
// same record.
TEST_F(Desk, ACaseInHandIsNeverAnotherCase) {
    const std::string no = register_clue();
    const auto note = [&](const char* person, const char* text) {
        const std::string body = std::string(R"({"act":"note","data":{"text":")") + text + "\"}}";
        return acts::record_act(desk.office, desk.viewer(person), no, request(person, body.c_str()));
    };
    ASSERT_TRUE(note("zhou-min", "一"));
    ASSERT_NE(desk.shelf.find(no), nullptr);
    desk.cases.rows.at(no).acts.push_back(desk.cases.rows.at(no).acts.back());  // by another server
    ++desk.cases.rows.at(no).version;
    desk.cases.rows.at(no).acts.back().act.n = 3;
    const auto after = note("he-feng", "二");
    ASSERT_TRUE(after) << words(after.error());
    EXPECT_EQ(after->outcome.n, 4);
    EXPECT_EQ(desk.shelf.find(no)->loaded.record.version, 4);
    const auto shown = desk.shelf.find(no)->shown;
    desk.shelf.drop(no);
    const auto loaded = cases::load_case(desk.office, desk.viewer("zhou-min"), no);
    ASSERT_TRUE(loaded) << words(loaded.error());
    EXPECT_EQ(cases::project(loaded->state, desk.office.today(), loaded->record.acts), shown);
    EXPECT_EQ(desk.cases.projections.at(no), shown);
}

TEST_F(Desk, ACaseInHandIsRefoldedWhenItsPeopleChange) {
    const std::string no = register_clue();
    const auto note = request("zhou-min", R"({"act":"note","data":{"text":"电话联系当事人"}})");
    ASSERT_TRUE(acts::record_act(desk.office, desk.viewer("zhou-min"), no, note));
    ASSERT_NE(cases::in_hand(desk.office, desk.viewer("zhou-min"), no), nullptr);
    EXPECT_EQ(cases::in_hand(desk.office, desk.viewer("ma-chao"), no), nullptr);  // of another district
    for (auto& person : desk.directory.organisation.people)
        if (person.id == "he-feng") person.name = "何峰（改名）";
    EXPECT_EQ(cases::in_hand(desk.office, desk.viewer("zhou-min"), no), nullptr);
}

TEST(Shelf, KeepsTheLastUsedAndTheNewest) {
    const auto kept = [&](const char* no, std::int64_t version) {
        ports::CaseRecord record{
            .no = no, .version = version, .agency = "990101", .node = {}, .matter = {}, .acts = {}};
        cases::LoadedCase loaded{
            .record = record, .agency = {}, .staff = {}, .state = procedure::Case(law().rules, {})};
        return std::make_shared<const cases::Kept>(cases::Kept{.loaded = std::move(loaded), .shown = {}});
    };
    cases::Shelf shelf(2);
    shelf.keep(kept("a", 1));
    shelf.keep(kept("b", 5));
    shelf.keep(kept("b", 4));  // came late
    EXPECT_EQ(shelf.find("b")->loaded.record.version, 5);
    EXPECT_NE(shelf.find("a"), nullptr);
    shelf.keep(kept("c", 1));  // b was used longest ago
    EXPECT_EQ(shelf.find("b"), nullptr);
    EXPECT_NE(shelf.find("a"), nullptr);
    shelf.drop("a");
    EXPECT_EQ(shelf.find("a"), nullptr);
    EXPECT_NE(shelf.find("c"), nullptr);
}

TEST_F(Desk, ARepeatedRequestIsDoneOnce) {
    const std::string no = register_clue();
    const auto note = request("zhou-min", R"({"act":"note","data":{"text":"电话联系当事人"}})");
    const acts::WriteOptions options{
        .version_seen = 1, .idempotency = ports::Idempotency{.key = "k1", .digest = "d1"}
    };
    const auto first = acts::record_act(desk.office, desk.viewer("zhou-min"), no, note, options);
    const auto second = acts::record_act(desk.office, desk.viewer("zhou-min"), no, note, options);
    ASSERT_TRUE(first) << words(first.error());
    ASSERT_TRUE(second) << words(second.error());
    EXPECT_EQ(first->outcome.n, second->outcome.n);
    EXPECT_EQ(desk.cases.rows.at(no).version, 2);
}

TEST_F(Desk, TimeOfAnActIsBounded) {
    const std::string no = register_clue();
    struct Row {
        const char* why;
        const char* body;
        const char* code;
    };
    const Row table[] = {
        {"not in the future",            R"({"act":"note","at":"2026-11-17T09:00:00+08:00","data":{"text":"一"}})",
         "at_in_future"                                                                                                                 },
        {"not before the act before it",
         R"({"act":"note","at":"2026-11-15T09:00:00+08:00","data":{"text":"一"}})",                                 "at_before_last_act"},
    };
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        const auto settled =
            acts::record_act(desk.office, desk.viewer("zhou-min"), no, request("zhou-min", row.body));
        ASSERT_FALSE(settled);
        EXPECT_EQ(settled.error().code, row.code);
    }
}

TEST_F(Desk, ACheckRecordsNothing) {
    const std::string no = register_clue();
    const auto checked = acts::check_act(
        desk.office, desk.viewer("zhou-min"), no,
        request("zhou-min", R"({"act":"start_check","by":["zhou-min","he-feng"],"data":{}})"));
    ASSERT_TRUE(checked) << words(checked.error());
    EXPECT_FALSE(checked->refusal);
    EXPECT_EQ(checked->state_after, "CLUE_CHECKING");
    EXPECT_EQ(checked->steps.size(), 1u);
    EXPECT_EQ(desk.cases.rows.at(no).version, 1);
}

TEST_F(Desk, AnotherDistrictSeesNothing) {
    const std::string no = register_clue();
    const auto loaded = cases::load_case(desk.office, desk.viewer("ma-chao"), no);
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, "not_found");
}

TEST(ActRequest, RefusesWhatItCannotRead) {
    struct Row {
        const char* why;
        const char* body;
        const char* code;
        const char* field;
    };
    const Row table[] = {
        {"a member nobody knows",   R"({"act":"note","data":{},"hidden":1})",                       "unknown_field", "hidden"},
        {"an act that is a number", R"({"act":7,"data":{}})",                                       "wrong_type",    "act"   },
        {"data that is a list",     R"({"act":"note","data":[]})",                                  "wrong_type",    "data"  },
        {"30 February",             R"({"act":"note","at":"2026-02-30T09:00:00+08:00","data":{}})", "bad_instant",   "at"    },
        {"nobody",                  R"({"act":"note","by":[],"data":{}})",                          "missing_field", "by"    },
    };
    const identity::Viewer viewer{.person = "a", .name = "甲", .node = "n", .agency = "990101", .roles = {}};
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        const auto made = acts::ActRequest::from(*json::parse(row.body), viewer);
        ASSERT_FALSE(made);
        EXPECT_EQ(made.error().field, row.field);
        EXPECT_EQ(made.error().code, row.code);
    }
}

}  // namespace
