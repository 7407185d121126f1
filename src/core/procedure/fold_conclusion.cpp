#include <algorithm>

#include "procedure/fields.hpp"
#include "procedure/fold.hpp"
#include "procedure/hearing_range.hpp"

namespace procedure {

namespace {

using casefile::Act;

// 程序规定 第四十八条: a new report opens the reviews and the notice anew.
void report_investigation(State& state, const Act& act, const FoldContext&) {
    state.main = MainState::reported;
    state.report = act.n;
    state.proposes = act.data.text("proposes");
    state.legal_grounds = !act.data.list("legal_review_grounds").empty();
    state.reviews.clear();
    state.notice.reset();
    state.served_notice.reset();
    state.waivers.clear();
    state.panels.clear();
    state.hearing = {};
}

void send_review(State& state, const Act& act, const FoldContext&) {
    state.reviews.push_back({.n = act.n, .legal = act.data.text("kind") == "legal"});
    if (state.main == MainState::reported) state.main = MainState::in_review;
}

// 程序规定 第五十四条、第五十六条
void review(State& state, const Act& act, const FoldContext&) {
    const bool agreed = act.data.text("outcome") == "agree";
    for (auto& request : state.reviews) {
        if (request.n != act.data.integer("of")) continue;
        request.review = act.n;
        request.legal = act.data.text("kind") == "legal";
        request.agreed = agreed;
        request.reviewed_at = act.at;
    }
    if (!agreed) {
        state.main = MainState::investigating;
    } else if (state.main == MainState::post_hearing_review) {
        state.main = MainState::panel_pending;
    } else if (state.proposes != "penalty") {
        state.main = MainState::decision_pending;
    }
}

// 行政处罚法 第四十四条; 程序规定 第五十七条
void approve_notice(State& state, const Act& act, const FoldContext& context) {
    state.main = MainState::notice_approved;
    state.refund_announced = act.data.has("refund");
    const auto sums = context.rules.sums.of(context.matter, context.party, act.at.date());
    state.notice = Notice{.n = act.n,
                          .in_hearing_range = in_hearing_range(act.data["penalty"], sums.hearing),
                          .hearing_offered = act.data.truth("hearing_offered"),
                          .refund = money_in(act.data, "refund")};
}

// A panel may send the case back, or ask for more investigation (procedure.md §21).
void panel_discuss(State& state, const Act& act, const FoldContext&) {
    const std::string purpose(act.data.text("purpose"));
    state.panels.push_back({.n = act.n, .purpose = purpose, .result = std::string(act.data.text("result"))});
    if (purpose != "decision") return;
    if (state.main == MainState::decision_pending) state.main = MainState::panel_pending;
    if (act.data.text("result") == "investigate") state.main = MainState::investigating;
}

constexpr FoldRow rows[] = {
    {"report_investigation", report_investigation},
    {"send_review",          send_review         },
    {"review",               review              },
    {"approve_notice",       approve_notice      },
    {"panel_discuss",        panel_discuss       },
};

}  // namespace

std::span<const FoldRow> conclusion_folds() {
    return rows;
}

}  // namespace procedure
