#include "procedure/hearing_range.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "procedure/sums.hpp"

namespace procedure {

namespace {

using base::List;
using base::Money;
using base::Object;
using base::Value;
using casefile::PartyKind;

Value penalty(List kinds, std::string fine, std::string gains = "0", std::string goods = "0") {
    return Object{
        {"kinds",       std::move(kinds)},
        {"fine",        std::move(fine) },
        {"gains",       std::move(gains)},
        {"goods_value", std::move(goods)}
    };
}

casefile::Party party_of(PartyKind kind) {
    casefile::Party party;
    party.kind = kind;
    return party;
}

// The country, and a place with sums of its own that counts the sole trader as an organisation.
const Sums& sums() {
    static const List places{
        Object{{"id", "CN"},
               {"hearing", Object{{"natural", 10'000}, {"entity", 100'000}}},
               {"summary", Object{{"natural", 200}, {"entity", 3'000}}},
               {"individual_business_is_natural", true}},
        Object{{"id", "880000"},
               {"in_force", List{"2025-01-01", Value()}},
               {"hearing", Object{{"natural", 5'000}, {"entity", 50'000}}},
               {"individual_business_is_natural", false}},
        Object{{"id", "XX-below"}, {"above", "880000"}}
    };
    static const auto read = Sums::from(
        Object{
            {"cash_on_spot", Object{{"yuan", 100}}       },
            {"late_fee",     Object{{"percent_a_day", 3}}}
    },
        places);
    return *read;
}

PartySums sums_of(PartyKind kind, std::string agency = "150203", std::string province = {},
                  std::string_view on = "2026-03-02") {
    return sums().of({.agency = std::move(agency), .province = std::move(province)}, party_of(kind),
                     base::Date::parse(on).value());
}

}  // namespace

// 行政处罚法 第六十三条; 听证办法 第五条
TEST(HearingRange, TestsFineConfiscationAndKindsEachAlone) {
    struct Row {
        const char* why;
        PartyKind kind;
        Value penalty;
        bool in_range;
    };
    const Row rows[] = {
        {"a person fined 10,000: the limit itself counts (以上包括本数)", PartyKind::person,
         penalty({"fine"}, "10000"), true},
        {"one fen below", PartyKind::person, penalty({"fine"}, "9999.99"), false},
        {"a sole trader counts as a person", PartyKind::sole_trader, penalty({"fine"}, "10000"), true},
        {"a company is measured by 100,000", PartyKind::organisation, penalty({"fine"}, "99999.99"), false},
        {"a company at the limit", PartyKind::organisation, penalty({"fine"}, "100000"), true},
        {"gains and goods are added up", PartyKind::person,
         penalty({"confiscate_gains"}, "0", "4000", "6000"), true},
        {"a fine is not added to them", PartyKind::person, penalty({"fine"}, "9000", "500", "499"), false},
        {"a suspension of business, without any sum", PartyKind::organisation,
         penalty({"suspend_business"}, "0"), true},
        {"a revoked licence", PartyKind::organisation, penalty({"revoke_licence"}, "0"), true},
        {"a suspended licence is not on the list", PartyKind::organisation, penalty({"suspend_licence"}, "0"),
         false},
        {"a warning alone", PartyKind::person, penalty({"warning"}, "0"), false},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.why);
        EXPECT_EQ(in_hearing_range(row.penalty, sums_of(row.kind).hearing), row.in_range);
    }
}

RC_GTEST_PROP(HearingRange, NeverEndsWhenThePenaltyGrows, ()) {
    const auto kind = *rc::gen::element(PartyKind::person, PartyKind::sole_trader, PartyKind::organisation);
    const auto fine = Money::fen(*rc::gen::inRange<std::int64_t>(0, 20'000'000));
    const auto more = fine + Money::fen(*rc::gen::inRange<std::int64_t>(0, 20'000'000));
    const auto limit = sums_of(kind).hearing;
    RC_ASSERT(!in_hearing_range(penalty({"fine"}, fine.str()), limit) ||
              in_hearing_range(penalty({"fine"}, more.str()), limit));
}

// 行政处罚法 第五十一条: what may be decided on the spot never gives a right to a hearing.
RC_GTEST_PROP(HearingRange, LiesAboveTheSummaryLimit, ()) {
    const auto kind = *rc::gen::element(PartyKind::person, PartyKind::sole_trader, PartyKind::organisation);
    RC_ASSERT(sums_of(kind).summary < sums_of(kind).hearing);
}

// 听证办法 第五条: the row of the nearest place in force that day wins, rule by rule.
TEST(Sums, AreThoseOfTheNearestPlaceInForce) {
    struct Row {
        const char* why;
        PartyKind kind;
        const char *agency, *province, *on;
        int hearing, summary;
    };
    const Row rows[] = {
        {"no row for the place",                     PartyKind::person,       "150203", "",         "2026-03-02", 10'000, 200  },
        {"the province of a district agency",        PartyKind::organisation, "880102", "",         "2026-03-02", 50'000,
         3'000                                                                                                                 },
        {"a sole trader there is no natural person", PartyKind::sole_trader,  "880102", "",         "2026-03-02",
         50'000,                                                                                                          3'000},
        {"before the row was in force",              PartyKind::sole_trader,  "880102", "",         "2024-12-31", 10'000, 200  },
        {"the province named with the case",         PartyKind::person,       "150203", "880000",   "2026-03-02", 5'000,  200  },
        {"a place below it",                         PartyKind::person,       "150203", "XX-below", "2026-03-02", 5'000,  200  },
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.why);
        const auto found = sums_of(row.kind, row.agency, row.province, row.on);
        EXPECT_EQ(found.hearing, Money::yuan(row.hearing));
        EXPECT_EQ(found.summary, Money::yuan(row.summary));
    }
}

TEST(Sums, RefuseATableThatLeavesTheLawOut) {
    EXPECT_FALSE(Sums::from(Object{}, {}));
    const Value sums = Object{
        {"cash_on_spot", Object{{"yuan", 100}}       },
        {"late_fee",     Object{{"percent_a_day", 3}}}
    };
    EXPECT_FALSE(Sums::from(sums, {})) << "no national row";
    const List place{
        Object{{"id", "CN"}, {"hearing", Object{{"natural", 0}, {"entity", 1}}}}
    };
    EXPECT_FALSE(Sums::from(sums, place)) << "a sum of nothing";
}

}  // namespace procedure
