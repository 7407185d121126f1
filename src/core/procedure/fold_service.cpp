#include <algorithm>

#include "clocks/clocks.hpp"
#include "procedure/derived.hpp"
#include "procedure/fields.hpp"
#include "procedure/fold.hpp"

namespace procedure {

namespace {

using base::Date;
using casefile::Act;

// A service says nothing of a later act of the kind, named or not.
bool serves(const Act& act, int n) {
    return act.n > n && act.data.integer("of").value_or(n) == n;
}

// 中止调查 stops the investigation; a notice that reaches the party meanwhile has reached him.
MainState& stage_of(State& state) {
    return state.main == MainState::suspended ? state.suspended_from : state.main;
}

// 行政处罚法 第四十四条: from here the five working days of the party run. A public notice takes effect
// wherever the case has come to meanwhile; what the party did since it was published stands.
void notice_served(State& state, const Act& act, Date on) {
    if (!state.notice || state.notice->served_on || !serves(act, state.notice->n)) return;
    auto& notice = *state.notice;
    notice.service = act.n;
    notice.served_on = on;
    state.served_notice = notice;
    std::erase_if(state.waivers, [&](const Waiver& waiver) { return waiver.n < notice.n; });
    auto& stage = stage_of(state);
    if (stage != MainState::notice_approved) return;
    state.hearing = {};
    const bool answered = std::ranges::any_of(
        state.answers, [&](const Answer& answer) { return answer.n > notice.n && answer.recheck == 0; });
    stage = answered ? MainState::rechecking : MainState::noticed;
}

// Goods under seizure when a confiscation is served are confiscated; the duty to hand them in is done with
// it.
void confiscate_seized(State& state, const Decision& decision) {
    if (!decision.confiscates_goods) return;
    for (auto& seizure : state.seizures)
        if (!seizure.ended) {
            seizure.ended = true;
            seizure.state = "CONFISCATED";
        }
}

// 行政处罚法 第六十一条、第六十七条: fifteen days to pay from the day of receipt, which a deferral granted
// before it took effect has moved already.
void decision_served(State& state, const Act& act, Date on, const FoldContext& context) {
    auto* decision = state.decision();
    if (decision == nullptr || decision->served_on || decision->revoked || !serves(act, decision->n)) return;
    decision->served_on = on;
    if (state.main == MainState::decided) state.main = MainState::decision_served;
    if (decision->kind != "penalty") return;
    confiscate_seized(state, *decision);
    if (decision->fine + decision->gains > base::Money() && !decision->pay_due)
        decision->pay_due =
            context.rules.calendar.roll(on.plus_days(context.rules.clocks.period("PAY", on).amount));
    settle_performance(state, context);
}

void test_result_served(State& state, const Act& act, Date on) {
    const auto of = act.data.integer("of");
    for (auto& commission : state.commissions) {
        const bool meant = of ? commission.result == *of || commission.n == *of
                              : commission.result != 0 && !commission.result_served_on;
        if (meant) commission.result_served_on = on;
    }
}

void reach_party(State& state, const Act& act, Date on, const FoldContext& context) {
    switch (clocks::document_of(act)) {
        case 32:
            return test_result_served(state, act, on);
        case 37:
            return notice_served(state, act, on);
        case 39:
            // 听证办法 第二十条: a paper that tells of an earlier day tells nothing of this one.
            if (act.data.integer("of").value_or(state.hearing.fixed) < state.hearing.fixed) return;
            state.hearing.notice_served_on = on;
            return;
        case 45:
        case 46:
            return decision_served(state, act, on, context);
        case 48:
            if (!state.dun_served_on) state.dun_served_on = on;
            if (state.main == MainState::overdue) state.main = MainState::dunned;
            return;
        default:
            return;
    }
}

}  // namespace

void fold_service(State& state, const Act& act, const FoldContext& context) {
    if (act.data.text("outcome") != "served") return;
    const Date on = clocks::service_day(act).value_or(act.at.date());
    if (on > act.at.date())
        state.coming.push_back({.serve = act.n, .on = on});
    else
        reach_party(state, act, on, context);
}

void take_effect(State& state, Date today, const FoldContext& context) {
    std::ranges::stable_sort(state.coming, {}, &Coming::on);
    while (!state.coming.empty() && state.coming.front().on <= today) {
        const Coming next = state.coming.front();
        state.coming.erase(state.coming.begin());
        const auto* serve = context.act(next.serve);
        if (serve == nullptr) continue;
        state.main = main_at(state, base::Instant::at(next.on, 0), context.rules);
        reach_party(state, *serve, next.on, context);
    }
}

}  // namespace procedure
