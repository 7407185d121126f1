#include <fmt/format.h>

#include <algorithm>

#include "procedure/guard.hpp"

namespace procedure {

namespace {

// 移送规定 第五条: the principal leader or whoever acts for him; a deputy may not.
Finding referral_needs_chief(const Look& look) {
    const bool chief =
        std::ranges::any_of(look.act.by, [&](const std::string& id) { return look.acts_as(id, "CHIEF"); });
    if (chief) return std::nullopt;
    return Found{.code = "referral_needs_chief", .field = "by"};
}

const Referral* running(const State& state) {
    for (const auto& referral : state.referrals)
        if (referral.state != "REFERRAL_REFUSED" && referral.state != "POLICE_REFUSED") return &referral;
    return nullptr;
}

// 移送规定 第十一条; 行政处罚法 第二十七条: no fine in place of the referral.
Finding penalty_instead_of_referral(const Look& look) {
    const auto* referral = running(look.state);
    if (!look.deciding_fine() || referral == nullptr || referral->sent != 0) return std::nullopt;
    return Found{.code = "penalty_instead_of_referral"};
}

// 行政处罚法 第三十五条第二款
Finding fine_after_court_fine(const Look& look) {
    if (look.deciding_fine() && look.state.police_outcome == "court_fine")
        return Found{.code = "fine_after_court_fine"};
    return std::nullopt;
}

// procedure.md K-11 [design]: no new fine while police, procuratorate or court hold the case.
Finding criminal_side_holds_case(const Look& look) {
    const auto* referral = running(look.state);
    const bool ended =
        look.state.police_outcome == "court_fine" || look.state.police_outcome == "court_no_fine";
    if (!look.deciding_fine() || referral == nullptr || referral->sent == 0 || ended) return std::nullopt;
    return Found{.code = "criminal_side_holds_case"};
}

// 移送规定 第九条
Finding objection_late(const Look& look) {
    const auto clock = look.clock("REF_OBJECT");
    const auto sent = date_in(look.data(), "sent_on").value_or(look.on);
    if (!clock || clocks::is_in_time(*clock, sent)) return std::nullopt;
    return Found{.code = "objection_late",
                 .detail = fmt::format("期限于{}届满", clock->due.chinese()),
                 .field = "sent_on"};
}

Finding not_approved(const Look& look) {
    const auto* decision = look.act_at(look.of());
    if (decision != nullptr && decision->type == "decide_referral" &&
        decision->data.text("outcome") != "approve")
        return Found{.code = "reference_invalid", .detail = "该决定不批准移送", .field = "of"};
    return std::nullopt;
}

}  // namespace

std::vector<Guard> crime_guards() {
    return {
        {17,  "referral_needs_chief",        {"decide_referral"},          false, referral_needs_chief       },
        {17,  "penalty_instead_of_referral", {"decide", "decide_on_spot"}, true,  penalty_instead_of_referral},
        {17,  "fine_after_court_fine",       {"decide", "decide_on_spot"}, true,  fine_after_court_fine      },
        {17,  "criminal_side_holds_case",    {"decide", "decide_on_spot"}, true,  criminal_side_holds_case   },
        {99,  "reference_invalid",           {"send_referral"},            false, not_approved               },
        {164, "objection_late",              {"object_police_decision"},   false, objection_late             },
    };
}

}  // namespace procedure
