#include <fmt/format.h>

#include <algorithm>

#include "procedure/derived.hpp"
#include "procedure/guard.hpp"

namespace procedure {

namespace {

// 行政强制法 第二十五条: the first term, and what one extension adds.
int first_term(const Look& look) {
    return look.rules.clocks.period("SEIZE", look.on).amount;
}

int one_extension(const Look& look) {
    const auto* row = look.rules.clocks.find("SEIZE", look.on);
    return row != nullptr && row->extension ? row->extension->amount : first_term(look);
}

// 行政强制法 第二十五条: a measure and its extension have a length.
Finding seizure_days_missing(const Look& look) {
    if (look.data().integer("days").value_or(1) >= 1) return std::nullopt;
    return Found{.code = "element_missing", .detail = "期限应当至少为一日", .field = "days"};
}

// 行政强制法 第二十五条: thirty days, extended once by at most thirty.
Finding seizure_too_long(const Look& look) {
    const auto days = look.data().integer("days").value_or(0);
    if (look.type.id == "seize" || !look.state.seizure(look.of())) {
        if (days <= first_term(look)) return std::nullopt;
        return Found{
            .code = "seizure_too_long", .detail = fmt::format("本次期限{}日", days), .field = "days"};
    }
    const auto taken = clocks::seizure_days(look.acts, static_cast<int>(look.of()));
    if (days > one_extension(look) || look.state.seizure(look.of())->extended ||
        taken.taken + taken.extended + days > first_term(look) + one_extension(look))
        return Found{.code = "seizure_too_long",
                     .detail = fmt::format("已定期限{}日，本次延长{}日", taken.taken + taken.extended, days),
                     .field = "days"};
    return std::nullopt;
}

bool lists_goods(const base::Value& seizure, const base::Value& item) {
    return std::ranges::any_of(seizure.list("items"), [&](const base::Value& each) {
        return each.text("name") == item.text("name") && each.text("model") == item.text("model");
    });
}

// 行政强制法 第二十五条: the period of a measure does not begin anew by taking the same goods once more.
Finding seized_again(const Look& look) {
    if (look.data().truth("other_goods")) return std::nullopt;
    for (const auto& earlier : look.acts)
        if (earlier.type == "seize")
            for (const auto& item : look.data().list("items"))
                if (lists_goods(earlier.data, item))
                    return Found{.code = "seizure_too_long",
                                 .detail = fmt::format("“{}”已由第{}项行为查封、扣押，期限不得重新起算",
                                                       item.text("name"), earlier.n),
                                 .field = "items"};
    return std::nullopt;
}

// 行政处罚法 第五十六条; 程序规定 第三十五条: seven working days without extension; nor do they begin anew
// for the same things.
Finding registered_again(const Look& look) {
    if (look.data().truth("other_goods")) return std::nullopt;
    for (const auto& earlier : look.acts)
        if (earlier.type == "register_preservation")
            for (const auto& item : look.data().list("items"))
                if (lists_goods(earlier.data, item))
                    return Found{
                        .code = "registration_lapsed",
                        .detail = fmt::format("“{}”已由第{}项行为先行登记保存，不得再次登记保存来延长期限",
                                              item.text("name"), earlier.n),
                        .field = "items"};
    return std::nullopt;
}

Finding seizure_extended_before(const Look& look) {
    const auto* seizure = look.state.seizure(look.of());
    if (seizure != nullptr && seizure->extended)
        return Found{.code = "extension_used", .detail = "查封、扣押", .field = "of"};
    return std::nullopt;
}

// 行政强制法 第二十五条: asked before anything is filled in: is there a measure left that may be lengthened?
Finding none_to_lengthen(const Look& look) {
    if (!look.probe) return std::nullopt;
    bool held = false, lengthened = false;
    for (const auto& seizure : look.state.seizures) {
        if (seizure.ended) continue;
        const auto clock = look.clock("SEIZE", seizure.n);
        if (!seizure.extended && (!clock || clocks::is_in_time(*clock, look.on))) return std::nullopt;
        held = true;
        lengthened = lengthened || seizure.extended;
    }
    if (!held) return std::nullopt;
    return Found{.code = lengthened ? "extension_used" : "extension_late", .detail = "查封、扣押"};
}

// 行政强制法 第十条: laws and regulations only.
Finding seizure_basis_too_low(const Look& look) {
    if (look.data().at("basis.rank").as_string() && *look.data().at("basis.rank").as_string() == "rule")
        return Found{.code = "seizure_basis_too_low", .field = "basis.rank"};
    return std::nullopt;
}

// 行政强制法 第十七条
Finding seizure_delegated(const Look& look) {
    if (look.data().truth("delegated")) return Found{.code = "seizure_delegated", .field = "delegated"};
    return std::nullopt;
}

// 行政强制法 第二十三条
Finding daily_necessities(const Look& look) {
    if (look.data().truth("daily_necessities"))
        return Found{.code = "daily_necessities", .field = "daily_necessities"};
    return std::nullopt;
}

Finding double_sealing(const Look& look) {
    if (look.data().truth("already_sealed_by_other"))
        return Found{.code = "double_sealing", .field = "already_sealed_by_other"};
    return std::nullopt;
}

Finding unrelated_goods(const Look& look) {
    if (look.data().has("related") && !look.data().truth("related"))
        return Found{.code = "unrelated_goods", .field = "related"};
    return std::nullopt;
}

// 程序规定 第三十五条: after the seven working days the measure has ended by itself; there is no extension.
Finding registration_lapsed_guard(const Look& look) {
    const auto* registration = look.state.registration(look.of());
    if (registration == nullptr || look.data().text("measure") == "lifted" ||
        !registration_lapsed(*registration, look.on, look.rules))
        return std::nullopt;
    return Found{.code = "registration_lapsed", .field = "measure"};
}

Finding extension_late(const Look& look) {
    const auto clock = look.clock("SEIZE", static_cast<int>(look.of()));
    if (!clock || look.of() == 0 || clocks::is_in_time(*clock, look.on)) return std::nullopt;
    return Found{.code = "extension_late",
                 .detail = fmt::format("查封、扣押期限已于{}届满，应当立即解除", clock->due.chinese()),
                 .field = "of"};
}

// 程序规定 第三十三条第二款; 行政强制法 第十九条
Finding urgent_refused_must_lift(const Look& look) {
    const auto refused = [&](const Measure* measure) {
        return measure != nullptr && urgent_failed(*measure, look.act.at, look.rules);
    };
    if (look.type.id == "resolve_preservation") {
        if (!refused(look.state.registration(look.of())) || look.data().text("measure") == "lifted")
            return std::nullopt;
    } else if (!refused(look.state.seizure(look.of()))) {
        return std::nullopt;
    }
    const auto* measure = look.type.id == "resolve_preservation" ? look.state.registration(look.of())
                                                                 : look.state.seizure(look.of());
    Found found{.code = "urgent_refused_must_lift", .field = "of"};
    if (!measure->urgent_approved) {
        found.detail = "二十四小时内没有补办批准";
        found.cure = {"approve_urgent", "lift_seizure", "resolve_preservation"};
    }
    return found;
}

// A measure that has ended cannot be lengthened, lifted or disposed of again.
Finding measure_ended(const Look& look) {
    const auto* seizure = look.state.seizure(look.of());
    const auto* registration = look.state.registration(look.of());
    const bool ended =
        (seizure != nullptr && seizure->ended) || (registration != nullptr && registration->ended);
    if (ended) return Found{.code = "reference_invalid", .detail = "该措施已经结束", .field = "of"};
    return std::nullopt;
}

Finding partial_lift_items(const Look& look) {
    const auto* all = look.data()["all"].as_bool();
    if (all != nullptr && !*all && look.data().list("items").empty())
        return Found{.code = "element_missing", .detail = "部分解除应当列明解除的物品", .field = "items"};
    return std::nullopt;
}

// 行政强制法 第二十八条第一款第（三）项: only a decision that was made makes a measure needless.
Finding lifted_for_no_decision(const Look& look) {
    const auto* decision = look.state.decision();
    if (look.data().text("ground") != "decision_made" || (decision != nullptr && !decision->revoked))
        return std::nullopt;
    return Found{.code = "element_missing", .detail = "尚未作出处理决定", .field = "ground"};
}

// 程序规定 第四十一条第三款: consent or request of the owner; an unknown one is called by public notice
// first.
Finding owner_consent_missing(const Look& look) {
    if (look.data().text("owner") != "unknown") return std::nullopt;
    const auto until = date_in(look.data(), "announced_until");
    if (look.data().has("announced_on") && until && *until <= look.on) return std::nullopt;
    return Found{.code = "owner_consent_missing", .field = "announced_until"};
}

Finding confiscated_before_service(const Look& look) {
    if (look.data().text("origin") != "confiscated") return std::nullopt;
    const auto* decision = look.state.decision();
    if (decision != nullptr && decision->served_on && !decision->revoked) return std::nullopt;
    return Found{
        .code = "decision_not_served", .detail = "没收的财物应当在决定书送达后处理", .field = "origin"};
}

}  // namespace

std::vector<Guard> measure_guards() {
    return {
        {9,   "registration_lapsed",   {"resolve_preservation"},                                                              false, registration_lapsed_guard },
        {9,   "registration_lapsed",   {"register_preservation"},                                                             false, registered_again          },
        {10,  "element_missing",       {"seize", "extend_seizure"},                                                           false, seizure_days_missing      },
        {10,  "seizure_too_long",      {"seize", "extend_seizure"},                                                           false, seizure_too_long          },
        {10,  "seizure_too_long",      {"seize"},                                                                             false, seized_again              },
        {10,  "extension_used",        {"extend_seizure"},                                                                    false, seizure_extended_before   },
        {10,  "extension_used",        {"extend_seizure"},                                                                    true,  none_to_lengthen          },
        {10,  "seizure_basis_too_low", {"seize"},                                                                             false, seizure_basis_too_low     },
        {10,  "seizure_delegated",     {"seize"},                                                                             false, seizure_delegated         },
        {99,
         "reference_invalid",          {"extend_seizure", "lift_seizure", "early_disposal", "resolve_preservation"},
         false,                                                                                                                      measure_ended             },
        {122, "extension_late",        {"extend_seizure"},                                                                    false, extension_late            },
        {124,
         "urgent_refused_must_lift",   {"extend_seizure", "announce_test_period", "entrust_custody", "resolve_preservation"},
         false,                                                                                                                      urgent_refused_must_lift  },
        {125, "daily_necessities",     {"seize"},                                                                             false, daily_necessities         },
        {126, "double_sealing",        {"seize"},                                                                             false, double_sealing            },
        {127, "unrelated_goods",       {"seize"},                                                                             false, unrelated_goods           },
        {128, "element_missing",       {"lift_seizure"},                                                                      false, partial_lift_items        },
        {128, "element_missing",       {"lift_seizure"},                                                                      false, lifted_for_no_decision    },
        {129, "owner_consent_missing", {"early_disposal"},                                                                    false, owner_consent_missing     },
        {160, "decision_not_served",   {"dispose_goods"},                                                                     false, confiscated_before_service},
    };
}

}  // namespace procedure
