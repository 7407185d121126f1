#include "procedure/case.hpp"

#include <algorithm>

#include "broken.hpp"
#include "procedure/scenario.hpp"

namespace procedure {

namespace {

using base::Object;
using base::Value;
using casefile::Act;

// The scenario up to and including act `last`, folded.
struct Begun {
    Scenario scenario;
    Case file;
};

Begun begun(const std::string& name, int last) {
    Scenario scenario = read_scenario(given::scenario(name)).value();
    Case file(given::rules(), scenario.matter);
    for (const auto& act : scenario.acts) {
        if (act.n > last) break;
        const auto tried = file.try_act(act);
        if (!tried || *tried) ADD_FAILURE() << act.n << " " << act.type;
    }
    return {std::move(scenario), std::move(file)};
}

Act made(const Begun& start, std::string type, std::string_view at, std::vector<std::string> by,
         Object data) {
    return {.n = start.file.acts().back().n + 1,
            .type = std::move(type),
            .at = given::instant(at),
            .by = std::move(by),
            .data = std::move(data)};
}

std::string code_of(const base::Result<std::optional<Refusal>>& tried) {
    if (!tried) return "bad input: " + tried.error().field;
    return *tried ? (*tried)->code : "accepted";
}

bool opens(const Case& file, std::string_view act, base::Instant at) {
    const auto open = file.open_acts(at);
    return std::ranges::find(open, act, &OpenAct::act) != open.end();
}

}  // namespace

TEST(Case, SaysWhatIsOpenAndWhyTheRestIsShut) {
    const auto start = begun("handbook_6_1", 19);  // the notice is served on 14 April
    struct Row {
        const char* why;
        const char* act;
        const char* at;
        const char* code;  // "" when it is open
    };
    const Row rows[] = {
        {"the five working days still run",                    "decide",               "2026-04-20T09:00:00+08:00", "answer_period_running"},
        {"the day after the fifth",                            "decide",               "2026-04-22T09:00:00+08:00", ""                     },
        {"the party may answer",                               "answer_notice",        "2026-04-16T09:00:00+08:00", ""                     },
        {"out of hearing range",                               "request_hearing",      "2026-04-16T09:00:00+08:00", "not_in_hearing_range" },
        {"the goods are still seized, and nothing is decided", "close",                "2026-04-16T09:00:00+08:00",
         "act_not_open"                                                                                                                    },
        {"a clue is registered once",                          "register_clue",        "2026-04-16T09:00:00+08:00", "act_not_open"         },
        {"the goods are seized: the measure may be lifted",    "lift_seizure",         "2026-04-16T09:00:00+08:00", ""                     },
        {"nothing was registered",                             "resolve_preservation", "2026-04-16T09:00:00+08:00", "reference_invalid"    },
        {"nothing is being tested",                            "receive_test_result",  "2026-04-16T09:00:00+08:00", "reference_invalid"    },
        {"no referral was proposed",                           "decide_referral",      "2026-04-16T09:00:00+08:00", "reference_invalid"    },
        {"a note is always open",                              "note",                 "2026-04-16T09:00:00+08:00", ""                     },
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.why);
        const auto at = given::instant(row.at);
        const auto shut = start.file.shut_acts(at);
        const auto found = std::ranges::find(shut, row.act, &ShutAct::act);
        EXPECT_EQ(found == shut.end() ? "" : found->refusal.code, row.code);
        EXPECT_EQ(opens(start.file, row.act, at), std::string_view(row.code).empty());
        if (found != shut.end()) {
            EXPECT_FALSE(found->refusal.message.empty());
            EXPECT_FALSE(found->refusal.basis.empty());
        }
    }
}

