#include <algorithm>

#include "procedure/fields.hpp"
#include "procedure/fold.hpp"
#include "procedure/returning.hpp"

namespace procedure {

namespace {

using casefile::Act;

void replace_handler(State& state, std::string_view from, std::string_view to) {
    std::erase(state.handlers, from);
    if (!to.empty() && !state.is_handler(to)) state.handlers.emplace_back(to);
}

void assign_handlers(State& state, const Act& act, const FoldContext&) {
    state.handlers.clear();
    for (const auto& person : act.data.list("handlers")) state.handlers.push_back(*person.as_string());
}

void hand_over(State& state, const Act& act, const FoldContext&) {
    if (state.is_handler(act.data.text("from")))
        replace_handler(state, act.data.text("from"), act.data.text("to"));
}

void request_recusal(State& state, const Act& act, const FoldContext&) {
    state.recusals.push_back({.request = act.n, .person = std::string(act.data.text("of"))});
}

// 程序规定 第四条: the investigation goes on until it is decided; granted, the person is out at once.
void decide_recusal(State& state, const Act& act, const FoldContext&) {
    for (auto& recusal : state.recusals) {
        if (recusal.request != act.data.integer("request")) continue;
        recusal.decided = true;
        recusal.granted = act.data.text("outcome") == "granted";
        if (!recusal.granted) continue;
        state.recused.push_back(recusal.person);
        if (state.is_handler(recusal.person))
            replace_handler(state, recusal.person, act.data.text("replacement"));
    }
}

// 程序规定 第四十六条
void suspend(State& state, const Act&, const FoldContext&) {
    state.suspended_from = state.main;
    state.main = MainState::suspended;
}

void resume(State& state, const Act&, const FoldContext&) {
    state.main = state.suspended_from;
}
void terminate(State& state, const Act&, const FoldContext&) {
    state.main = MainState::terminated;
}
void transfer_case(State& state, const Act&, const FoldContext&) {
    state.main = MainState::transferred;
}
void extend_decision(State& state, const Act& act, const FoldContext&) {
    state.extend_decision = act.n;
}
void extend_decision_panel(State& state, const Act& act, const FoldContext&) {
    state.extend_decision_panel = act.n;
}
void dispute_jurisdiction(State& state, const Act& act, const FoldContext&) {
    state.jurisdiction_open = !act.data.truth("agreed");
}

void designate_jurisdiction(State& state, const Act& act, const FoldContext&) {
    state.jurisdiction_open = false;
    if (!act.data.truth("ours") && state.filed != 0) state.main = MainState::transferred;
    if (!act.data.truth("ours") && state.filed == 0) state.main = MainState::clue_transferred;
}

// A step that comes back: both versions are kept, the case stands where that step stood before it was taken.
// A running case keeps what its acts led to when they were entered: before the record named the stage it goes
// to, only three acts came back, and nothing was done anew.
void return_step(State& state, const Act& act, const FoldContext& context) {
    const auto* of = context.act(act.data.integer("of").value_or(0));
    const auto& table = context.rules.table;
    if (act.recorded_at && !act.data.has("goes_to")) return go_back_as_before(state, of);
    if (const auto back = returned_to(state, state.main, of, act.data.text("step"), table))
        go_back(state, *back);
}

void be_joined(State& state, const Act& act, const FoldContext&) {
    state.main = MainState::joined;
    state.host = act.data.text("host");
}

// 分案: what the other case goes on with is decided there alone (行政处罚法 第二十九条).
void split_case(State& state, const Act& act, const FoldContext&) {
    for (const auto& violation : act.data.list("violations"))
        if (const auto* id = violation.as_string()) state.violations_away.push_back(*id);
}

constexpr FoldRow rows[] = {
    {"assign_handlers",        assign_handlers       },
    {"hand_over",              hand_over             },
    {"request_recusal",        request_recusal       },
    {"decide_recusal",         decide_recusal        },
    {"suspend",                suspend               },
    {"resume",                 resume                },
    {"terminate",              terminate             },
    {"transfer_case",          transfer_case         },
    {"extend_decision",        extend_decision       },
    {"extend_decision_panel",  extend_decision_panel },
    {"dispute_jurisdiction",   dispute_jurisdiction  },
    {"designate_jurisdiction", designate_jurisdiction},
    {"be_joined",              be_joined             },
    {"split_case",             split_case            },
    {"return",                 return_step           },
};

}  // namespace

std::span<const FoldRow> running_folds() {
    return rows;
}

}  // namespace procedure
