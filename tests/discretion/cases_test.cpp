#include <gtest/gtest.h>

#include <algorithm>

#include "json/json.hpp"
#include "loaded.hpp"

namespace discretion {

namespace {

using base::Value;

Value ask(std::string_view request) {
    return decide_all(json::parse(request).value(), loaded());
}

// Reprinted dates on milk, decided 2024-07-04.
Value milk(std::string_view jurisdiction) {
    const std::string request =
        R"({"id":"milk","violation_id":"food.fake-production-date","jurisdiction":")" +
        std::string(jurisdiction) +
        R"(","act_start":"2024-04-15","act_end":"2024-05-16","discovered_on":"2024-05-16","decision_on":"2024-07-04",
        "actor":{"kind":"natural"},"facts":{"goods_value":"3000.00","illegal_gains":"670.00"},
        "circumstances":[{"code":"intentional","evidence_ids":["ZJ0001"]}],"proposed_fine":"86000.00"})";
    return ask(request);
}

}  // namespace

TEST(Milk, IsAggravatedByTheRowOfTheProvinceOnIntent) {
    for (const char* jurisdiction : {"990101", "990000", "XX-intent-date"}) {
        SCOPED_TRACE(jurisdiction);
        const Value answer = milk(jurisdiction);
        EXPECT_EQ(answer.text("outcome"), "penalty");
        EXPECT_EQ(answer.at("law_version.law"), Value("FSL2021"));
        EXPECT_EQ(answer.text("limb"), "ordinary");
        EXPECT_EQ(answer.text("recommended_tier"), "aggravated");
        EXPECT_EQ(answer.at("band.min"), Value("85000.00"));
        EXPECT_EQ(answer.at("band.max"), Value("100000.00"));
        EXPECT_EQ(answer.at("verdict.result"), Value("fits_tier"));
        EXPECT_EQ(answer.at("procedure.hearing.needed"), Value(true));
    }
    EXPECT_NE(milk("990101").text("reasoning_text").find("示例"), std::string_view::npos);
}

TEST(Milk, NeedsAnotherGroundInTheRestOfTheCountry) {
    for (const char* jurisdiction : {"CN", "110105"}) {
        SCOPED_TRACE(jurisdiction);
        const Value answer = milk(jurisdiction);
        EXPECT_EQ(answer.text("recommended_tier"), "normal");
        EXPECT_EQ(answer.at("band.min"), Value("65000.00"));
        EXPECT_EQ(answer.at("verdict.result"), Value("other_tier"));
        EXPECT_EQ(answer.at("verdict.tier"), Value("aggravated"));
    }
}

TEST(Fertiliser, IsFinedAtTwoPointFourTimesForARepetition) {
    const Value answer =
        ask(R"({"violation_id":"quality.unsafe","act_start":"2024-01-05","act_end":"2024-02-20",
        "discovered_on":"2024-03-10","decision_on":"2024-06-20","actor":{"kind":"entity"},"facts":{"goods_value":20420},
        "circumstances":[{"code":"same_kind_within_1y","evidence_ids":["ZJ0004"]}],"proposed_fine":49008})");
    EXPECT_EQ(answer.text("recommended_tier"), "aggravated");
    EXPECT_EQ(answer.at("statutory.min"), Value("20420.00"));
    EXPECT_EQ(answer.at("band.min"), Value("49008.00"));
    EXPECT_EQ(answer.at("band.min_incl"), Value(true));
    EXPECT_EQ(answer.at("verdict.result"), Value("fits_tier"));
}

TEST(NoPenalty, KeepsTheOrderAndTheEducation) {
    const Value answer =
        ask(R"({"violation_id":"food.label-flaw","act_end":"2026-03-01","decision_on":"2026-03-10",
        "actor":{"kind":"individual_business"},"facts":{},"circumstances":[{"code":"minor","evidence_ids":["ZJ0001"]},
        {"code":"corrected_in_time","evidence_ids":["ZJ0002"]},{"code":"no_harm","evidence_ids":["ZJ0003"]}]})");
    EXPECT_EQ(answer.text("outcome"), "no_penalty");
    EXPECT_FALSE(answer.text("because").empty());
    EXPECT_EQ(answer.list("flags"), base::List{"discovered_on_assumed"});
}

TEST(Mixed, IsLeftToAPerson) {
    const Value answer =
        ask(R"({"violation_id":"uc.bribery","act_end":"2025-08-01","discovered_on":"2025-08-01",
        "decision_on":"2025-12-01","actor":{"kind":"entity"},"facts":{},
        "serious_facts":[{"code":"serious_circumstances","evidence_ids":["ZJ0001"]}]})");
    EXPECT_EQ(answer.text("outcome"), "undetermined");
    EXPECT_TRUE(answer["recommended_tier"].is_null());
    EXPECT_EQ(answer.at("law_version.law"), Value("AUCL2019"));
    EXPECT_EQ(answer.at("procedure.group_decision"), Value(true));
}