TEST(Case, StrikesOnlyWhatNothingRestsOn) {
    struct Row {
        const char* why;
        int last;
        int of;
        std::string by;
        std::optional<std::string> approved_by;
        const char* code;
    };
    const Row rows[] = {
        {"the report is not yet used",            15, 15, "a", "u",          "accepted"          },
        {"the review rests on the sending",       17, 16, "a", "u",          "strike_not_allowed"},
        {"the seizure was extended",              13, 3,  "a", std::nullopt, "strike_not_allowed"},
        {"a served notice",                       19, 18, "a", "l",          "strike_not_allowed"},
        {"without the filing there is no report", 15, 5,  "a", "l",          "strike_not_allowed"},
        {"who did not do it",                     15, 15, "i", "u",          "not_authorised"    },
        {"without the approver of the act",       15, 15, "a", std::nullopt, "approval_missing"  },
        {"an act that is not there",              15, 40, "a", std::nullopt, "reference_invalid" },
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.why);
        auto start = begun("handbook_6_1", row.last);
        auto act = made(start, "strike", "2026-04-30T09:00:00+08:00",
                        {
                            row.by
        },
                        {{"of", row.of}, {"reason", "误录"}});
        act.approved_by = row.approved_by;
        EXPECT_EQ(code_of(start.file.try_act(act)), row.code);
    }
}

// Between the acts and the strike one handler has gone to another office and the leader has left: what they
// did was lawful on its day.
TEST(Case, StrikesAfterPeopleHaveLeft) {
    const auto start = begun("handbook_6_1", 15);
    casefile::Matter matter = start.scenario.matter;
    std::erase_if(matter.staff, [](const casefile::Staff& person) { return person.id == "l"; });
    for (auto& person : matter.staff)
        if (person.id == "b") {
            person.roles.clear();
            person.certificate.reset();
        }
    Case file(given::rules(), matter);
    for (const auto& act : start.file.acts()) ASSERT_TRUE(file.restore(act));
    const auto strike = [&](int of) {
        return made(start, "strike", "2026-04-30T09:00:00+08:00",
                    {
                        "a"
        },
                    {{"of", of}, {"reason", "误录"}});
    };
    EXPECT_EQ(code_of(file.check(strike(8))), "accepted");
    auto of_the_filing = strike(5);
    EXPECT_EQ(code_of(file.check(of_the_filing)), "approval_missing");
    EXPECT_EQ(code_of(file.check(strike(3))), "strike_not_allowed");
}

// An act of an old history that a later rule would refuse, with or without the struck one, says nothing of
// the strike; what only the strike undoes does.
TEST(Case, StrikesBeforeAnActThatALaterRuleWouldRefuse) {
    const auto start = begun("handbook_6_1", 15);
    Case file(given::rules(), start.scenario.matter);
    for (auto act : start.file.acts()) {
        if (act.type == "extend_seizure") {
            act.data.as_object()->set("days", 900);
            EXPECT_NE(code_of(file.check(act)), "accepted");
        }
        ASSERT_TRUE(file.restore(act));
    }
    const auto strike = [&](int of, std::optional<std::string> approved_by) {
        auto act = made(start, "strike", "2026-04-30T09:00:00+08:00",
                        {
                            "a"
        },
                        {{"of", of}, {"reason", "误录"}});
        act.approved_by = std::move(approved_by);
        return act;
    };
    EXPECT_EQ(code_of(file.check(strike(8, std::nullopt))), "accepted");
    EXPECT_EQ(code_of(file.check(strike(5, "l"))), "strike_not_allowed");
}

// A party that came in later is not there twice while the acts are tried anew.
TEST(Case, StrikesBesideAPartyThatJoined) {
    auto start = begun("handbook_6_1", 15);
    auto joins = made(start, "add_party", "2026-04-08T09:10:00+08:00",
                      {
                          "a", "b"
    },
                      {{"party", Object{{"id", "p2"}, {"kind", "person"}, {"name", "王某"}}},
                       {"reason", "joint"},
                       {"evidence", base::List{8}}});
    joins.approved_by = "l";
    ASSERT_EQ(code_of(start.file.try_act(joins)), "accepted");
    EXPECT_EQ(code_of(start.file.check(made(start, "strike", "2026-04-30T09:00:00+08:00",
                                            {
                                                "a"
    },
                                            {{"of", 7}, {"reason", "误录"}}))),
              "accepted");
}

