#include <gtest/gtest.h>

#include "broken.hpp"
#include "procedure/case.hpp"
#include "procedure/scenario.hpp"

// A party that joins is investigated as the case is, and has done nothing the others did (程序规定
// 第四十七条); a slip in who a party is can be mended (decision 0075).
namespace procedure {

namespace {

using base::Object;
using casefile::Act;

Case begun(const std::string& name, int last) {
    const Scenario scenario = read_scenario(given::scenario(name)).value();
    Case file(given::rules(), scenario.matter);
    for (const auto& act : scenario.acts) {
        if (act.n > last) break;
        const auto tried = file.try_act(act);
        if (!tried || *tried) ADD_FAILURE() << act.n << " " << act.type;
    }
    return file;
}

// Two handlers found out who else had a part in it; the leader approved it.
Act joins(int n, std::string_view at, int evidence) {
    return {
        .n = n,
        .type = "add_party",
        .at = given::instant(at),
        .by = {"zhou-min", "he-feng"},
        .approved_by = "lu-ping",
        .data = Object{{"party", Object{{"id", "p2"}, {"kind", "person"}, {"name", "王某"}}},
               {"reason", "joint"},
               {"evidence", base::List{evidence}}}
    };
}

std::string days_of(const Case& file, base::Date today) {
    std::string days;
    for (const auto& clock : file.clocks(today)) days += clock.code + clock.anchor.str() + clock.due.str();
    return days;
}

}  // namespace

// Where somebody can be reached is his own to say; that it was asked for began the investigation of the case.
TEST(Parties, DoNotSendTheCaseBackToItsFilingWhenTheyJoin) {
    auto file = begun("milk_2024", 6);
    const auto at = given::instant("2024-05-17T09:30:00+08:00");
    ASSERT_EQ(file.acts().back().type, "confirm_address");
    ASSERT_EQ(file.main_state(at), MainState::investigating);
    const auto tried = file.try_act(joins(7, "2024-05-17T09:30:00+08:00", 2));
    ASSERT_TRUE(tried && !*tried);
    EXPECT_EQ(file.main_state(at), MainState::investigating);
    EXPECT_TRUE(file.states()[0].address_confirmed);
    EXPECT_FALSE(file.states()[1].address_confirmed) << "nobody asked the new one";
}

TEST(Parties, AreInvestigatedWhereEveryActNamedTheFirstOne) {
    const auto scenario = read_scenario(given::scenario("milk_2024")).value();
    Case file(given::rules(), scenario.matter);
    for (std::size_t i = 0; i < 6; ++i) {
        auto act = scenario.acts.at(i);
        act.party = "p1";
        ASSERT_TRUE(file.restore(act));
    }
    ASSERT_TRUE(file.restore(joins(7, "2024-05-17T09:30:00+08:00", 2)));
    EXPECT_EQ(file.main_state(given::instant("2024-05-17T09:30:00+08:00")), MainState::investigating);
    EXPECT_EQ(file.states()[1].filed, file.states()[0].filed);
    EXPECT_EQ(file.states()[1].handlers, file.states()[0].handlers);
    EXPECT_FALSE(file.states()[0].seizures.empty());
    EXPECT_TRUE(file.states()[1].seizures.empty()) << "what was seized from the one is not the other's";
}

// 行政处罚法 第四十四条: what was reported and told about the one is still to be done about the other.
TEST(Parties, AreInvestigatedThoughTheOtherOneWasReported) {
    auto file = begun("milk_2024", 15);
    ASSERT_EQ(file.acts().back().type, "report_investigation");
    ASSERT_TRUE(file.restore(joins(16, "2024-06-17T09:30:00+08:00", 2)));
    EXPECT_EQ(file.states()[0].main, MainState::reported);
    EXPECT_EQ(file.states()[1].main, MainState::investigating);
}

// 移送规定 第十三条: what the criminal side sent back may open a case, and opens it for whoever joins it.
TEST(Parties, JoinACaseThatWasReferredBack) {
    auto scenario = read_scenario(given::scenario("hearing_2026")).value();
    Case file(given::rules(), scenario.matter);
    ASSERT_TRUE(file.restore({
        .n = 1,
        .type = "receive_reverse_referral",
        .at = given::instant("2026-03-02T09:00:00+08:00"),
        .by = {"xu-jing"},
        .data = Object{{"from", "police"}, {"received_on", "2026-03-02"}, {"content", "不起诉"}}
    }));
    auto filing = scenario.acts.at(2);
    ASSERT_EQ(filing.type, "file_case");
    filing.n = 2;
    filing.party = "p1";
    ASSERT_TRUE(file.restore(filing));
    ASSERT_TRUE(file.restore(joins(3, "2026-03-04T09:00:00+08:00", 1)));
    EXPECT_EQ(file.main_state(given::instant("2026-03-04T09:00:00+08:00")), MainState::filed);
}

TEST(Parties, AreTheSameOnesWithASlipMended) {
    const auto scenario = read_scenario(given::scenario("accepted/acts-3.10-party-corrected")).value();
    auto file = begun("accepted/acts-3.10-party-corrected", 8);
    const auto day = given::day("2026-05-15");
    const auto before = days_of(file, day);
    const std::string wrong = file.matter().parties.front().id_no;
    const auto tried = file.try_act(scenario.acts.back());
    ASSERT_TRUE(tried && !*tried);
    EXPECT_EQ(file.matter().parties.front().id_no, "990101197903124016");
    EXPECT_EQ(file.matter().parties.front().name, "沙小川");
    EXPECT_EQ(file.acts().back().data.text("from"), wrong) << "both versions stay";
    EXPECT_EQ(days_of(file, day), before) << "no period moves";
    EXPECT_EQ(file.main_state(given::instant("2026-05-15T10:00:00+08:00")), MainState::archived);
}

// With several parties it is said whose slip it was.
TEST(Parties, AreNamedWhereASlipIsMended) {
    auto file = begun("milk_2024", 6);
    ASSERT_TRUE(file.restore(joins(7, "2024-05-17T09:30:00+08:00", 2)));
    Act mends{
        .n = 8,
        .type = "correct_party",
        .at = given::instant("2024-05-17T10:00:00+08:00"),
        .by = {"zhou-min", "he-feng"},
        .approved_by = "lu-ping",
        .data = Object{{"field", "name"}, {"from", "王某"}, {"to", "汪某"}}
    };
    const auto unnamed = file.check(mends);
    ASSERT_FALSE(unnamed);
    EXPECT_EQ(unnamed.error().field, "party");
    mends.party = "p2";
    ASSERT_TRUE(file.restore(mends));
    EXPECT_EQ(file.matter().parties[1].name, "汪某");
    EXPECT_EQ(file.matter().parties[0].name, "冯启明");
}

}  // namespace procedure
