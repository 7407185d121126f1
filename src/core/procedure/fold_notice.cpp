#include <algorithm>

#include "procedure/derived.hpp"
#include "procedure/fields.hpp"
#include "procedure/fold.hpp"

namespace procedure {

namespace {

using casefile::Act;

// 程序规定 第五十八条: what the party says has to be heard and checked again, also when it comes late
// (acts.md §2.3).
void answer_notice(State& state, const Act& act, const FoldContext& context) {
    const auto due = answer_due(state, context.rules);
    const auto received = date_in(act.data, "received_on").value_or(act.at.date());
    Answer answer{.n = act.n};
    if (due && received > *due) answer.late_for = due;
    for (const auto& point : act.data.list("points")) answer.points.emplace_back(point.text("id"));
    state.answers.push_back(std::move(answer));
    if (state.main == MainState::noticed || state.main == MainState::decision_pending)
        state.main = MainState::rechecking;
    if (state.main == MainState::suspended &&
        (state.suspended_from == MainState::noticed || state.suspended_from == MainState::decision_pending))
        state.suspended_from = MainState::rechecking;
}

// 行政处罚法 第六十二条
void waive_answer(State& state, const Act& act, const FoldContext&) {
    state.waivers.push_back({.n = act.n,
                             .statement = lists(act.data, "covers", "statement"),
                             .hearing = lists(act.data, "covers", "hearing")});
}

void recheck(State& state, const Act& act, const FoldContext&) {
    for (auto& answer : state.answers)
        if (answer.n == act.data.integer("of")) {
            answer.recheck = act.n;
            answer.outcome = act.data.text("outcome");
        }
    if (act.data.text("outcome") == "investigate") state.main = MainState::investigating;
}

// 行政处罚法 第六十三条、第六十四条
void request_hearing(State& state, const Act& act, const FoldContext&) {
    auto& stage = state.main == MainState::suspended ? state.suspended_from : state.main;
    stage = MainState::hearing;
    state.hearing = {.request = act.n};
}

// 听证办法 第二十条、第二十二条: whoever was told and what was announced was another day.
void to_be_told_anew(Hearing& hearing) {
    hearing.announced_on.reset();
    hearing.notice_served_on.reset();
}

// 听证办法 第四条、第十一条: what was heard before a host who is gone is heard again before the new one.
void name_host(State& state, const Act& act, const FoldContext&) {
    if (state.hearing.held != 0) {
        state.hearing.held = state.hearing.fixed = 0;
        state.hearing.time.reset();
        to_be_told_anew(state.hearing);
    }
    state.hearing.host_act = act.n;
    state.hearing.host = act.data.text("host");
}

void fix_hearing(State& state, const Act& act, const FoldContext&) {
    state.hearing.fixed = act.n;
    state.hearing.time = instant_in(act.data, "time");
    state.hearing.public_hearing = act.data.truth("public");
    to_be_told_anew(state.hearing);
}

void announce_hearing(State& state, const Act& act, const FoldContext&) {
    state.hearing.announced_on = date_in(act.data, "published_on");
}

void hold_hearing(State& state, const Act& act, const FoldContext&) {
    state.hearing.held = act.n;
    state.hearing.held_until = instant_in(act.data, "to");
}

void suspend_hearing(State& state, const Act& act, const FoldContext&) {
    state.hearing.suspended = act.n;
}

// 行政处罚法 第六十四条第（二）项; 听证办法 第二十六条: it goes on at another time, of which the party is
// told as of the first; what it goes on with is held again.
void resume_hearing(State& state, const Act& act, const FoldContext&) {
    state.hearing.suspended = state.hearing.held = 0;
    if (state.hearing.fixed != 0) state.hearing.fixed = act.n;
    to_be_told_anew(state.hearing);
    state.hearing.time = instant_in(act.data, "time");
}

// 听证办法 第二十七条: a no-show or a withdrawal ends the hearing; the case goes on.
void end_hearing(State& state, const Act& act, const FoldContext&) {
    state.hearing.ended = act.n;
    state.main = state.answers.empty() ? MainState::noticed : MainState::rechecking;
}

void report_hearing(State& state, const Act& act, const FoldContext&) {
    state.hearing.report = act.n;
    state.main = MainState::post_hearing_review;
}

// 行政处罚法 第六十六条: without his request the fifteen days stand as they stood.
void withdraw_deferral(State& state, std::int64_t of) {
    if (state.deferrals.empty() || state.deferrals.back().n != of) return;
    if (auto* decision = state.decision()) decision->pay_due = state.deferrals.back().due_before;
    const auto from = state.deferrals.back().from;
    // 程序规定 第七十条: papers that were filed meanwhile stay filed.
    const bool filed = from == MainState::summary_decided && state.archived != 0;
    if (state.main == MainState::deferred || state.main == MainState::overdue)
        state.main = filed ? MainState::archived : from;
    state.deferrals.pop_back();
}

// 听证办法 第十五条、第二十七条: what was asked for falls.
void withdraw(State& state, const Act& act, const FoldContext& context) {
    const auto of = act.data.integer("of").value_or(0);
    for (auto& answer : state.answers)
        if (answer.n == of && answer.recheck == 0) answer.recheck = act.n;
    if (state.hearing.request == of && state.hearing.open()) end_hearing(state, act, context);
    for (auto& recusal : state.recusals)
        if (recusal.request == of) recusal.decided = true;
    for (auto& repair : state.repairs)
        if (repair.n == of) repair.state = "REVOKED";
    withdraw_deferral(state, of);
}

constexpr FoldRow rows[] = {
    {"serve",            fold_service    },
    {"answer_notice",    answer_notice   },
    {"waive_answer",     waive_answer    },
    {"recheck",          recheck         },
    {"request_hearing",  request_hearing },
    {"name_host",        name_host       },
    {"fix_hearing",      fix_hearing     },
    {"announce_hearing", announce_hearing},
    {"hold_hearing",     hold_hearing    },
    {"suspend_hearing",  suspend_hearing },
    {"resume_hearing",   resume_hearing  },
    {"end_hearing",      end_hearing     },
    {"report_hearing",   report_hearing  },
    {"withdraw",         withdraw        },
};

}  // namespace

std::span<const FoldRow> notice_folds() {
    return rows;
}

}  // namespace procedure