TEST(Case, IsShutOnceItIsJoinedToAnother) {
    auto start = begun("hearing_2026", 8);
    auto joined = made(start, "be_joined", "2026-03-10T09:00:00+08:00",
                       {
                           "zhou-min"
    },
                       {{"host", "990101-2026-000007"}, {"reason", "一并查处"}});
    joined.approved_by = "lu-ping";
    ASSERT_EQ(code_of(start.file.try_act(joined)), "accepted");
    const auto at = given::instant("2026-03-11T09:00:00+08:00");
    EXPECT_EQ(start.file.main_state(at), MainState::joined);
    EXPECT_TRUE(start.file.open_acts(at).empty());
    for (const auto& shut : start.file.shut_acts(at)) {
        EXPECT_EQ(shut.refusal.code, "case_joined") << shut.act;
        EXPECT_NE(shut.refusal.message.find("990101-2026-000007"), std::string::npos) << shut.refusal.message;
    }
    for (const auto& clock : start.file.clocks(given::day("2026-12-01")))
        EXPECT_NE(clock.to_value().text("status"), "running") << clock.code;
}

TEST(Case, StandsAsIfAStruckActHadNotBeenDone) {
    auto start = begun("handbook_6_1", 15);
    auto act = made(start, "strike", "2026-04-08T09:30:00+08:00",
                    {
                        "a"
    },
                    {{"of", 15}, {"reason", "误录"}});
    act.approved_by = "u";
    ASSERT_EQ(code_of(start.file.try_act(act)), "accepted");
    EXPECT_EQ(start.file.state().main, MainState::investigating);
    EXPECT_TRUE(start.file.struck(15));
    EXPECT_EQ(start.file.acts().size(), 16U);
    EXPECT_EQ(start.file.live_acts().size(), 15U);
}

TEST(Case, CorrectsOnlySlipsOfThePen) {
    struct Row {
        const char* why;
        Object data;
        const char* code;
    };
    const Row rows[] = {
        {"a name written wrongly",
         {{"of", 8}, {"field", "name"}, {"from", "进货票据"}, {"to", "进货凭证"}, {"reason", "笔误"}},
         "accepted"               },
        {"not what was written",
         {{"of", 8}, {"field", "name"}, {"from", "发票"}, {"to", "进货凭证"}, {"reason", "笔误"}},
         "correction_not_clerical"},
        {"the day the clue was found",
         {{"of", 1}, {"field", "found_on"}, {"from", "2026-03-02"}, {"to", "2026-03-03"}, {"reason", "笔误"}},
         "not_authorised"         },
        {"a sum",
         {{"of", 12}, {"field", "amount"}, {"from", "120.00"}, {"to", "130.00"}, {"reason", "笔误"}},
         "correction_not_clerical"},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.why);
        auto start = begun("handbook_6_1", 14);
        auto act = made(start, "correct", "2026-04-03T09:00:00+08:00", {"a"}, row.data);
        act.approved_by = "u";
        EXPECT_EQ(code_of(start.file.try_act(act)), row.code);
    }
}

TEST(Case, RestoresToTheSameStateAsItWasTriedTo) {
    const auto start = begun("handbook_6_1", 30);
    Case restored(given::rules(), start.scenario.matter);
    for (const auto& act : start.scenario.acts) ASSERT_TRUE(restored.restore(act));
    EXPECT_EQ(json::write(restored.output(start.scenario.today)),
              json::write(start.file.output(start.scenario.today)));
}

