#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "acts/append.hpp"
#include "acts/record_act.hpp"
#include "cases/case_facts.hpp"
#include "cases/evidence_of.hpp"
#include "catalogue/catalogue.hpp"
#include "demo/seed_case.hpp"
#include "json/json.hpp"
#include "testing/memory_desk.hpp"

// 并案, 分案 over the use cases: two files, one transaction.
namespace {

using base::List;
using base::Object;
using base::Value;

const books::Books& law() {
    static const auto books = books::load_books(catalogue::Files());
    if (!books) throw std::runtime_error(books.error().message);
    return **books;
}

// A price case of two parties and two violations; the last act of the file splits the second party off.
Value two_parties() {
    std::ifstream file(std::string(ZHIHENG_SOURCE_DIR) + "/tests/scenario/accepted/acts-3.4-split-off.json");
    Value scenario = *json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
    Object& members = *scenario.as_object();
    members.find("party")->as_object()->erase("code");  // the desk checks what replay takes as it is
    members.find("acts")->as_list()->resize(5);
    return scenario;
}

Value until(Value scenario, std::size_t acts) {
    scenario.as_object()->find("acts")->as_list()->resize(acts);
    return scenario;
}

Value also(Value scenario, Object act) {
    scenario.as_object()->find("acts")->as_list()->push_back(std::move(act));
    return scenario;
}

struct Desk : testing::Test {
    testing_office::MemoryDesk desk{
        law(), *demo::Organisation::from(*catalogue::Files().load("demo/organisation.yaml"))};

    base::Result<std::string> seed(const Value& scenario) {
        return demo::seed_case(desk.office, desk.clock, desk.directory.organisation, scenario,
                               {.bytes = testing_office::tiny_picture, .name_ending = ".png"});
    }
    cases::LoadedCase load(const std::string& no) {
        auto loaded = cases::load_case(desk.office, *desk.directory.organisation.viewer("zhou-min"), no);
        if (!loaded) throw std::runtime_error(loaded.error().message);
        return *std::move(loaded);
    }
    std::vector<ports::Evidence> evidence_of(const std::string& no) {
        auto files =
            cases::evidence_of(desk.office, *desk.directory.organisation.viewer("zhou-min"), load(no).record);
        if (!files) throw std::runtime_error(files.error().message);
        return *std::move(files);
    }
    // Brought in after everything else that happened.
    void bring_in(const std::string& id, const std::string& no) {
        desk.evidence.rows[id] = {.id = id,
                                  .case_no = no,
                                  .no = no + "-ZJ0009",
                                  .name = "后来的照片.png",
                                  .type = "image/png",
                                  .size = 1,
                                  .sm3 = std::string(64, 'a'),
                                  .added_by = "zhou-min",
                                  .added_by_name = "周敏",
                                  .added_at = desk.office.now().plus_hours(1)};
    }
    static Object join(const std::string& with) {
        return {
            {"act",         "join_case"                                             },
            {"at",          "2026-03-12T09:00:00+08:00"                             },
            {"by",          List{"zhou-min"}                                        },
            {"approved_by", "lu-ping"                                               },
            {"data",        Object{{"with", with}, {"reason", "共同违法，一并查处"}}}
        };
    }
};

}  // namespace

