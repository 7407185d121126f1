#include <fmt/format.h>

#include <algorithm>

#include "clocks/performance.hpp"
#include "procedure/derived.hpp"
#include "procedure/guard.hpp"

namespace procedure {

namespace {

bool late_fee_of(const Look& look) {
    return look.type.id != "pay" || look.data().text("item") == "late_fee";
}
base::Money late_fee(const Look& look) {
    return money_in(look.data(), look.type.id == "pay" ? "sum" : "late_fee");
}

const Decision* fined(const Look& look) {
    const auto* decision = look.state.decision();
    return decision != nullptr && !decision->revoked && decision->imposes_penalty() ? decision : nullptr;
}

// 行政处罚法 第七十二条第一款第（一）项; 行政强制法 第四十五条: never above the fine.
Finding late_fee_over_fine(const Look& look) {
    const auto* decision = fined(look);
    if (decision == nullptr || !late_fee_of(look) || !decision->has_fine) return std::nullopt;
    const auto paid = look.type.id == "pay" ? look.state.late_fee_paid : base::Money();
    if (late_fee(look) + paid <= decision->fine) return std::nullopt;
    return Found{.code = "late_fee_over_fine", .detail = fmt::format("罚款{}元", decision->fine.str())};
}

Finding late_fee_on_confiscation(const Look& look) {
    const auto* decision = fined(look);
    if (decision == nullptr || !late_fee_of(look) || decision->has_fine || late_fee(look) == base::Money())
        return std::nullopt;
    return Found{.code = "late_fee_on_confiscation"};
}

// 行政处罚法 第七十二条第一款第（一）项、第七十三条第三款: three per cent of the fine a day, from the day
// after the last day to pay until the fine is in, not while a remedy runs.
Finding more_than_accrued(const Look& look, std::string_view code) {
    const auto* decision = fined(look);
    if (decision == nullptr || !late_fee_of(look) || !decision->pay_due) return std::nullopt;
    const auto accrued = accrued_late_fee(look.state, look.acts, look.on, look.rules);
    const auto paid = look.type.id == "pay" ? look.state.late_fee_paid : base::Money();
    if (late_fee(look) + paid <= accrued) return std::nullopt;
    return Found{.code = std::string(code), .detail = fmt::format("至当日可以加处{}元", accrued.str())};
}

Finding late_fee_while_reviewed(const Look& look) {
    if (look.state.remedies.empty()) return std::nullopt;
    return more_than_accrued(look, "late_fee_while_reviewed");
}

Finding late_fee_not_accrued(const Look& look) {
    if (!look.state.remedies.empty()) return std::nullopt;
    return more_than_accrued(look, "late_fee_not_accrued");
}

Finding late_fee_not_told(const Look& look) {
    const auto* decision = fined(look);
    if (decision == nullptr || !late_fee_of(look) || decision->late_fee_told ||
        late_fee(look) == base::Money())
        return std::nullopt;
    return Found{.code = "late_fee_not_told"};
}

// 行政处罚法 第六十七条、第七十四条: no more is taken in than was decided.
Finding more_than_decided(const Look& look) {
    const auto performance = clocks::performance(look.acts);
    const bool gains = look.type.id == "pay" && look.data().text("item") == "gains";
    if (!performance || (look.type.id == "pay" && look.data().text("item") == "late_fee"))
        return std::nullopt;
    const auto due = gains ? performance->gains_due : performance->fine_due;
    const auto paid = gains ? performance->gains_paid : performance->fine_paid;
    if (paid + money_in(look.data(), "sum") <= due) return std::nullopt;
    return Found{.code = "paid_over_due",
                 .detail = fmt::format("决定{}元，已缴纳{}元", due.str(), paid.str()),
                 .field = "sum"};
}

// 行政强制法 第五十三条: the periods of both remedies are over; after reconsideration the fifteen days of
// suit.
Finding litigation_period_running(const Look& look) {
    if (look.state.under_review())
        return Found{
            .code = "litigation_period_running",
            .detail = "行政复议或者行政诉讼正在进行",
            .cure = {"end_reconsideration", "end_suit"}
        };
    const auto* decision = look.state.decision();
    // What ran against a decision that fell says nothing of the one that took its place.
    const auto of_this_decision = [&](std::string_view code) {
        auto clock = look.clock(code);
        if (clock && decision != nullptr && clock->of < decision->n) clock.reset();
        return clock;
    };
    auto clock = of_this_decision("SUIT_AFTER_RECON");
    if (!clock) clock = of_this_decision("SUIT_WINDOW");
    // 行政复议法 第二十三条: an on-the-spot penalty goes to reconsideration first.
    if (!clock) clock = of_this_decision("RECON_WINDOW");
    if (!clock) return Found{.code = "litigation_period_running", .detail = "起诉期限尚未起算"};
    // A right to sue that was used and is over keeps nobody waiting.
    if (clock->met_on || look.on > clock->due) return std::nullopt;
    return Found{.code = "litigation_period_running",
                 .detail = fmt::format("起诉期限于{}届满", clock->due.chinese()),
                 .open_from = clocks::open_from(*clock)};
}

// 行政强制法 第五十四条
Finding dunning_period_running(const Look& look) {
    const auto clock = look.clock("DUN_WAIT");
    if (judgment_to_enforce(look) != nullptr) return std::nullopt;
    if (!clock) return Found{.code = "dunning_period_running", .detail = "催告书尚未送达", .cure = {"serve"}};
    if (look.on > clock->due) return std::nullopt;
    return Found{.code = "dunning_period_running", .open_from = clocks::open_from(*clock)};
}

Finding court_period_over(const Look& look) {
    const auto clock = look.clock(judgment_to_enforce(look) != nullptr ? "COURT_JUDGMENT" : "COURT_APPLY");
    if (!clock || look.on <= clock->due) return std::nullopt;
    return Found{.code = "court_period_over", .detail = fmt::format("期限于{}届满", clock->due.chinese())};
}

// 行政诉讼法 第九十五条: a judgment is enforced after the last day it sets for performance.
Finding judgment_not_due(const Look& look) {
    const auto* judgment = judgment_to_enforce(look);
    const auto last = judgment == nullptr ? std::nullopt : date_in(judgment->data, "perform_by");
    if (!last || look.on > *last) return std::nullopt;
    return Found{.code = "not_overdue",
                 .detail = fmt::format("判决确定的履行期限于{}届满", last->chinese()),
                 .open_from = last->plus_days(1),
                 .basis = "行政诉讼法 第九十五条"};
}

// 程序规定 第七十四条: the plan covers what is left of the fine.
Finding plan_sum_wrong(const Look& look) {
    const auto performance = clocks::performance(look.acts);
    if (look.data().list("plan").empty()) return std::nullopt;
    if (!performance || performance->fine_due <= performance->fine_paid)
        return Found{
            .code = "plan_sum_wrong", .detail = "没有未缴纳的罚款，不存在延期、分期缴纳", .field = "plan"};
    base::Money sum;
    for (const auto& part : look.data().list("plan")) sum += money_in(part, "sum");
    const auto rest = performance->fine_due - performance->fine_paid;
    if (sum == rest) return std::nullopt;
    return Found{.code = "plan_sum_wrong",
                 .detail = fmt::format("未缴纳的罚款{}元，计划合计{}元", rest.str(), sum.str()),
                 .field = "plan"};
}

// 行政处罚法 第六十六条第二款; decision 0067: the law sets no end to a deferral; one for decades would let
// the fine off without anybody saying so.
Finding deferral_too_long(const Look& look) {
    const auto last = look.rules.clocks.limit("DEFERRAL_LONGEST", look.on);
    const auto& plan = look.data().list("plan");
    for (std::size_t i = 0; i < plan.size(); ++i)
        if (const auto due = date_in(plan[i], "due"); due && *due > last)
            return Found{.code = "deferral_too_long",
                         .detail = fmt::format("至迟到{}", last.chinese()),
                         .field = fmt::format("plan.{}.due", i)};
    return std::nullopt;
}

bool ever_stopped_for(const Look& look, std::string_view ground, base::Date before) {
    return std::ranges::any_of(look.acts, [&](const casefile::Act& act) {
        return act.type == "stop_enforcement" && act.data.text("ground") == ground &&
               look.rules.clocks.limit("ENFORCEMENT_STOP", act.at.date()) <= before;
    });
}

// 行政强制法 第三十九条、第四十条: while the period to pay runs there is nothing to stop or to end; that the
// party is no more, or the decision, does not wait for its end. What bears no money has no such period.
Finding still_to_be_paid(const Look& look) {
    const bool waits = look.main == MainState::decision_served || look.main == MainState::deferred;
    const auto* decision = look.state.decision();
    const auto ground = look.data().text("ground");
    if (!waits || ground == "dead" || ground == "revoked" || decision == nullptr || !decision->pay_due)
        return std::nullopt;
    return Found{.code = "not_overdue", .field = "ground", .open_from = decision->pay_due->plus_days(1)};
}

// 行政强制法 第三十九条第二款: not enforced any more when it was stopped for want of means three years ago.
Finding not_stopped_long_enough(const Look& look) {
    if (look.data().text("ground") != "three_years" || ever_stopped_for(look, "hardship", look.on))
        return std::nullopt;
    return Found{.code = "element_missing",
                 .detail = "没有因当事人确无履行能力中止执行满三年的记录",
                 .field = "ground",
                 .cure = {"stop_enforcement"}};
}

// 行政强制法 第四十条第（四）项: what is enforced has to have fallen.
Finding decision_stands(const Look& look) {
    const auto* decision = look.state.decision();
    if (look.data().text("ground") != "revoked" || decision == nullptr || decision->revoked)
        return std::nullopt;
    return Found{
        .code = "element_missing",
        .detail = "据以执行的决定没有被撤销",
        .field = "ground",
        .cure = {"revoke_decision", "end_reconsideration", "end_suit"}
    };
}

// 行政强制法 第四十条第（一）至（三）项: a death, an end or a loss is shown by the file.
Finding end_not_proved(const Look& look) {
    const auto ground = look.data().text("ground");
    if ((ground != "dead" && ground != "target_lost") || !look.data().list("evidence").empty())
        return std::nullopt;
    return Found{.code = "element_missing", .detail = "应当指明证明该情形的材料", .field = "evidence"};
}

}  // namespace

const casefile::Act* judgment_to_enforce(const Look& look) {
    const auto* decision = fined(look);
    if (decision == nullptr || look.state.under_review()) return nullptr;
    const casefile::Act* judgment = nullptr;
    for (const auto& act : look.acts) {
        if (act.n <= decision->n || act.type != "end_suit" || !act.data.truth("final")) continue;
        const auto outcome = act.data.text("outcome");
        judgment = outcome == "dismissed" || outcome == "changed" ? &act : nullptr;
    }
    return judgment;
}

std::vector<Guard> performance_guards() {
    return {
        {15,  "late_fee_over_fine",        {"pay", "dun", "apply_court"}, false, late_fee_over_fine       },
        {15,  "late_fee_on_confiscation",  {"pay", "dun", "apply_court"}, false, late_fee_on_confiscation },
        {15,  "late_fee_while_reviewed",   {"pay", "dun", "apply_court"}, false, late_fee_while_reviewed  },
        {15,  "late_fee_not_accrued",      {"pay", "dun", "apply_court"}, false, late_fee_not_accrued     },
        {15,  "late_fee_not_told",         {"pay", "dun", "apply_court"}, false, late_fee_not_told        },
        {16,  "litigation_period_running", {"apply_court"},               true,  litigation_period_running},
        {16,  "dunning_period_running",    {"apply_court"},               true,  dunning_period_running   },
        {16,  "court_period_over",         {"apply_court"},               true,  court_period_over        },
        {160, "not_overdue",               {"apply_court"},               true,  judgment_not_due         },
        {160, "not_overdue",               {"stop_enforcement"},          true,  still_to_be_paid         },
        {161, "paid_over_due",             {"pay", "collect_on_spot"},    false, more_than_decided        },
        {162, "plan_sum_wrong",            {"defer"},                     false, plan_sum_wrong           },
        {162, "deferral_too_long",         {"defer"},                     false, deferral_too_long        },
        {163, "element_missing",           {"stop_enforcement"},          false, not_stopped_long_enough  },
        {163, "element_missing",           {"stop_enforcement"},          false, decision_stands          },
        {163, "element_missing",           {"stop_enforcement"},          false, end_not_proved           },
    };
}

}  // namespace procedure
