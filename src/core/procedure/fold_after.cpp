#include <algorithm>

#include "procedure/fields.hpp"
#include "procedure/fold.hpp"

namespace procedure {

namespace {

using casefile::Act;

Decision* published(State& state, std::int64_t n, const FoldContext& context) {
    if (const auto* act = context.act(n); act != nullptr && act->type == "publish")
        n = act->data.integer("of").value_or(0);
    const auto found = std::ranges::find(state.decisions, n,
                                         [](const Decision& decision) { return std::int64_t{decision.n}; });
    return found == state.decisions.end() ? nullptr : &*found;
}

void publish(State& state, const Act& act, const FoldContext& context) {
    if (auto* decision = published(state, act.data.integer("of").value_or(0), context))
        decision->public_state = "PUBLISHED";
}

void take_down(State& state, const Act& act, const FoldContext& context) {
    if (auto* decision = published(state, act.data.integer("of").value_or(0), context))
        decision->public_state = "TAKEN_DOWN";
}

void apply_repair(State& state, const Act& act, const FoldContext&) {
    const auto outcome = act.data.text("outcome");
    state.repairs.push_back({.n = act.n,
                             .state = outcome == "accepted"  ? "ACCEPTED"
                                      : outcome == "refused" ? "REFUSED"
                                                             : "APPLIED"});
}

// 信用修复管理办法 第十四条: what was received is examined; what was missing may come in.
void accept_repair(State& state, const Act& act, const FoldContext&) {
    const auto outcome = act.data.text("outcome");
    for (auto& repair : state.repairs)
        if (repair.n == act.data.integer("of") && outcome != "missing")
            repair.state = outcome == "accepted" ? "ACCEPTED" : "REFUSED";
}

void decide_repair(State& state, const Act& act, const FoldContext&) {
    const auto outcome = act.data.text("outcome");
    for (auto& repair : state.repairs) {
        if (repair.n != act.data.integer("of")) continue;
        if (outcome == "extended")
            repair.extended = true;
        else
            repair.state = outcome == "granted" ? "DECIDED" : outcome == "refused" ? "REFUSED" : "REVOKED";
    }
}

void apply_reconsideration(State& state, const Act& act, const FoldContext&) {
    state.remedies.push_back(
        {.n = act.n, .suit = false, .from = date_in(act.data, "received_on").value_or(act.at.date())});
}

void sue(State& state, const Act& act, const FoldContext&) {
    state.remedies.push_back(
        {.n = act.n, .suit = true, .from = date_in(act.data, "copy_received_on").value_or(act.at.date())});
}

void end_remedy(State& state, Remedy& remedy, std::string outcome, base::Date on) {
    remedy.ended = true;
    remedy.until = on;
    remedy.outcome = std::move(outcome);
    auto* decision = state.decision();
    if (decision == nullptr) return;
    // The office took it back for good, the ruling says that it is to be made again.
    const bool at_rest = state.main >= MainState::performed && state.main <= MainState::archived;
    if (decision->revoked && !(remedy.outcome == "revoked_redo" && at_rest)) return;
    if (remedy.outcome == "revoked_redo") revoke(state, *decision, true);
    if (remedy.outcome == "revoked" || remedy.outcome == "void") revoke(state, *decision, false);
}

// 行政复议法 第六十三条; 行政诉讼法 第七十七条: the sums are those of the decision as it was changed.
void take_changed_sums(State& state, const Act& act, const FoldContext& context) {
    auto* decision = state.decision();
    if (decision == nullptr || decision->revoked || act.data.text("outcome") != "changed") return;
    if (act.data.has("fine")) decision->fine = money_in(act.data, "fine");
    if (act.data.has("gains")) decision->gains = money_in(act.data, "gains");
    decision->has_fine = decision->has_fine && decision->fine > base::Money();
    if (act.data.text("goods") == "returned") decision->confiscates_goods = false;
    settle_performance(state, context);
}

void end_reconsideration(State& state, const Act& act, const FoldContext& context) {
    for (auto& remedy : state.remedies)
        if (remedy.n == act.data.integer("of"))
            end_remedy(state, remedy, std::string(act.data.text("outcome")),
                       date_in(act.data, "received_on").value_or(act.at.date()));
    take_changed_sums(state, act, context);
}

void end_suit(State& state, const Act& act, const FoldContext& context) {
    if (act.data["final"].as_bool() != nullptr && !act.data.truth("final")) return;
    const auto of = act.data.integer("of");
    for (auto& remedy : state.remedies)
        if (remedy.suit && !remedy.ended && (!of || remedy.n == *of))
            end_remedy(state, remedy, std::string(act.data.text("outcome")),
                       date_in(act.data, "on").value_or(act.at.date()));
    take_changed_sums(state, act, context);
}

void close(State& state, const Act& act, const FoldContext&) {
    state.main = MainState::closed;
    state.closed = act.n;
}

void archive(State& state, const Act& act, const FoldContext&) {
    state.main = MainState::archived;
    state.archived = act.n;
}

constexpr FoldRow rows[] = {
    {"publish",               publish              },
    {"take_down",             take_down            },
    {"apply_repair",          apply_repair         },
    {"accept_repair",         accept_repair        },
    {"decide_repair",         decide_repair        },
    {"apply_reconsideration", apply_reconsideration},
    {"sue",                   sue                  },
    {"end_reconsideration",   end_reconsideration  },
    {"end_suit",              end_suit             },
    {"close",                 close                },
    {"archive",               archive              },
};

}  // namespace

std::span<const FoldRow> after_folds() {
    return rows;
}

}  // namespace procedure