TEST_F(Desk, ASplitOffPartyGetsACaseOfItsOwn) {
    const auto made = seed(two_parties());
    ASSERT_TRUE(made) << made.error().message;
    ASSERT_EQ(desk.cases.rows.size(), 2U);
    const auto host = load(*made);
    const auto facts = cases::facts_of(host.state);
    ASSERT_EQ(facts.connections.size(), 1U);
    EXPECT_EQ(facts.connections[0].kind, "split_off");
    EXPECT_EQ(facts.violations, std::vector<std::string>{"price.no-marking"});
    ASSERT_EQ(host.state.matter().parties.size(), 1U);
    EXPECT_EQ(host.state.matter().parties[0].id, "p1");

    const auto off = load(facts.connections[0].case_no);
    EXPECT_NE(off.record.no, host.record.no);
    const auto of_off = cases::facts_of(off.state);
    EXPECT_EQ(of_off.connections[0].kind, "split_from");
    EXPECT_EQ(of_off.connections[0].case_no, host.record.no);
    EXPECT_EQ(of_off.violations, std::vector<std::string>{"food.expired"});
    ASSERT_EQ(off.state.matter().parties.size(), 1U);
    EXPECT_EQ(off.state.matter().parties[0].name, "关小海");
    EXPECT_EQ(off.state.acts().size(), host.state.acts().size());
    EXPECT_EQ(off.state.state().filed_on, host.state.state().filed_on);
    EXPECT_EQ(desk.cases.projections[off.record.no].party, "关小海");
    EXPECT_EQ(off.record.acts[0].signatures.size(), host.record.acts[0].signatures.size());
}

TEST_F(Desk, ASplitOffCaseStandsOnTheEvidenceItWasSplitOffWith) {
    const auto host = seed(two_parties());
    ASSERT_TRUE(host) << host.error().message;
    const std::string off = cases::facts_of(load(*host).state).connections.at(0).case_no;
    const auto before = evidence_of(*host);
    ASSERT_FALSE(before.empty());
    bring_in("later-there", *host);
    bring_in("later-here", off);

    const auto files = evidence_of(off);
    ASSERT_EQ(files.size(), before.size() + 1);
    for (std::size_t i = 0; i < before.size(); ++i) {
        EXPECT_EQ(files[i].id, before[i].id);
        EXPECT_EQ(files[i].case_no, *host) << "one item, one place where it is filed";
    }
    EXPECT_EQ(files.back().id, "later-here");
    EXPECT_EQ(evidence_of(*host).size(), before.size() + 1) << "what came to the other case is not ours";

    const auto zhou = *desk.directory.organisation.viewer("zhou-min");
    const auto named = [&](const std::string& id) {
        return acts::attachments_of(desk.office, zhou, load(off).record,
                                    Object{
                                        {"media", List{id}}
        });
    };
    EXPECT_TRUE(named(before[0].id));
    EXPECT_EQ(named("later-there").error().code, "unknown_evidence");
}

TEST_F(Desk, SplitOffAndJoinedAgainNothingOfTheOriginIsLost) {
    const auto host = seed(two_parties());
    ASSERT_TRUE(host) << host.error().message;
    const std::string off = cases::facts_of(load(*host).state).connections.at(0).case_no;
    const auto before = evidence_of(off).size();
    bring_in("later-there", *host);
    ports::CaseRecord record = load(off).record;
    auto act = record.acts.back();
    act.act.type = "join_case";
    act.act.data = Object{
        {"with", *host}
    };
    record.acts.push_back(std::move(act));
    const auto files =
        cases::evidence_of(desk.office, *desk.directory.organisation.viewer("zhou-min"), record);
    ASSERT_TRUE(files) << files.error().message;
    EXPECT_EQ(files->size(), before + 1) << "what was there already comes once";
    EXPECT_EQ(std::ranges::count(*files, "later-there", &ports::Evidence::id), 1);
}

TEST_F(Desk, TheCaseThatGoesOnStandsOnTheEvidenceOfTheOneThatWasJoined) {
    const auto first = seed(until(two_parties(), 3));
    ASSERT_TRUE(first) << first.error().message;
    auto later = until(two_parties(), 3);
    (*later.as_object()->find("party")->as_object()).set("name", "临江市另一家商店");
    const auto host = seed(also(later, join(*first)));
    ASSERT_TRUE(host) << host.error().message;
    const auto files = evidence_of(*host);
    const auto count = [&](const std::string& no) {
        return std::ranges::count(files, no, &ports::Evidence::case_no);
    };
    EXPECT_GT(count(*first), 0);
    EXPECT_EQ(count(*first), std::ssize(evidence_of(*first)));
    EXPECT_EQ(count(*first) + count(*host), std::ssize(files));
}

