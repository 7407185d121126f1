#include <fmt/format.h>

#include <algorithm>

#include "procedure/guard.hpp"

namespace procedure {

namespace {

// 投诉举报处理办法 第十八条、第十九条: no mediation, here or by others, without the consent of both.
Finding mediation_consent_missing(const Look& look) {
    if (look.state.mediation_agreed) return std::nullopt;
    return Found{.code = "mediation_consent_missing", .cure = {"agree_mediation"}};
}

// 投诉举报处理办法 第十六条、第二十三条: closed lists.
Finding ground_of_the_list(const Look& look) {
    const auto ground = look.data().integer("ground");
    const std::int64_t last = look.type.id == "refuse_complaint" ? 7 : 8;
    if (!ground || (*ground >= 1 && *ground <= last)) return std::nullopt;
    return Found{.code = "element_missing",
                 .detail = fmt::format("情形应当为第一至第{}项之一", last),
                 .field = "ground"};
}

// 投诉举报处理办法 第二十一条: unlike an investigation, the mediation stops until the recusal is decided.
Finding recusal_open(const Look& look) {
    const bool waits =
        std::ranges::any_of(look.state.recusals, [](const Recusal& each) { return !each.decided; });
    if (!waits) return std::nullopt;
    return Found{.code = "act_not_open",
                 .detail = "调解人员的回避申请尚未决定，调解中止",
                 .cure = {"decide_recusal"},
                 .basis = "投诉举报处理办法 第二十一条"};
}

// 投诉举报处理办法 第十条第三款、第十六条第一款第（六）项: refusing to prove who he is, only after he was
// asked to.
Finding identity_not_asked(const Look& look) {
    if (look.data().integer("ground") != 6) return std::nullopt;
    const auto* request = look.last("request_identity");
    const auto due = request == nullptr ? std::nullopt : date_in(request->data, "due");
    if (due && look.on > *due) return std::nullopt;
    return Found{.code = "element_missing",
                 .detail = due ? fmt::format("提供身份证明材料的期限至{}", due->chinese())
                               : "没有先要求投诉人限期提供身份证明材料",
                 .field = "ground",
                 .open_from = due ? std::optional(due->plus_days(1)) : std::nullopt,
                 .cure = {"request_identity"}};
}

// 投诉举报处理办法 第二十三条第一款第（五）项: the time of appraisals is not counted.
Finding time_not_over(const Look& look) {
    if (look.data().integer("ground") != 5) return std::nullopt;
    const auto clock = look.clock("CPL_MEDIATE");
    if (!clock || look.on > clock->due) return std::nullopt;
    return Found{.code = "element_missing",
                 .detail = fmt::format("调解期限于{}届满", clock->due.chinese()),
                 .field = "ground",
                 .open_from = clocks::open_from(*clock)};
}

// 投诉举报处理办法 第二十四条: one for each side and one for the file, unless nothing is left to perform or
// both sides want none.
Finding too_few_originals(const Look& look) {
    constexpr std::int64_t wanted = 3;
    const auto& data = look.data();
    if (data.truth("performed_at_once") || data.truth("both_waive") ||
        data.integer("originals").value_or(wanted) >= wanted)
        return std::nullopt;
    return Found{
        .code = "element_missing", .detail = fmt::format("调解书应当一式{}份", wanted), .field = "originals"};
}

// 投诉举报处理办法 第二条、第二十八条: a report is no dispute between two; it goes into the register of
// clues.
Finding report_is_no_complaint(const Look& look) {
    const auto* registered = look.last("register_complaint");
    if (registered == nullptr || registered->data.text("kind") != "report") return std::nullopt;
    return Found{.code = "act_not_open",
                 .detail = "登记的是举报，应当按举报核查处理",
                 .cure = {"report_violation_seen"},
                 .basis = "投诉举报处理办法 第二十八条"};
}

}  // namespace

std::vector<Guard> complaint_guards() {
    return {
        {24,
         "mediation_consent_missing", {"mediate", "delegate_mediation", "sign_agreement"},
         true,                                                                                    mediation_consent_missing},
        {24,  "act_not_open",         {"mediate", "delegate_mediation", "sign_agreement"}, true,  recusal_open             },
        {174, "act_not_open",         {"accept_complaint"},                                true,  report_is_no_complaint   },
        {175, "element_missing",      {"refuse_complaint", "end_mediation"},               false, ground_of_the_list       },
        {175, "element_missing",      {"refuse_complaint"},                                false, identity_not_asked       },
        {175, "element_missing",      {"end_mediation"},                                   false, time_not_over            },
        {175, "element_missing",      {"sign_agreement"},                                  false, too_few_originals        },
    };
}

}  // namespace procedure