// acts.md §1.4: from the notice on every act says whom it concerns; the case is as far as the party least
// far.
TEST(Case, GoesOnPartyByParty) {
    Value scenario = given::scenario("handbook_6_1");
    Value second = scenario["party"];
    second.as_object()->set("name", "昆都仑区某某商行");
    scenario.as_object()->set("parties", base::List{scenario["party"], second});
    scenario.as_object()->erase("party");
    EXPECT_EQ(replay(scenario, given::rules()).error().field, "acts.17.party");
    for (std::size_t i = 17; i < scenario.list("acts").size(); ++i)
        (*scenario.as_object()->find("acts")->as_list())[i].as_object()->set("party", "p1");
    const auto answer = replay(scenario, given::rules());
    ASSERT_TRUE(answer) << answer.error().field << answer.error().message;
    EXPECT_EQ(answer->text("state"), "IN_REVIEW");
    EXPECT_EQ(answer->at("parties.p1.state"), Value("ARCHIVED"));
    EXPECT_EQ(answer->at("parties.p2.state"), Value("IN_REVIEW"));
}

// A party that joins has part in what was found out so far, and in nothing that was concluded or told.
TEST(Case, PartiesComeInAndGo) {
    auto start = begun("handbook_6_1", 19);
    const auto try_by_two = [&](std::string type, std::string_view at, Object data) {
        auto act = made(start, std::move(type), at, {"a", "b"}, std::move(data));
        act.approved_by = "l";
        return code_of(start.file.try_act(act));
    };
    const Object joint{
        {"party",    Object{{"kind", "person"}, {"name", "王某某"}}},
        {"reason",   "joint"                                       },
        {"evidence", base::List{8}                                 }
    };
    ASSERT_EQ(try_by_two("add_party", "2026-04-15T09:00:00+08:00", joint), "accepted");
    ASSERT_EQ(start.file.states().size(), 2U);
    EXPECT_EQ(start.file.states()[0].main, MainState::noticed);
    EXPECT_EQ(start.file.states()[1].main, MainState::investigating);
    EXPECT_EQ(start.file.states()[1].filed, 5);
    const auto clocks = start.file.clocks(given::day("2026-04-15"), clocks::Detail::brief);
    EXPECT_EQ(std::ranges::count(clocks, "CASE_DECIDE", &clocks::ClockView::code), 1);
    const auto answer = std::ranges::find(clocks, "ANSWER", &clocks::ClockView::code);
    ASSERT_NE(answer, clocks.end());
    EXPECT_EQ(answer->party, "p1");
    Case restored(given::rules(), start.scenario.matter);
    for (const auto& act : start.file.acts()) ASSERT_TRUE(restored.restore(act));
    EXPECT_EQ(json::write(restored.output(given::day("2026-04-15"))),
              json::write(start.file.output(given::day("2026-04-15"))));
    const Object gone{
        {"parties", base::List{"p2"}},
        {"reason",  "另案处理"      }
    };
    ASSERT_EQ(try_by_two("split_case", "2026-04-15T10:00:00+08:00", gone), "accepted");
    ASSERT_EQ(start.file.states().size(), 1U);
    EXPECT_EQ(start.file.main_state(given::instant("2026-04-15T10:00:00+08:00")), MainState::noticed);
}

TEST(Case, WhoWasTakenForThePartyByMistakeLeavesNothingTold) {
    struct Row {
        const char* reason;
        MainState main;
    };
    for (const Row& row : {
             Row{"wrong_party", MainState::investigating},
             Row{"successor",   MainState::noticed      }
    }) {
        SCOPED_TRACE(row.reason);
        auto start = begun("handbook_6_1", 19);
        auto act = made(start, "replace_party", "2026-04-15T09:00:00+08:00",
                        {
                            "a", "b"
        },
                        {{"party", Object{{"kind", "person"}, {"name", "王某某"}}},
                         {"reason", row.reason},
                         {"evidence", base::List{8}}});
        act.approved_by = "l";
        ASSERT_EQ(code_of(start.file.try_act(act)), "accepted");
        EXPECT_EQ(start.file.matter().parties.front().name, "王某某");
        EXPECT_TRUE(start.file.matter().parties.front().code.empty());
        EXPECT_EQ(start.file.state().main, row.main);
    }
}

