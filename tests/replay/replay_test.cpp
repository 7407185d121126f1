#include <algorithm>

#include "broken.hpp"

#include <rapidcheck/gtest.h>

namespace {

const base::Value& first_refused(const base::Value& answer) {
    static const base::Value none;
    for (const auto& act : answer.list("acts"))
        if (!act.truth("accepted")) return act;
    return none;
}

bool holds(const base::Value& list, std::string_view text) {
    return std::ranges::any_of(list.items(),
                               [&](const base::Value& item) { return item == base::Value(text); });
}

// `code` of a row: one code, or several where the handbook leaves the order open.
bool is_code(const base::Value& wanted, std::string_view code) {
    return wanted.as_string() ? *wanted.as_string() == code : holds(wanted, code);
}

void expect_refusal(const base::Value& answer, const base::Value& expected) {
    const auto& act = first_refused(answer);
    ASSERT_FALSE(act.is_null()) << "everything was accepted";
    SCOPED_TRACE(json::write(act));
    EXPECT_EQ(act.integer("n"), expected.integer("n"));
    const auto& refusal = act["refusal"];
    EXPECT_TRUE(is_code(expected["code"], refusal.text("code")));
    EXPECT_NE(refusal.text("basis").find(expected.text("basis")), std::string_view::npos);
    EXPECT_FALSE(refusal.text("basis").empty());
    EXPECT_FALSE(refusal.text("message").empty());
    EXPECT_NE(refusal.text("message").find(expected.text("says")), std::string_view::npos);
    EXPECT_TRUE(!expected.has("field") || refusal.text("field") == expected.text("field"));
    for (const auto& cure : expected.list("cure")) EXPECT_TRUE(holds(refusal["cure"], *cure.as_string()));
    for (const auto& code : expected.list("also")) EXPECT_TRUE(holds(refusal["also"], *code.as_string()));
    for (const auto& cure : refusal.list("cure"))
        EXPECT_NE(given::rules().table.find(*cure.as_string()), nullptr);
    EXPECT_TRUE(!expected.has("open_from") || refusal.text("open_from") == expected.text("open_from"));
}

TEST(Replay, AcceptsWholeScenarios) {
    for (const auto* name :
         {"milk_2024", "fertiliser_2024", "no_penalty", "hearing_2026", "summary_2026", "handbook_6_1"}) {
        SCOPED_TRACE(name);
        const auto scenario = given::scenario(name);
        const auto answer = given::replay(scenario);
        ASSERT_TRUE(answer) << answer.error().field << ": " << answer.error().message;
        EXPECT_TRUE(first_refused(*answer).is_null()) << json::write(first_refused(*answer));
        EXPECT_EQ(answer->text("state"), scenario["expect"].text("state"));
        given::expect_clocks((*answer)["clocks"], scenario["expect"]["clocks"]);
        for (const auto& [machine, rows] : scenario["expect"]["sub"].object())
            EXPECT_EQ(json::write((*answer)["sub"][machine]), json::write(rows)) << machine;
    }
}

// A commission letter went to the laboratory: its result shows that it came, and nothing stays to be served.
TEST(Replay, CommissionLettersArriveWithTheResult) {
    const auto answer = given::replay(given::scenario("fertiliser_2024"));
    ASSERT_TRUE(answer);
    int letters = 0;
    for (const auto& paper : answer->list("documents")) {
        if (paper.text("document") != "30") continue;
        ++letters;
        EXPECT_EQ(paper.text("status"), "served") << json::write(paper);
    }
    EXPECT_GT(letters, 0);
}

// acts.md §6.2.
TEST(Replay, RefusesTheThreeActsOfTheHandbook) {
    const auto scenario = given::scenario("handbook_6_2");
    const auto answer = given::replay(scenario);
    ASSERT_TRUE(answer) << answer.error().field << ": " << answer.error().message;
    base::List refused;
    for (const auto& act : answer->list("acts"))
        if (!act.truth("accepted")) refused.push_back(act);
    const auto& expected = scenario["expect"].list("refused");
    ASSERT_EQ(refused.size(), expected.size()) << json::write(refused);
    for (std::size_t i = 0; i < refused.size(); ++i)
        expect_refusal(
            base::Object{
                {"acts", base::List{refused[i]}}
        },
            expected[i]);
    EXPECT_EQ(answer->text("state"), scenario["expect"].text("state"));
    given::expect_clocks((*answer)["clocks"], scenario["expect"]["clocks"]);
}

// One row per guard: a scenario broken in one place is refused there, with that code, article and cure.
TEST(Replay, RefusesWhatTheLawForbids) {
    const auto rows = given::rows("guard_rows");
    for (const auto& row : rows.items()) {
        SCOPED_TRACE(std::string(row.text("no")) + ": " + std::string(row.text("why")));
        const auto answer = given::replay(given::broken(row));
        EXPECT_TRUE(answer) << (answer ? "" : answer.error().field + ": " + answer.error().message);
        if (answer) expect_refusal(*answer, row["expect"]);
    }
}

TEST(Replay, AcceptsWhatTheLawAllowsAtItsBounds) {
    const auto rows = given::rows("accepted_rows");
    for (const auto& row : rows.items()) {
        SCOPED_TRACE(row.text("why"));
        const auto answer = given::replay(given::broken(row));
        EXPECT_TRUE(answer) << (answer ? "" : answer.error().field + ": " + answer.error().message);
        EXPECT_TRUE(!answer || first_refused(*answer).is_null()) << json::write(first_refused(*answer));
    }
}

TEST(Replay, NamesThePlaceOfBadInput) {
    const auto rows = given::rows("bad_input_rows");
    for (const auto& row : rows.items()) {
        SCOPED_TRACE(row.text("why"));
        const auto answer = given::replay(given::broken(row));
        EXPECT_FALSE(answer) << "accepted";
        if (answer) continue;
        EXPECT_TRUE(answer.error().field.starts_with(row.text("field"))) << answer.error().field;
        EXPECT_FALSE(answer.error().message.empty());
    }
}

// acts.md §2.3: what was not accepted leaves no trace.
TEST(Replay, ARefusedActChangesNothing) {
    const auto rows = given::rows("guard_rows");
    for (const auto& row : rows.items()) {
        SCOPED_TRACE(row.text("why"));
        auto scenario = given::broken(row);
        auto& acts = *scenario.as_object()->find("acts")->as_list();
        const auto n = static_cast<std::size_t>(*row["expect"].integer("n"));
        if (acts.size() < n) continue;
        acts.resize(n);
        scenario.as_object()->set("today", acts.back().text("at").substr(0, 10));
        const auto with = given::replay(scenario);
        acts.pop_back();
        const auto without = given::replay(scenario);
        ASSERT_TRUE(with && without);
        if (with->list("acts").back().truth("accepted")) continue;
        for (const auto* member : {"state", "sub", "track", "clocks", "open", "documents"})
            EXPECT_EQ(json::write((*with)[member]), json::write((*without)[member])) << member;
    }
}

// A note of the same person at the same time in the place of an act: nothing was done.
base::Value note_for(const base::Value& act) {
    return base::Object{
        {"act",  "note"                       },
        {"at",   act["at"]                    },
        {"by",   base::List{act.list("by")[0]}},
        {"data", base::Object{{"text", "略"}} }
    };
}

// Any acts left out: what is refused in what remains might as well not have been tried.
RC_GTEST_PROP(Replay, WhatWasRefusedMightAsWellNotHaveBeenTried, ()) {
    const auto name =
        *rc::gen::element<std::string>("milk_2024", "fertiliser_2024", "no_penalty", "hearing_2026");
    auto scenario = given::scenario(name);
    auto& acts = *scenario.as_object()->find("acts")->as_list();
    for (auto& act : acts)
        if (*rc::gen::inRange(0, 8) == 0) act = note_for(act);
    const auto tried = given::replay(scenario);
    RC_ASSERT(tried.has_value());
    const auto& verdicts = tried->list("acts");
    for (std::size_t i = 0; i < acts.size(); ++i)
        if (!verdicts[i].truth("accepted")) acts[i] = note_for(acts[i]);
    const auto without = given::replay(scenario);
    RC_ASSERT(without.has_value());
    for (const auto* member : {"state", "sub", "track", "clocks", "documents"})
        RC_ASSERT(json::write((*tried)[member]) == json::write((*without)[member]));
}

TEST(Replay, IsTheSameEveryTime) {
    const auto scenario = given::scenario("fertiliser_2024");
    const auto first = given::replay(scenario), second = given::replay(scenario);
    ASSERT_TRUE(first && second);
    EXPECT_EQ(json::write(*first), json::write(*second));
}

}  // namespace
