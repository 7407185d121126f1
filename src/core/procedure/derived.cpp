#include "procedure/derived.hpp"

#include <algorithm>

#include "clocks/performance.hpp"

namespace procedure {

bool urgent_failed(const Measure& measure, base::Instant at, const Rules& rules) {
    if (!measure.urgent) return false;
    if (measure.urgent_approved) return !*measure.urgent_approved;
    return at > measure.at.plus_hours(rules.clocks.period("URGENT_APPROVAL", measure.at.date()).amount);
}

std::optional<base::Date> answer_due(const State& state, const Rules& rules) {
    if (!state.served_notice || !state.served_notice->served_on) return std::nullopt;
    const auto served = *state.served_notice->served_on;
    return rules.calendar.nth_working_day_after(served, rules.clocks.period("ANSWER", served).amount);
}

bool answer_period_over(const State& state, base::Date on, const Rules& rules) {
    const auto due = answer_due(state, rules);
    return due && on > *due;
}

bool waived(const State& state) {
    bool statement = false;
    bool hearing = false;
    for (const auto& waiver : state.waivers) {
        statement = statement || waiver.statement;
        hearing = hearing || waiver.hearing;
    }
    // A hearing asked for and given up was decided on by the party himself.
    if (state.hearing.ended != 0) hearing = true;
    const auto& notice = state.served_notice;
    return statement && (hearing || !notice || !(notice->in_hearing_range || notice->hearing_offered));
}

MainState main_at(const State& state, base::Instant at, const Rules& rules) {
    if (state.main == MainState::noticed || state.main == MainState::rechecking) {
        const bool ready =
            !state.answers_open() && (waived(state) || answer_period_over(state, at.date(), rules));
        return ready ? MainState::decision_pending : state.main;
    }
    const auto* decision = state.decision();
    const bool on_spot = (state.main == MainState::summary_decided || state.main == MainState::archived) &&
                         decision != nullptr && decision->owes_on_the_spot();
    if (state.main == MainState::decision_served || state.main == MainState::deferred || on_spot) {
        const bool late = decision != nullptr && decision->pay_due && at.date() > *decision->pay_due;
        return late ? MainState::overdue : state.main;
    }
    return state.main;
}

bool registration_lapsed(const Measure& registration, base::Date on, const Rules& rules) {
    const auto begun = registration.at.date();
    return on > rules.calendar.nth_working_day_after(begun, rules.clocks.period("REG_KEEP", begun).amount);
}

std::string registration_state(const Measure& registration, base::Instant at, const Rules& rules) {
    if (registration.ended) return registration.state;
    return registration_lapsed(registration, at.date(), rules) ? "AUTO_LIFTED" : registration.state;
}

std::string seizure_state(const Measure& seizure, base::Instant at, std::optional<base::Date> seize_due,
                          const Rules& rules) {
    if (seizure.ended) return seizure.state;
    const bool over = seize_due && at.date() > *seize_due;
    return over || urgent_failed(seizure, at, rules) ? "UNLAWFUL_HOLD" : seizure.state;
}

const Referral* running_referral(const State& state) {
    for (const auto& referral : state.referrals)
        if (referral.state != "REFERRAL_REFUSED" && referral.state != "POLICE_REFUSED") return &referral;
    return nullptr;
}

bool criminal_side_holds(const State& state) {
    const auto* referral = running_referral(state);
    const bool judged = state.police_outcome == "court_fine" || state.police_outcome == "court_no_fine";
    return referral != nullptr && referral->sent != 0 && !judged;
}

namespace {

bool under_review_on(const State& state, base::Date day) {
    return std::ranges::any_of(state.remedies, [&](const Remedy& remedy) {
        return remedy.from <= day && (!remedy.until || day <= *remedy.until);
    });
}

}  // namespace

// 行政处罚法 第七十二条第一款第（一）项、第七十三条第三款; 行政强制法 第四十五条第二款: never above the fine.
base::Money accrued_late_fee(const State& state, std::span<const casefile::Act> acts, base::Date on,
                             const Rules& rules) {
    const int percent = rules.sums.late_fee_percent();
    const auto* decision = state.decision();
    if (decision == nullptr || !decision->has_fine || !decision->pay_due) return {};
    const auto performance = clocks::performance(acts);
    if (performance && performance->fine_in_on) on = std::min(on, *performance->fine_in_on);
    std::int64_t days = 0;
    for (auto day = decision->pay_due->plus_days(1); day <= on; day = day.plus_days(1)) {
        if (days * percent >= 100) break;
        if (!under_review_on(state, day)) ++days;
    }
    return std::min(decision->fine, base::Money::fen(decision->fine.in_fen() * percent * days / 100));
}

}  // namespace procedure