TEST(NotApplicable, BeforeTheFirstTextOfTheLaw) {
    const Value answer =
        ask(R"({"violation_id":"food.expired","act_end":"2015-01-01","decision_on":"2015-03-01",
        "actor":{"kind":"entity"},"facts":{"goods_value":1}})");
    EXPECT_EQ(answer.text("outcome"), "not_applicable");
    EXPECT_TRUE(answer.list("companions").empty());
}

TEST(Needs, NamesEveryMissingFactAtOnce) {
    const Value answer =
        ask(R"({"id":"n","violation_id":"price.collusion","act_end":"2026-02-01","decision_on":"2026-02-01",
        "actor":{"kind":"entity"},"facts":{}})");
    EXPECT_EQ(answer.at("error.code"), Value("fact_needed"));
    EXPECT_EQ(answer.text("id"), "n");
    EXPECT_EQ(answer["error"].list("needs"), (base::List{"illegal_gains", "heavier"}));
}

TEST(Needs, AnUnknownGateIsNotAClosedOne) {
    const Value answer =
        ask(R"({"violation_id":"food.no-inspection-record","act_end":"2026-03-01","decision_on":"2026-03-01",
        "actor":{"kind":"entity"},"facts":{}})");
    EXPECT_EQ(answer.at("error.code"), Value("fact_needed"));
    EXPECT_EQ(answer["error"].list("needs"), base::List{"refuses_to_correct"});
}

TEST(Claims, WithoutEvidenceAreReportedAndNotUsed) {
    const Value answer =
        ask(R"({"violation_id":"food.expired","act_end":"2026-03-01","decision_on":"2026-03-01",
        "actor":{"kind":"entity"},"facts":{"goods_value":"500"},"circumstances":[{"code":"removed_harm","evidence_ids":[]},
        {"code":"may_aggravate:refused_order","evidence_ids":["ZJ0001"],"punished_separately":true}]})");
    EXPECT_EQ(answer.text("recommended_tier"), "normal");
    EXPECT_EQ(answer.list("ignored").size(), 2u);
}

TEST(Police, ANumberNearlyReachedIsShownAndBlocksNothing) {
    const Value answer =
        ask(R"({"violation_id":"food.expired","act_end":"2026-03-01","decision_on":"2026-03-01",
        "actor":{"kind":"entity"},"facts":{"goods_value":"500","sales_amount":"40000"}})");
    EXPECT_EQ(answer.at("procedure.police_check"), Value("near"));
    EXPECT_EQ(answer.text("outcome"), "penalty");
}

TEST(Array, IsAnsweredInOrderWithErrorsInPlace) {
    const Value answers = ask(
        R"([{"id":"a","violation_id":"no.such","act_end":"2026-03-01","decision_on":"2026-03-01","actor":{"kind":"entity"}},
        {"id":"b","violation_id":"food.expired","act_end":"2026-03-01","decision_on":"2026-03-01","actor":{"kind":"entity"},
         "facts":{"goods_value":500}}])");
    ASSERT_EQ(answers.items().size(), 2u);
    EXPECT_EQ(answers.items()[0].at("error.code"), Value("unknown_violation"));
    EXPECT_EQ(answers.items()[1].text("outcome"), "penalty");
    EXPECT_TRUE(has_error(answers));
    EXPECT_FALSE(has_error(answers.items()[1]));
}

TEST(Violations, AreListedWithTheFactsTheyAskFor) {
    const Value rows = violations_to_value(loaded());
    EXPECT_EQ(rows.items().size(), 304u);
    for (const Value& row : rows.items()) {
        EXPECT_FALSE(row.text("name").empty());
        EXPECT_FALSE(row.list("versions").empty()) << row.text("id");
    }
}

// Harm cannot be both absent and slight (行政处罚法 第三十三条第一款).
TEST(MayNone, SaysThatHarmIsBothAbsentAndSlight) {
    const Value answer =
        ask(R"({"violation_id":"food.label","act_end":"2026-03-01","decision_on":"2026-03-10",
        "actor":{"kind":"entity"},"facts":{"goods_value":100},"circumstances":[
        {"code":"first_violation","evidence_ids":["ZJ1"]},{"code":"minor_consequence","evidence_ids":["ZJ2"]},
        {"code":"corrected_in_time","evidence_ids":["ZJ3"]},{"code":"no_harm","evidence_ids":["ZJ4"]}]})");
    EXPECT_EQ(answer.text("outcome"), "may_no_penalty");
    const base::List& flags = answer.list("flags");
    EXPECT_NE(std::ranges::find(flags, Value("harm_contradiction")), flags.end());
}

}  // namespace discretion