// A stored history in which payment was put off while the decision was still on display.
TEST(Case, ADecisionOnDisplayTakesEffectAlsoWhenPaymentWasPutOffMeanwhile) {
    const std::vector<std::string> zhou(1, "zhou-min");
    auto start = begun("milk_2024", 20);
    auto serve = made(start, "serve", "2024-07-04T15:00:00+08:00", std::vector<std::string>(1, "he-feng"),
                      {
                          {"document",     45             },
                          {"of",           20             },
                          {"method",       "public_notice"},
                          {"outcome",      "served"       },
                          {"published_on", "2024-07-04"   },
                          {"days",         30             }
    });
    ASSERT_TRUE(start.file.restore(serve));
    const auto defer = made(start, "defer", "2024-07-10T09:00:00+08:00", zhou,
                            {
                                {"requested_on", "2024-07-09"                                                  },
                                {"plan",         base::List{Object{{"due", "2024-10-31"}, {"sum", "86000.00"}}}}
    });
    ASSERT_TRUE(start.file.restore(defer));
    Object words;
    words.set("text", "公告期满");
    const auto note = made(start, "note", "2024-08-12T09:00:00+08:00", zhou, words);
    ASSERT_TRUE(start.file.restore(note));
    const auto* decision = start.file.state().decision();
    ASSERT_NE(decision, nullptr);
    EXPECT_EQ(decision->served_on, given::day("2024-08-03"));
    EXPECT_EQ(decision->pay_due, given::day("2024-10-31"));
    EXPECT_EQ(start.file.state().main, MainState::deferred);
    EXPECT_EQ(start.file.sub_states(given::day("2024-08-12")).at("M.0").text("state"), "CONFISCATED");
}

TEST(Case, MeasuresOfUrgencyEndWhenTheyAreNotApproved) {
    const auto start = begun("handbook_6_1", 3);
    const auto state_on = [&](const char* day) {
        return std::string(start.file.sub_states(given::day(day)).at("M.0").text("state"));
    };
    EXPECT_EQ(state_on("2026-03-05"), "SEIZED");
    EXPECT_EQ(state_on("2026-03-06"), "UNLAWFUL_HOLD") << "24 hours are over without approval";
}

TEST(Case, AComplaintIsAMatterOfItsOwn) {
    Value scenario = given::scenario("handbook_6_1");
    scenario.as_object()->set("procedure", "complaint");
    const auto act = [](std::string type, std::string at, Object data, bool signed_off = true) {
        Object value{
            {"act",  std::move(type)},
            {"at",   std::move(at)  },
            {"by",   base::List{"i"}},
            {"data", std::move(data)}
        };
        if (signed_off) value.set("approved_by", "u");
        return value;
    };
    scenario.as_object()->set(
        "acts",
        base::List{
            act("register_complaint", "2026-05-06T09:00:00+08:00",
                {{"received_on", "2026-05-06"},
                                                                    {"competent_on", "2026-05-06"},
                                                                    {"kind", "complaint"},
                                                                    {"twelve_315_no", "1"}}
                 ),
            act("accept_complaint", "2026-05-08T09:00:00+08:00", {{"told_on", "2026-05-08"}}
                 ),
            act("mediate", "2026-05-11T09:00:00+08:00", {{"on", "2026-05-11"}}
                 ),
            act("agree_mediation", "2026-05-11T10:00:00+08:00", {{"complainant", true}, {"trader", true}}
                 ),
            act("mediate", "2026-05-12T09:00:00+08:00", {{"on", "2026-05-12"}}
                 ),
            act("file_case", "2026-05-12T10:00:00+08:00", {}
                 )
    });
    const auto answer = replay(scenario, given::rules());
    ASSERT_TRUE(answer) << answer.error().field << answer.error().message;
    EXPECT_EQ(answer->at("acts.2.refusal.code"), Value("mediation_consent_missing"));
    EXPECT_EQ(answer->at("acts.4.accepted"), Value(true));
    EXPECT_EQ(answer->at("acts.5.refusal.code"), Value("act_not_open"));
    EXPECT_EQ(answer->text("state"), "MEDIATING");
}

}  // namespace procedure
