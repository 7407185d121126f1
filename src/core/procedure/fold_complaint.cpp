#include "procedure/fold.hpp"

namespace procedure {

namespace {

using casefile::Act;

void register_complaint(State& state, const Act&, const FoldContext&) {
    state.main = MainState::received;
}
void accept_complaint(State& state, const Act&, const FoldContext&) {
    state.main = MainState::accepted;
}
void refuse_complaint(State& state, const Act&, const FoldContext&) {
    state.main = MainState::refused;
}

// 投诉举报处理办法 第十八条: both sides, or there is no mediation.
void agree_mediation(State& state, const Act& act, const FoldContext&) {
    state.mediation_agreed = act.data.truth("complainant") && act.data.truth("trader");
}

void mediate(State& state, const Act&, const FoldContext&) {
    state.main = MainState::mediating;
}
void end_mediation(State& state, const Act&, const FoldContext&) {
    state.main = MainState::ended;
}
void sign_agreement(State& state, const Act&, const FoldContext&) {
    state.main = MainState::agreed;
}

constexpr FoldRow rows[] = {
    {"register_complaint", register_complaint},
    {"accept_complaint",   accept_complaint  },
    {"refuse_complaint",   refuse_complaint  },
    {"agree_mediation",    agree_mediation   },
    {"delegate_mediation", mediate           },
    {"mediate",            mediate           },
    {"end_mediation",      end_mediation     },
    {"sign_agreement",     sign_agreement    },
};

}  // namespace

std::span<const FoldRow> complaint_folds() {
    return rows;
}

}  // namespace procedure
