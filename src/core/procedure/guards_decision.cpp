#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "procedure/derived.hpp"
#include "procedure/guard.hpp"
#include "procedure/penalty_kinds.hpp"

namespace procedure {

namespace {

using base::Value;

// 程序规定 第四十九条、第五十二条
Finding review_missing(const Look& look) {
    if (look.type.id != "decide" || look.state.agreed_review() != nullptr) return std::nullopt;
    if (!look.deciding_penalty() && look.state.report == 0) return std::nullopt;
    return Found{.code = "review_missing"};
}

std::string over(std::string_view what, base::Money decided, base::Money notified) {
    return fmt::format("{}：告知{}元，拟决定{}元", what, notified.str(), decided.str());
}

// 行政处罚法 第四十四条: the notice named the basis. The Penalty Law itself stands behind every decision.
bool cites(const Value& penalty, const Value& article) {
    if (article.text("law").ends_with("行政处罚法")) return true;
    return std::ranges::any_of(penalty.list("statute"), [&](const Value& each) {
        return each.text("law") == article.text("law") &&
               each.integer("article") == article.integer("article");
    });
}

// 行政处罚法 第四十五条第二款: not heavier than what the party was told, in any kind, sum or item (N-01
// [design]).
Finding heavier_than_notice(const Look& look) {
    if (!look.deciding_penalty() || !look.state.served_notice) return std::nullopt;
    const auto* notice = look.act_at(look.state.served_notice->n);
    if (notice == nullptr) return std::nullopt;
    const Value& told = notice->data["penalty"];
    const Value& decided = look.data()["penalty"];
    for (const auto& kind : decided.list("kinds"))
        if (kind.as_string() != nullptr && !lists(told, "kinds", *kind.as_string()) &&
            !takes_place_of_heavier(told, decided, *kind.as_string()))
            return Found{.code = "heavier_than_notice",
                         .detail = "增加了告知书没有的处罚种类",
                         .field = "penalty.kinds"};
    // 行政处罚法 第四十四条: another act than the one the party was told of needs a notice of its own.
    for (const auto& violation : decided.list("violations"))
        if (violation.as_string() != nullptr && !lists(told, "violations", *violation.as_string()))
            return Found{.code = "heavier_than_notice",
                         .detail = "增加了告知书没有的违法事项",
                         .field = "penalty.violations",
                         .basis = "行政处罚法 第四十四条、第四十五条; 程序规定 第五十八条"};
    for (const auto& article : decided.list("statute"))
        if (!cites(told, article))
            return Found{.code = "heavier_than_notice",
                         .detail = fmt::format("告知书没有告知处罚依据《{}》第{}条", article.text("law"),
                                               article.integer("article").value_or(0)),
                         .field = "penalty.statute",
                         .basis = "行政处罚法 第四十四条、第四十五条; 程序规定 第五十七条"};
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> sums{
        {{"fine", "罚款"}, {"gains", "没收违法所得"}, {"goods_value", "没收财物价值"}}
    };
    for (const auto& [name, label] : sums)
        if (money_in(decided, name) > money_in(told, name) &&
            !sum_takes_place_of_heavier(told, decided, name))
            return Found{.code = "heavier_than_notice",
                         .detail = over(label, money_in(decided, name), money_in(told, name)),
                         .field = fmt::format("penalty.{}", name)};
    if (told.has("goods"))
        for (const auto& item : decided.list("goods")) {
            const auto same = std::ranges::find_if(told.list("goods"), [&](const Value& each) {
                return each.text("name") == item.text("name");
            });
            if (same == told.list("goods").end() ||
                item.integer("quantity").value_or(0) > (*same).integer("quantity").value_or(0))
                return Found{.code = "heavier_than_notice",
                             .detail = fmt::format("没收的{}多于告知", item.text("name")),
                             .field = "penalty.goods"};
        }
    return std::nullopt;
}

// 行政处罚法 第二十九条: what is on record of fines by others for the same act.
Finding fined_by_others(const Look& look) {
    if (!look.deciding_fine() || look.probe) return std::nullopt;
    const auto fined = [](const base::Value& data) { return data.text("other_fines") == "fined"; };
    const auto* report = look.state.report == 0 ? nullptr : look.act_at(look.state.report);
    const bool said_now = look.data().has("other_fines");
    if (said_now ? !fined(look.data()) : report == nullptr || !fined(report->data)) return std::nullopt;
    return Found{.code = "second_fine",
                 .detail = "其他机关已就同一违法行为罚款",
                 .field = "other_fines",
                 .cure = {look.type.id == "decide" ? "approve_notice" : "file_case"}};
}

// 行政处罚法 第二十九条: what was split off is decided in the other case, and there only.
Finding violation_elsewhere(const Look& look) {
    for (const auto& away : look.state.violations_away)
        if (lists(look.data(), "penalty.violations", away))
            return Found{.code = "violation_split_off", .field = "penalty.violations"};
    return std::nullopt;
}

// 严重违法失信名单管理办法 第二十二条
Finding superior_consent_missing(const Look& look) {
    if (look.data().has("serious_list") && !look.data()["serious_list"].has("superior_consent_no"))
        return Found{.code = "superior_consent_missing", .field = "serious_list.superior_consent_no"};
    return std::nullopt;
}

// 行政复议法 第二十条、第二十三条; 行政诉讼法 第四十六条
Finding wrong_remedy_line(const Look& look) {
    const Value& remedies = look.data()["remedies"];
    if (remedies.is_null()) return std::nullopt;
    const bool on_spot = look.type.id == "decide_on_spot";
    const std::string_view right = on_spot ? "reconsideration" : "reconsideration_or_court";
    const auto says = [&](std::string_view field, std::string_view clock) {
        return !remedies.has(field) ||
               remedies.integer(field) == look.rules.clocks.period(clock, look.on).amount;
    };
    const bool days = says("recon_days", "RECON_WINDOW");
    const bool months = says("court_months", "SUIT_WINDOW");
    if (remedies.text("first") == right && days && months) return std::nullopt;
    return Found{.code = "wrong_remedy_line",
                 .detail = on_spot ? "当场作出的行政处罚应当先申请行政复议"
                                   : "六十日内申请行政复议，或者六个月内提起行政诉讼",
                 .field = "remedies"};
}

// 程序规定 第五十九条
Finding refund_not_ordered(const Look& look) {
    if (look.deciding_penalty() && look.state.refund_announced && look.state.refund_ordered == 0)
        return Found{.code = "refund_not_ordered"};
    return std::nullopt;
}

Finding ground_missing(const Look& look) {
    if (look.data().text("kind") == "no_penalty" && !look.data().has("ground"))
        return Found{.code = "ground_missing", .field = "ground"};
    return std::nullopt;
}

// 行政处罚法 第三十三条第三款
Finding education_missing(const Look& look) {
    if (look.data().text("kind") == "no_penalty" && !look.data().has("education"))
        return Found{.code = "education_missing", .field = "education"};
    return std::nullopt;
}

// 行政处罚法 第二十八条第二款: gains that were determined and not ordered to be paid back are part of the
// matter, whether the penalty speaks of them or not.
Value with_gains_on_record(const Look& look) {
    const Value& penalty = look.data()["penalty"];
    const auto* determined = look.last("determine_gains");
    if (determined == nullptr || look.state.refund_ordered != 0 || penalty.has("gains") ||
        money_in(determined->data, "amount") == base::Money())
        return penalty;
    base::Object whole = penalty.object();
    whole.set("gains", determined->data["amount"]);
    return whole;
}

// What is proposed and told is held against the range as what is decided.
bool of_a_penalty(const Look& look) {
    if (look.type.id == "decide") return look.deciding_penalty();
    return look.data().has("penalty");
}

Finding amount(const Look& look) {
    if (!look.rules.penalty_check || !of_a_penalty(look) || look.probe || !look.state.act_end)
        return std::nullopt;
    auto fault = look.rules.penalty_check(with_gains_on_record(look), look.party,
                                          look.state.act_start.value_or(*look.state.act_end),
                                          *look.state.act_end, look.on);
    if (!fault) return std::nullopt;
    return Found{.code = std::move(fault->code),
                 .detail = std::move(fault->message),
                 .field = fault->field.empty() ? "penalty" : std::move(fault->field),
                 .basis = std::move(fault->basis)};
}

// 行政处罚法 第二十八条第一款
Finding correction_not_ordered(const Look& look) {
    if (!look.deciding_penalty() || look.probe || look.data().truth("order_correction") ||
        look.state.correction_ordered != 0)
        return std::nullopt;
    return Found{.code = "correction_not_ordered", .field = "order_correction"};
}

// 行政处罚法 第三十条至第三十六条: the ground has to fit what the file says.
Finding gate_not_met(const Look& look) {
    const auto ground = look.data().text("ground");
    if (look.data().text("kind") != "no_penalty" || ground.empty()) return std::nullopt;
    const auto fault = [](std::string why) {
        return Found{.code = "gate_not_met", .detail = std::move(why), .field = "ground"};
    };
    const bool corrected = look.state.correction_checked == 0 || look.state.correction_outcome == "done";
    if (ground == "minor_corrected_no_harm" && look.state.harm) return fault("立案时认定有危害后果");
    if ((ground == "minor_corrected_no_harm" || ground == "first_slight_corrected") && !corrected)
        return fault("复查认定没有及时改正");
    if (ground == "under_14" &&
        (look.party.kind != casefile::PartyKind::person ||
         (look.party.born && look.state.act_end && look.party.born->plus_years(14) <= *look.state.act_end)))
        return fault("当事人违法时已满十四周岁");
    // 行政处罚法 第三十一条: only a person can be without the capacity to know what he does.
    if (ground == "no_capacity" && look.party.kind == casefile::PartyKind::organisation)
        return fault("当事人不是自然人");
    if (ground == "time_barred" && look.state.act_end && look.state.found_on &&
        *look.state.found_on <= look.rules.clocks.limit(look.state.touches_life_or_finance && look.state.harm
                                                            ? "LIMITATION_GRAVE"
                                                            : "LIMITATION",
                                                        *look.state.act_end))
        return fault("尚未超过追究时效");
    return std::nullopt;
}

// 行政处罚法 第三十条: under fourteen no penalty; from fourteen to eighteen a lighter or mitigated one.
Finding age_of_the_party(const Look& look) {
    const bool punishes = look.type.id == "decide_on_spot" || (look.deciding_penalty() && !look.probe);
    const auto acted = look.state.act_end.value_or(look.state.found_on.value_or(look.on));
    if (!punishes || look.party.kind != casefile::PartyKind::person || !look.party.born) return std::nullopt;
    if (acted < look.party.born->plus_years(14))
        return Found{.code = "gate_not_met",
                     .detail = "当事人违法时不满十四周岁，不予行政处罚，责令监护人加以管教",
                     .field = "kind",
                     .cure = {"decide"},
                     .basis = "行政处罚法 第三十条"};
    const auto tier = look.data()["penalty"].text("tier");
    if (acted < look.party.born->plus_years(18) && (tier == "normal" || tier == "aggravated"))
        return Found{.code = "gate_not_met",
                     .detail = "当事人违法时已满十四周岁不满十八周岁，应当从轻或者减轻处罚",
                     .field = "penalty.tier",
                     .basis = "行政处罚法 第三十条"};
    return std::nullopt;
}

// 行政处罚法 第五十九条; 程序规定 第六十二条: seven blocks; 罚款决定与罚款收缴分离实施办法 第七条: the bank;
// 公示规定 第八条: publicity.
Finding decision_incomplete(const Look& look) {
    const auto kind = look.data().text("kind");
    if (kind == "transfer" || kind == "judicial" || look.probe) return std::nullopt;
    const auto missing = [](std::string what, std::string field) {
        return Found{.code = "decision_incomplete", .detail = std::move(what), .field = std::move(field)};
    };
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> blocks{
        {{"party", "当事人基本情况"},
         {"facts", "违法事实和证据"},
         {"answer", "陈述申辩的采纳情况"},
         {"content", "决定的内容和依据"},
         {"performance", "履行方式和期限"},
         {"remedies", "救济途径和期限"},
         {"agency_date", "部门名称和日期"}}
    };
    for (const auto& [name, label] : blocks) {
        const bool optional = kind != "penalty" && (name == "performance" || name == "answer");
        if (!optional && !look.data()["blocks"].truth(name))
            return missing(fmt::format("缺少“{}”", label), fmt::format("blocks.{}", name));
    }
    if (!look.data().has("remedies")) return missing("缺少救济途径", "remedies");
    if (kind != "penalty") return std::nullopt;
    const Value& penalty = look.data()["penalty"];
    if (penalty.is_null()) return missing("缺少处罚内容", "penalty");
    const bool money = lists(penalty, "kinds", "fine") || lists(penalty, "kinds", "confiscate_gains");
    if (money && !look.data().has("bank")) return missing("缺少代收银行", "bank");
    if (!only_warning(penalty) && !look.data().truth("publicity_told"))
        return missing("没有告知行政处罚信息将公示", "publicity_told");
    return std::nullopt;
}

}  // namespace

std::vector<Guard> decision_guards() {
    return {
        {2,   "review_missing",           {"decide"},                                           true,  review_missing          },
        {7,   "heavier_than_notice",      {"decide"},                                           false, heavier_than_notice     },
        {12,  "second_fine",              {"decide", "decide_on_spot"},                         false, fined_by_others         },
        {12,
         "violation_split_off",           {"report_investigation", "approve_notice", "decide"},
         false,                                                                                        violation_elsewhere     },
        {22,  "superior_consent_missing", {"decide"},                                           false, superior_consent_missing},
        {27,  "wrong_remedy_line",        {"decide", "decide_on_spot"},                         false, wrong_remedy_line       },
        {120, "ground_missing",           {"decide"},                                           false, ground_missing          },
        {149, "refund_not_ordered",       {"decide"},                                           true,  refund_not_ordered      },
        {152, "amount_outside_range",     {"report_investigation", "approve_notice", "decide"}, false, amount                  },
        {153, "correction_not_ordered",   {"decide"},                                           false, correction_not_ordered  },
        {153, "gate_not_met",             {"decide"},                                           false, gate_not_met            },
        {153, "gate_not_met",             {"decide", "decide_on_spot"},                         false, age_of_the_party        },
        {154, "decision_incomplete",      {"decide"},                                           false, decision_incomplete     },
        {154, "education_missing",        {"decide"},                                           false, education_missing       },
    };
}

}  // namespace procedure