TEST_F(Desk, WhatWasSplitOffIsReportedThereOnly) {
    const auto made = seed(two_parties());
    ASSERT_TRUE(made) << made.error().message;
    std::ifstream file(std::string(ZHIHENG_SOURCE_DIR) +
                       "/tests/scenario/refused/12-violation_split_off.json");
    const Value whole = *json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
    const Value& report = whole.list("acts").back();
    acts::ActRequest request{
        .act = "report_investigation", .by = {"zhou-min", "he-feng"}
    };
    request.data = report["data"];
    const auto zhou = *desk.directory.organisation.viewer("zhou-min");
    const auto settled = acts::record_act(desk.office, zhou, *made, request, {});
    ASSERT_TRUE(settled) << settled.error().message;
    ASSERT_TRUE(settled->refusal);
    EXPECT_EQ(settled->refusal->code, "violation_split_off");
}

TEST_F(Desk, AJoinedCaseEndsAndNamesItsHost) {
    const auto first = seed(until(two_parties(), 3));
    ASSERT_TRUE(first) << first.error().message;
    auto later = until(two_parties(), 3);
    (*later.as_object()->find("party")->as_object()).set("name", "临江市另一家商店");
    const auto host_no = seed(also(later, join(*first)));
    ASSERT_TRUE(host_no) << host_no.error().message;

    const auto host = load(*host_no);
    EXPECT_EQ(host.state.matter().parties.size(), 2U);
    const auto facts = cases::facts_of(host.state);
    EXPECT_EQ(facts.connections[0].case_no, *first);
    const auto joined = load(*first);
    EXPECT_EQ(joined.state.main_state(desk.office.now()), procedure::MainState::joined);
    EXPECT_FALSE(desk.cases.projections[*first].open);

    acts::ActRequest note{.act = "note", .by = {"zhou-min"}};
    note.data = Object{
        {"text", "补记"}
    };
    const auto zhou = *desk.directory.organisation.viewer("zhou-min");
    const auto settled = acts::record_act(desk.office, zhou, *first, note, {});
    ASSERT_TRUE(settled) << settled.error().message;
    ASSERT_TRUE(settled->refusal);
    EXPECT_EQ(settled->refusal->code, "case_joined");
    EXPECT_NE(settled->refusal->message.find(*host_no), std::string::npos) << settled->refusal->message;
}

TEST_F(Desk, AJoinThatCannotBeLeavesBothAsTheyWere) {
    const auto first = seed(until(two_parties(), 3));
    ASSERT_TRUE(first) << first.error().message;
    const auto zhou = *desk.directory.organisation.viewer("zhou-min");
    struct Row {
        const char* why;
        std::string act;
        Object data;
        const char* code;
    };
    const Row rows[] = {
        {"into itself",           "join_case", {{"with", *first}, {"reason", "一并"}},                       "cannot_join"},
        {"an unknown case",       "join_case", {{"with", "990101-2026-999999"}, {"reason", "一并"}},         "cannot_join"},
        {"the other half alone",
         "be_joined",                          {{"host", "990101-2026-000002"}, {"reason", "一并"}},
         "recorded_by_program"                                                                                            },
        {"every violation going",
         "split_case",                         {{"parties", List{"p1"}},
          {"violations", List{"price.no-marking", "food.expired"}},
          {"reason", "另案"}},
         "cannot_split"                                                                                                   },
        {"its number typed in",
         "split_case",                         {{"parties", List{"p1"}}, {"into", "1"}, {"reason", "另案"}},
         "recorded_by_program"                                                                                            }
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.why);
        acts::ActRequest request{.act = row.act, .by = {"zhou-min"}};
        request.data = row.data;
        const auto settled = acts::record_act(desk.office, zhou, *first, request, {});
        ASSERT_FALSE(settled);
        EXPECT_EQ(settled.error().code, row.code) << settled.error().message;
    }
    EXPECT_EQ(desk.cases.rows.size(), 1U);
    EXPECT_TRUE(desk.proposals.rows.empty() || std::ranges::none_of(desk.proposals.rows, [](const auto& row) {
                    return row.second.status == "waiting";
                }));
}

