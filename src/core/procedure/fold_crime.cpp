#include <algorithm>
#include <ranges>

#include "procedure/fold.hpp"

namespace procedure {

namespace {

using casefile::Act;

// 移送规定 第三条、第五条: a referral runs beside the main state.
void propose_referral(State& state, const Act& act, const FoldContext&) {
    state.referrals.push_back({.n = act.n, .state = "REFERRAL_PENDING"});
}

void decide_referral(State& state, const Act& act, const FoldContext&) {
    for (auto& referral : state.referrals)
        if (referral.n == act.data.integer("of")) {
            referral.decision = act.n;
            referral.state = act.data.text("outcome") == "approve" ? "REFERRAL_APPROVED" : "REFERRAL_REFUSED";
        }
}

void send_referral(State& state, const Act& act, const FoldContext&) {
    for (auto& referral : state.referrals)
        if (referral.decision == act.data.integer("of") || referral.n == act.data.integer("of")) {
            referral.sent = act.n;
            referral.state = "REFERRED";
            // What became of an earlier referral says nothing of this one.
            state.police_outcome.clear();
        }
}

// 移送规定 第八条至第十条: refused by the police, the case is ours to decide again.
void police_decision(State& state, const Act& act, const FoldContext&) {
    const auto outcome = act.data.text("outcome");
    state.police_outcome = outcome;
    for (auto& referral : state.referrals | std::views::reverse) {
        if (referral.sent == 0) continue;
        referral.police = act.n;
        referral.state = outcome == "not_filed" || outcome == "dropped" ? "POLICE_REFUSED" : "POLICE_FILED";
        return;
    }
}

void object_police_decision(State& state, const Act& act, const FoldContext&) {
    for (auto& referral : state.referrals)
        if (referral.police == act.data.integer("of")) referral.state = "OBJECTED";
}

constexpr FoldRow rows[] = {
    {"propose_referral",       propose_referral      },
    {"decide_referral",        decide_referral       },
    {"send_referral",          send_referral         },
    {"police_decision",        police_decision       },
    {"object_police_decision", object_police_decision},
};

}  // namespace

std::span<const FoldRow> crime_folds() {
    return rows;
}

}  // namespace procedure
