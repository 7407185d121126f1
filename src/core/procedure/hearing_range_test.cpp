#include "procedure/hearing_range.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

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
        EXPECT_EQ(in_hearing_range(row.penalty, party_of(row.kind)), row.in_range);
    }
}

RC_GTEST_PROP(HearingRange, NeverEndsWhenThePenaltyGrows, ()) {
    const auto kind = *rc::gen::element(PartyKind::person, PartyKind::sole_trader, PartyKind::organisation);
    const auto fine = Money::fen(*rc::gen::inRange<std::int64_t>(0, 20'000'000));
    const auto more = fine + Money::fen(*rc::gen::inRange<std::int64_t>(0, 20'000'000));
    const auto party = party_of(kind);
    RC_ASSERT(!in_hearing_range(penalty({"fine"}, fine.str()), party) ||
              in_hearing_range(penalty({"fine"}, more.str()), party));
}

// 行政处罚法 第五十一条: what may be decided on the spot never gives a right to a hearing.
RC_GTEST_PROP(HearingRange, LiesAboveTheSummaryLimit, ()) {
    const auto kind = *rc::gen::element(PartyKind::person, PartyKind::sole_trader, PartyKind::organisation);
    RC_ASSERT(summary_limit(party_of(kind)) < hearing_limit(party_of(kind)));
}

}  // namespace procedure
