#include <algorithm>

#include "procedure/fields.hpp"
#include "procedure/fold.hpp"
#include "procedure/penalty_kinds.hpp"

namespace procedure {

namespace {

using casefile::Act;

Decision decision_of(const Act& act, std::string kind) {
    const base::Value& penalty = act.data["penalty"];
    Decision decision{.n = act.n, .kind = std::move(kind)};
    if (decision.kind != "penalty") return decision;
    decision.has_fine = lists(penalty, "kinds", "fine");
    decision.fine = decision.has_fine ? money_in(penalty, "fine") : base::Money();
    decision.gains = lists(penalty, "kinds", "confiscate_gains") ? money_in(penalty, "gains") : base::Money();
    decision.confiscates_goods = lists(penalty, "kinds", "confiscate_goods");
    decision.late_fee_told = act.data.truth("late_fee_told");
    // 公示规定 第二条: a warning alone is not published.
    if (!only_warning(penalty)) decision.public_state = "DUE";
    return decision;
}

// 程序规定 第六十条
void decide(State& state, const Act& act, const FoldContext&) {
    state.main = MainState::decided;
    state.decisions.push_back(decision_of(act, std::string(act.data.text("kind"))));
}

// 行政处罚法 第五十一条、第五十二条: decided and handed over in one.
void decide_on_spot(State& state, const Act& act, const FoldContext& context) {
    state.main = MainState::summary_decided;
    Decision decision = decision_of(act, "penalty");
    decision.on_spot = true;
    decision.served_on = act.at.date();
    decision.late_fee_told = true;  // 文书格式范本44 tells it
    decision.public_state.clear();
    const auto on = act.at.date();
    decision.pay_due =
        context.rules.calendar.roll(on.plus_days(context.rules.clocks.period("PAY", on).amount));
    state.decisions.push_back(std::move(decision));
}

// 程序规定 第七十条: the papers are filed; what is still to be paid goes on.
void file_summary(State& state, const Act& act, const FoldContext&) {
    if (state.main == MainState::summary_decided) state.main = MainState::archived;
    state.archived = act.n;
}

void revoke_decision(State& state, const Act& act, const FoldContext&) {
    for (auto& decision : state.decisions)
        if (decision.n == act.data.integer("of")) revoke(state, decision, act.data.truth("redo"));
}

constexpr FoldRow rows[] = {
    {"decide",          decide         },
    {"decide_on_spot",  decide_on_spot },
    {"file_summary",    file_summary   },
    {"revoke_decision", revoke_decision},
};

}  // namespace

std::span<const FoldRow> decision_folds() {
    return rows;
}

// 行政处罚法 第七十五条第二款: decided again → the investigation is open anew, also when the file was closed
// or put away already; for good → nothing is left to perform.
void revoke(State& state, Decision& decision, bool redo) {
    decision.revoked = true;
    const bool put_away = state.main == MainState::closed || state.main == MainState::archived;
    if (!redo) {
        if (!put_away) state.main = MainState::performed;
        return;
    }
    state.main = MainState::investigating;
    state.closed = state.archived = 0;
    state.extend_decision = 0;
    state.extend_decision_panel = 0;
    state.notice.reset();
    state.served_notice.reset();
    state.reviews.clear();
    state.panels.clear();
    state.dun_served_on.reset();
    state.deferrals.clear();
}

}  // namespace procedure
