#include "procedure/returning.hpp"

#include <algorithm>
#include <array>

namespace procedure {

namespace {

// Steps of the case that nobody outside rests on yet.
constexpr std::array returnable{MainState::reported,         MainState::in_review,
                                MainState::notice_approved,  MainState::noticed,
                                MainState::rechecking,       MainState::post_hearing_review,
                                MainState::decision_pending, MainState::panel_pending};

const ReviewRequest* request_of(const State& state, int n) {
    const auto found = std::ranges::find_if(
        state.reviews, [&](const ReviewRequest& each) { return each.n == n || each.review == n; });
    return found == state.reviews.end() ? nullptr : &*found;
}

// The stage in which that act was done; nothing when a later one took its place.
std::optional<MainState> stage_of(const State& state, const casefile::Act& act) {
    const bool heard = state.hearing.report != 0 && act.n > state.hearing.report;
    if (act.type == "report_investigation" && state.report == act.n) return MainState::investigating;
    if (const auto* request = request_of(state, act.n); request != nullptr) {
        if (heard) return MainState::post_hearing_review;
        return act.type == "send_review" ? MainState::reported : MainState::in_review;
    }
    if (act.type == "approve_notice" && state.notice && state.notice->n == act.n) return MainState::in_review;
    if (act.type == "recheck" &&
        std::ranges::find(state.answers, act.n, &Answer::recheck) != state.answers.end())
        return MainState::rechecking;
    if (act.type == "panel_discuss" && !state.panels.empty() && state.panels.back().n == act.n &&
        state.panels.back().purpose == "decision")
        return state.hearing.report != 0 ? MainState::post_hearing_review : MainState::decision_pending;
    return std::nullopt;
}

std::optional<MainState> stage_named(std::string_view step, const Table& table) {
    for (const auto stage : returnable)
        if (step == name(stage) || step == table.state_label(stage)) return stage;
    for (const auto stage : {MainState::filed, MainState::investigating})
        if (step == name(stage) || step == table.state_label(stage)) return MainState::investigating;
    return std::nullopt;
}

bool was_passed(const State& state, MainState stage) {
    switch (stage) {
        case MainState::investigating:
        case MainState::reported:
            return state.report != 0;
        case MainState::in_review:
            return !state.reviews.empty() && state.reviews.back().review != 0;
        case MainState::rechecking:
            return std::ranges::any_of(state.answers, [](const Answer& each) { return each.recheck != 0; });
        case MainState::post_hearing_review:
            return state.hearing.report != 0;
        case MainState::decision_pending:
            return state.hearing.report == 0;
        default:
            return false;
    }
}

// What was told to the party rests on what is looked into again: it is told anew.
void forget_notice(State& state) {
    state.notice.reset();
    state.served_notice.reset();
    state.waivers.clear();
    state.panels.clear();
    state.hearing = {};
}

void review_again(ReviewRequest& request) {
    request.review = 0;
    request.agreed = false;
    request.reviewed_at.reset();
}

}  // namespace

bool names_stage(std::string_view step, const Table& table) {
    return stage_named(step, table).has_value();
}

std::optional<Return> returned_to(const State& state, MainState main, const casefile::Act* of,
                                  std::string_view step, const Table& table) {
    if (std::ranges::find(returnable, main) == returnable.end()) return std::nullopt;
    const auto stage = of != nullptr ? stage_of(state, *of) : stage_named(step, table);
    if (!stage || *stage > main || !was_passed(state, *stage)) return std::nullopt;
    const bool again = *stage == MainState::in_review || *stage == MainState::rechecking;
    if (*stage == main && !again) return std::nullopt;
    return Return{.stage = *stage, .review_stands = of != nullptr && of->type == "approve_notice"};
}

void go_back(State& state, const Return& back) {
    const auto stage = back.stage;
    if (stage == MainState::investigating || stage == MainState::reported) state.reviews.clear();
    if (stage <= MainState::in_review) forget_notice(state);
    if (stage == MainState::in_review && !back.review_stands) review_again(state.reviews.back());
    if (stage == MainState::post_hearing_review)
        for (auto& request : state.reviews)
            if (request.n > state.hearing.report) review_again(request);
    if (stage == MainState::rechecking)
        for (auto answer = state.answers.rbegin(); answer != state.answers.rend(); ++answer)
            if (answer->recheck != 0) {
                answer->recheck = 0;
                break;
            }
    if (stage > MainState::in_review)
        std::erase_if(state.panels, [](const Panel& panel) { return panel.purpose == "decision"; });
    state.main = stage;
}

void go_back_as_before(State& state, const casefile::Act* of) {
    if (of == nullptr) return;
    if (of->type == "report_investigation" && state.report == of->n && state.main == MainState::reported)
        state.main = MainState::investigating;
    if (of->type == "send_review" && state.main == MainState::in_review && !state.agreed_review()) {
        std::erase_if(state.reviews, [&](const ReviewRequest& review) { return review.n == of->n; });
        state.main = MainState::reported;
    }
    if (of->type == "approve_notice" && state.main == MainState::notice_approved)
        state.main = MainState::in_review;
}

}  // namespace procedure
