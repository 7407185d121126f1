#include <algorithm>

#include "clocks/performance.hpp"
#include "procedure/fields.hpp"
#include "procedure/fold.hpp"

namespace procedure {

namespace {

using casefile::Act;

void pay(State& state, const Act& act, const FoldContext& context) {
    if (act.data.text("item") == "late_fee") state.late_fee_paid += money_in(act.data, "sum");
    settle_performance(state, context);
}

void settle(State& state, const Act&, const FoldContext& context) {
    settle_performance(state, context);
}

// 行政处罚法 第六十六条: the last day of the plan takes the place of the fifteen days.
void defer(State& state, const Act& act, const FoldContext&) {
    auto* decision = state.decision();
    if (decision == nullptr) return;
    state.deferrals.push_back({.n = act.n, .due_before = decision->pay_due, .from = state.main});
    for (const auto& part : act.data.list("plan"))
        if (const auto due = date_in(part, "due"); due && (!decision->pay_due || *due > *decision->pay_due))
            decision->pay_due = due;
    state.main = MainState::deferred;
}

void dun(State& state, const Act& act, const FoldContext&) {
    state.dunned = act.n;
}
void apply_court(State& state, const Act&, const FoldContext&) {
    state.main = MainState::court_applied;
}

// An on-the-spot decision has no closing form: its papers are filed (程序规定 第七十条), or wait for that.
void finish(State& state) {
    auto* decision = state.decision();
    if (decision == nullptr || !decision->on_spot) {
        state.main = MainState::performed;
        return;
    }
    decision->settled = true;
    state.main = state.archived != 0 ? MainState::archived : MainState::summary_decided;
}

void give_up(State& state) {
    if (auto* decision = state.decision()) decision->settled = true;
    state.main = MainState::enforcement_ended;
}

// 行政强制法 第五十六条至第五十八条
void court_ruling(State& state, const Act& act, const FoldContext&) {
    const auto outcome = act.data.text("outcome");
    if (outcome == "enforced") finish(state);
    if (outcome == "ended") give_up(state);
}

// 行政强制法 第四十条: four grounds end the enforcement, two only stop it.
void stop_enforcement(State& state, const Act& act, const FoldContext&) {
    const auto ground = act.data.text("ground");
    if (ground != "hardship" && ground != "third_party_claim") give_up(state);
}

constexpr FoldRow rows[] = {
    {"pay",                pay             },
    {"collect_on_spot",    settle          },
    {"record_performance", settle          },
    {"defer",              defer           },
    {"dun",                dun             },
    {"apply_court",        apply_court     },
    {"court_ruling",       court_ruling    },
    {"agree_enforcement",  settle          },
    {"stop_enforcement",   stop_enforcement},
};

bool awaits_performance(const State& state) {
    const auto main = state.main;
    const auto* decision = state.decision();
    if (main == MainState::summary_decided || main == MainState::archived)
        return decision != nullptr && decision->owes_on_the_spot();
    return main == MainState::decision_served || main == MainState::deferred || main == MainState::overdue ||
           main == MainState::dunned || main == MainState::court_applied;
}

}  // namespace

std::span<const FoldRow> performance_folds() {
    return rows;
}

void settle_performance(State& state, const FoldContext& context) {
    if (!awaits_performance(state)) return;
    std::vector<Act> of_party;
    auto acts = context.acts;
    if (std::ranges::any_of(acts, [](const Act& act) { return act.party.has_value(); })) {
        for (const auto& act : acts)
            if (!act.party || *act.party == context.party.id) of_party.push_back(act);
        acts = of_party;
    }
    const auto performance = clocks::performance(acts);
    if (performance && performance->performed_on) finish(state);
}

}  // namespace procedure
