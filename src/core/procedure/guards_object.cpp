#include <fmt/format.h>

#include <algorithm>

#include "procedure/guard.hpp"

namespace procedure {

namespace {

// Is there anything in the case this act could be done to? Asked before anything is filled in and of the act
// itself: what the task list calls shut is refused by replay and by the desk too.
using Question = bool (*)(const State&);
// Whether the object an act names is one of those; naming nothing of the kind is answered elsewhere.
using Named = bool (*)(const Look&);

bool any_named(const Look&) {
    return true;
}
// The act has a rule of its own that says which object it takes.
constexpr Named judged_apart = nullptr;

template <auto Items, auto Predicate>
bool any(const State& state) {
    return std::ranges::any_of(state.*Items, Predicate);
}

template <auto Items, auto Number, auto Predicate>
bool named(const Look& look) {
    const auto found = std::ranges::find_if(
        look.state.*Items, [&](const auto& item) { return item.*Number != 0 && item.*Number == look.of(); });
    return found == (look.state.*Items).end() || Predicate(*found);
}

constexpr auto is_held = [](const Measure& measure) { return !measure.ended; };
constexpr auto awaits_approval = [](const Measure& measure) {
    return measure.urgent && !measure.urgent_approved;
};
constexpr auto awaits_result = [](const Commission& commission) { return commission.result == 0; };
constexpr auto awaits_review = [](const ReviewRequest& request) { return request.review == 0; };
constexpr auto awaits_recusal = [](const Recusal& recusal) { return !recusal.decided; };
constexpr auto is_proposed = [](const Referral& referral) { return referral.state == "REFERRAL_PENDING"; };
constexpr auto is_approved = [](const Referral& referral) { return referral.state == "REFERRAL_APPROVED"; };
constexpr auto is_sent = [](const Referral& referral) { return referral.sent != 0; };
constexpr auto is_refused = [](const Referral& referral) {
    return referral.state == "POLICE_REFUSED" || referral.state == "OBJECTED";
};
constexpr auto is_publishable = [](const Decision& decision) {
    return !decision.revoked && !decision.public_state.empty();
};
constexpr auto is_published = [](const Decision& decision) { return decision.public_state == "PUBLISHED"; };
// 信用修复管理办法 第二十三条: a repair granted may still be revoked for fraud.
constexpr auto awaits_repair = [](const Repair& repair) {
    return repair.state == "ACCEPTED" || repair.state == "DECIDED";
};
constexpr auto awaits_examination = [](const Repair& repair) { return repair.state == "APPLIED"; };
constexpr auto is_reconsidered = [](const Remedy& remedy) { return !remedy.suit && !remedy.ended; };
constexpr auto is_open_remedy = [](const Remedy& remedy) { return !remedy.ended; };
constexpr auto awaits_recheck = [](const Answer& answer) { return answer.recheck == 0; };
constexpr auto is_sued = [](const Remedy& remedy) { return remedy.suit && !remedy.ended; };

bool urgent_open(const State& state) {
    return any<&State::seizures, awaits_approval>(state) ||
           any<&State::registrations, awaits_approval>(state);
}

bool named_recusal(const Look& look) {
    return std::ranges::none_of(look.state.recusals, [&](const Recusal& recusal) {
        return recusal.request == look.of("request") && recusal.decided;
    });
}

bool goods_at_hand(const State& state) {
    const auto* decision = state.decision();
    if (decision != nullptr && decision->imposes_penalty() && decision->confiscates_goods &&
        decision->served_on && !decision->goods_disposed)
        return true;
    const auto freed = [](const Measure& measure) { return measure.state == "LIFTED" && !measure.returned; };
    return std::ranges::any_of(state.registrations, freed) ||
           std::ranges::any_of(state.seizures, [&](const Measure& seizure) {
               return seizure.state == "CONFISCATED" || freed(seizure);
           });
}

// What the state alone does not tell: a part of a seizure that was lifted, a channel the entry is still shown
// in.
bool in_the_acts(const Look& look) {
    if (look.type.id == "dispose_goods")
        return std::ranges::any_of(look.acts, [](const casefile::Act& act) {
            return act.type == "lift_seizure" && !act.data.truth("all") && !act.data.has("returned_on");
        });
    const auto count = [&](std::string_view type) {
        return std::ranges::count(look.acts, type, &casefile::Act::type);
    };
    return look.type.id == "take_down" && count("publish") > count("take_down");
}

constexpr auto held_seizure = named<&State::seizures, &Measure::n, is_held>;
constexpr auto open_remedy = named<&State::remedies, &Remedy::n, is_open_remedy>;

struct Row {
    std::string_view act;
    Question question;
    Named named;
    std::string_view wants;
    std::string_view cure;
};

constexpr Row rows[] = {
    {"extend_seizure", any<&State::seizures, is_held>, judged_apart, "正在实施的查封、扣押", "seize"},
    {"lift_seizure", any<&State::seizures, is_held>, judged_apart, "正在实施的查封、扣押", "seize"},
    {"early_disposal", any<&State::seizures, is_held>, judged_apart, "正在实施的查封、扣押", "seize"},
    {"announce_test_period", any<&State::seizures, is_held>, held_seizure, "正在实施的查封、扣押", "seize"},
    {"entrust_custody", any<&State::seizures, is_held>, held_seizure, "正在实施的查封、扣押", "seize"},
    {"resolve_preservation", any<&State::registrations, is_held>, judged_apart, "正在进行的先行登记保存",
     "register_preservation"},
    {"approve_urgent", urgent_open, judged_apart, "等待补办批准的紧急措施", ""},
    {"receive_test_result", any<&State::commissions, awaits_result>,
     named<&State::commissions, &Commission::n, awaits_result>, "尚无结果的检测、检验、检疫、鉴定",
     "commission_test"},
    {"review", any<&State::reviews, awaits_review>, judged_apart, "等待审核的送审", "send_review"},
    {"recheck", [](const State& state) { return state.answers_open(); },
     named<&State::answers, &Answer::n, awaits_recheck>, "等待复核的陈述申辩", "answer_notice"},
    {"decide_recusal", any<&State::recusals, awaits_recusal>, named_recusal, "等待决定的回避申请",
     "request_recusal"},
    {"decide_referral", any<&State::referrals, is_proposed>,
     named<&State::referrals, &Referral::n, is_proposed>, "等待决定的移送建议", "propose_referral"},
    {"send_referral", any<&State::referrals, is_approved>,
     named<&State::referrals, &Referral::decision, is_approved>, "已经批准、尚未移送的案件",
     "decide_referral"},
    {"police_receipt", any<&State::referrals, is_sent>, any_named, "已经移送的案件", "send_referral"},
    {"police_decision", any<&State::referrals, is_sent>, any_named, "已经移送的案件", "send_referral"},
    {"object_police_decision", any<&State::referrals, is_refused>,
     named<&State::referrals, &Referral::police, is_refused>, "公安机关不予立案的决定", "police_decision"},
    {"dispose_goods", goods_at_hand, judged_apart, "等待处理的物品", ""},
    {"publish", any<&State::decisions, is_publishable>,
     named<&State::decisions, &Decision::n, is_publishable>, "应当公示的行政处罚决定", "decide"},
    {"take_down", any<&State::decisions, is_published>, any_named, "正在公示的行政处罚信息", "publish"},
    {"apply_repair", any<&State::decisions, is_published>, any_named, "正在公示的行政处罚信息", "publish"},
    {"accept_repair", any<&State::repairs, awaits_examination>,
     named<&State::repairs, &Repair::n, awaits_examination>, "等待审查的修复申请", "apply_repair"},
    {"decide_repair", any<&State::repairs, awaits_repair>, judged_apart, "已经受理的修复申请",
     "apply_repair"},
    {"answer_reconsideration", any<&State::remedies, is_reconsidered>, open_remedy, "正在进行的行政复议", ""},
    {"end_reconsideration", any<&State::remedies, is_reconsidered>, open_remedy, "正在进行的行政复议", ""},
    {"answer_suit", any<&State::remedies, is_sued>, open_remedy, "正在进行的行政诉讼", ""},
    {"end_suit", any<&State::remedies, is_sued>, open_remedy, "正在进行的行政诉讼", ""},
};

Finding nothing_to_act_on(const Look& look) {
    const auto* row = std::ranges::find(rows, look.type.id, &Row::act);
    if (row == std::ranges::end(rows) || (!look.probe && row->named == judged_apart)) return std::nullopt;
    // 信用修复管理办法 第八条、第十二条: an entry in a list is repaired without a penalty on show.
    if (look.type.id == "apply_repair" && (look.probe || look.data().text("kind") != "penalty"))
        return std::nullopt;
    const bool there = row->question(look.state) || in_the_acts(look);
    if (there && (look.probe || row->named(look))) return std::nullopt;
    Found found{
        .code = "reference_invalid",
        .detail = there ? fmt::format("所指的不是{}", row->wants) : fmt::format("案件中没有{}", row->wants),
        .field = there && look.data().has("of") ? "of" : ""};
    if (!row->cure.empty()) found.cure.emplace_back(row->cure);
    return found;
}

// The same for every other act that must point at an earlier one: there has to be one.
Finding nothing_to_point_at(const Look& look) {
    if (!look.probe) return std::nullopt;
    for (const auto& field : look.type.fields) {
        if (!field.required || field.type != FieldType::act || field.of_acts.empty()) continue;
        const bool there = std::ranges::any_of(look.acts, [&](const casefile::Act& act) {
            return std::ranges::find(field.of_acts, act.type) != field.of_acts.end();
        });
        if (!there)
            return Found{.code = "reference_invalid",
                         .detail = fmt::format("案件中没有“{}”", field.label),
                         .cure = field.of_acts};
    }
    return std::nullopt;
}

}  // namespace

std::vector<Guard> object_guards() {
    std::vector<std::string_view> of_rows;
    for (const auto& row : rows) of_rows.push_back(row.act);
    return {
        {99, "reference_invalid", of_rows,                    true, nothing_to_act_on  },
        {99,
         "reference_invalid",     {"answer_reverse_referral", "remit_cash", "hand_over_goods", "return_goods", "receive_assistance",
          "check_correction", "announce_test_period", "extend_review", "collect_on_spot", "revoke_decision",
          "end_reconsideration", "withdraw", "answer_supervision", "object_supervision",
          "receive_supervision_recheck", "complete_rectification", "report_rectification",
          "tell_mediation_end"},
         true,                                                      nothing_to_point_at},
    };
}

}  // namespace procedure
