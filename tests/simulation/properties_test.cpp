#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "simulation/past_case.hpp"

namespace simulation {

namespace {

PastCase any_case() {
    PastCase past;
    past.fine = base::Money::fen(*rc::gen::inRange<std::int64_t>(0, 12'000'000)).str();
    if (*rc::gen::arbitrary<bool>()) past.circumstances = R"([{"code":"removed_harm","evidence_ids":["5"]}])";
    return past;
}

RC_GTEST_PROP(Simulation, TheTableInForceAgainstItselfChangesNoSum, ()) {
    const auto difference = compare(decision(any_case()), discretion::loaded(), {.rules = &in_force});
    RC_ASSERT(difference.expected == difference.decided);
    RC_ASSERT(difference.change == Change::same || difference.change == Change::unknown);
}

RC_GTEST_PROP(Simulation, WhatIsExpectedLiesInTheTierItIsExpectedIn, ()) {
    discretion::Jurisdiction draft = national();
    draft.shares->lenient_to.ten_thousandths = *rc::gen::inRange(500, 4500);
    draft.shares->aggravated_from.ten_thousandths = *rc::gen::inRange(5000, 9500);
    const PastDecision past = decision(any_case());
    const Difference difference = compare(past, discretion::loaded(), {.rules = &draft});
    if (!difference.draft_tier) return;
    const auto chain = with_draft(*discretion::loaded().chain("990101"), "990101", draft);
    const auto finding = discretion::decide(past.request, discretion::loaded(), chain);
    RC_ASSERT(finding);
    const auto& band = finding->bands[static_cast<std::size_t>(*difference.draft_tier)];
    RC_ASSERT(band && band->contains(difference.expected));
}

RC_GTEST_PROP(Simulation, OfTwoInOneTierTheDearerStaysTheDearer, ()) {
    discretion::Jurisdiction draft = national();
    draft.shares->lenient_to.ten_thousandths = *rc::gen::inRange(500, 4500);
    const auto sum = [] { return base::Money::fen(*rc::gen::inRange<std::int64_t>(6'500'001, 8'500'000)); };
    const base::Money one = sum(), other = sum();
    const auto expected = [&](base::Money fine) {
        return compare(decision({.fine = fine.str()}), discretion::loaded(), {.rules = &draft}).expected;
    };
    RC_ASSERT(expected(std::min(one, other)) <= expected(std::max(one, other)));
}

}  // namespace

}  // namespace simulation
