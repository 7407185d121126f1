#include "procedure/fields.hpp"
#include "procedure/fold.hpp"

namespace procedure {

namespace {

using casefile::Act;

// 程序规定 第十八条: the period of checking runs from the day the clue was found or the material received.
void register_clue(State& state, const Act& act, const FoldContext&) {
    state.main = MainState::clue_registered;
    state.registered = act.n;
    state.found_on = date_in(act.data, "found_on");
    state.by_transfer = act.data.truth("by_transfer");
}

// 行政处罚法 第二十七条: what the criminal side sends back is a clue, when it does not belong to a case in
// hand.
void receive_reverse_referral(State& state, const Act& act, const FoldContext&) {
    if (state.main != MainState::none) return;
    state.main = MainState::clue_registered;
    state.registered = act.n;
    state.found_on = date_in(act.data, "received_on");
}

void start_check(State& state, const Act&, const FoldContext&) {
    state.main = MainState::clue_checking;
}
void extend_check(State& state, const Act&, const FoldContext&) {
    state.check_extended = true;
}
void transfer_clue(State& state, const Act&, const FoldContext&) {
    state.main = MainState::clue_transferred;
}
void decline_filing(State& state, const Act&, const FoldContext&) {
    state.main = MainState::not_filed;
}

void reopen_clue(State& state, const Act& act, const FoldContext&) {
    state.main = MainState::clue_registered;
    state.found_on = date_in(act.data, "found_on");
    state.check_extended = false;
}

// 程序规定 第十九条: filing names the two handlers; from this day the ninety days of 第六十四条 run.
void file_case(State& state, const Act& act, const FoldContext&) {
    state.main = MainState::filed;
    state.filed = act.n;
    state.filed_on = act.at.date();
    state.handlers = act.by;
    state.act_start = date_in(act.data, "act_start");
    state.act_end = date_in(act.data, "act_end");
    state.touches_life_or_finance = act.data.truth("life_health_or_finance");
    state.harm = act.data.truth("harm");
    state.jurisdiction_open = act.data.text("jurisdiction") == "open";
    state.fast = act.data.has("fast");
    state.cause = act.data.text("cause");
}

constexpr FoldRow rows[] = {
    {"register_clue",            register_clue           },
    {"receive_reverse_referral", receive_reverse_referral},
    {"start_check",              start_check             },
    {"extend_check",             extend_check            },
    {"transfer_clue",            transfer_clue           },
    {"decline_filing",           decline_filing          },
    {"reopen_clue",              reopen_clue             },
    {"file_case",                file_case               },
};

}  // namespace

std::span<const FoldRow> clue_folds() {
    return rows;
}

}  // namespace procedure