// 行政处罚法 第二十九条: before a fine somebody has looked whether others have fined the act.
TEST_F(Desk, AFineIsNotProposedBeforeOtherFinesAreStated) {
    const auto made = seed(until(two_parties(), 3));
    ASSERT_TRUE(made) << made.error().message;
    const auto zhou = *desk.directory.organisation.viewer("zhou-min");
    acts::ActRequest request{
        .act = "report_investigation", .by = {"zhou-min", "he-feng"}
    };
    const Value report = *json::parse(
        R"({"sections":{"party":true,"course":true,"facts":true,"nature":true,"proposal":true,"discretion":true},
            "proposes":"penalty","legal_review_grounds":[],"penalty":{"kinds":["fine"],"fine":"3000.00",
            "violations":["price.no-marking"],"statute":[{"law":"价格法","article":42}],"tier":"normal"}})");
    request.data = report;
    const auto refused = acts::record_act(desk.office, zhou, *made, request, {});
    ASSERT_TRUE(refused) << refused.error().message;
    ASSERT_TRUE(refused->refusal);
    EXPECT_EQ(refused->refusal->code, "other_fines_not_stated");
    EXPECT_EQ(refused->refusal->field, "data.other_fines");
    EXPECT_EQ(refused->refusal->basis, "行政处罚法 第二十九条");
    EXPECT_EQ(refused->refusal->cure, std::vector<std::string>{"report_investigation"});
    Object stated = report.object();
    stated.set("other_fines", "none");
    request.data = stated;
    const auto settled = acts::record_act(desk.office, zhou, *made, request, {});
    ASSERT_TRUE(settled) << settled.error().message;
    EXPECT_FALSE(settled->refusal) << settled->refusal->message;
}

// Read from the store again, a case has the parties it had when it was kept in hand.
TEST_F(Desk, APartyThatJoinedJoinsOnceWhateverIsRegisteredAfterwards) {
    const auto opening = until(two_parties(), 3);
    ASSERT_EQ(opening.list("acts").back().text("act"), "file_case");
    Value scenario = also(
        opening, {
                     {"act",         "add_party"                                        },
                     {"at",          "2026-03-12T09:00:00+08:00"                        },
                     {"by",          List{"zhou-min", "he-feng"}                        },
                     {"approved_by", "lu-ping"                                          },
                     {"data",        Object{{"party", Object{{"id", "p9"}, {"kind", "person"}, {"name", "王某"}}},
                                     {"reason", "joint"},
                                     {"evidence", List{2}}}}
    });
    scenario = also(std::move(scenario),
                    {
                        {"act",   "record_party"                                                      },
                        {"at",    "2026-03-12T10:00:00+08:00"                                         },
                        {"by",    List{"zhou-min"}                                                    },
                        {"party", "p9"                                                                },
                        {"data",  Object{{"kind", "person"}, {"name", "王某某"}, {"region", "990101"}}}
    });
    const auto no = seed(scenario);
    ASSERT_TRUE(no) << no.error().message;
    const auto names = [&] {
        std::vector<std::string> all;
        const auto loaded = load(*no);
        for (const auto& party : loaded.state.matter().parties) all.push_back(party.id + party.name);
        return all;
    };
    const auto kept = names();
    EXPECT_EQ(kept.back(), "p9王某某");
    desk.shelf.drop(*no);
    EXPECT_EQ(names(), kept);
}
