#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "procedure/guard.hpp"
#include "procedure/publicity_class.hpp"

namespace procedure {

namespace {

using base::Value;
using casefile::Act;
using Kinds = std::span<const std::string_view>;

// 公示规定 第十四条第（三）项
constexpr std::string_view never_stopped_early[]{"revoke_licence", "lower_qualification", "close_down"};

bool imposes_any(const Value& penalty, Kinds kinds) {
    return std::ranges::any_of(kinds, [&](std::string_view kind) { return lists(penalty, "kinds", kind); });
}

// 公示规定 第十三条至第十五条: the class follows from what was decided.
Finding wrong_class(const Look& look) {
    const auto* decision = look.act_at(look.of());
    if (decision == nullptr) return std::nullopt;
    const auto& sums = look.rules.sums;
    if (fits_publicity_class(look.data().text("class"), decision->data, look.party.kind, sums))
        return std::nullopt;
    const auto wanted = publicity_class(decision->data, look.party.kind, sums);
    const auto* field = look.type.field("class");
    const auto choice = std::ranges::find(field->choices, wanted.empty() ? "ordinary" : wanted, &Choice::id);
    return Found{
        .code = "element_missing",
        .detail = fmt::format("公示类别应当为“{}”", choice == field->choices.end() ? wanted : choice->label),
        .field = "class",
        .cure = {"publish"},
        .basis = "公示规定 第十三条至第十五条"};
}

// The first publication of what is taken down.
const Act* first_shown(const Look& look) {
    const auto* of = look.act_at(look.of());
    if (of == nullptr) return nullptr;
    const auto decision = of->type == "publish" ? of->data.integer("of").value_or(0) : std::int64_t{of->n};
    const auto found = std::ranges::find_if(look.acts, [&](const Act& act) {
        return act.type == "publish" && act.data.integer("of") == decision;
    });
    return found == look.acts.end() ? nullptr : &*found;
}

// 公示规定 第十四条; 信用修复管理办法 第八条
Finding stopped_early_excluded(const Look& look) {
    const auto* shown = look.data().text("reason") == "repaired" ? first_shown(look) : nullptr;
    const auto* decision = shown == nullptr ? nullptr : look.act_at(shown->data.integer("of").value_or(0));
    if (decision == nullptr || (shown->data.text("class") != "serious_c" &&
                                !imposes_any(decision->data["penalty"], never_stopped_early)))
        return std::nullopt;
    return Found{.code = "early_stop_excluded", .field = "reason"};
}

bool repair_granted(const Look& look, int since) {
    return std::ranges::any_of(look.state.repairs, [&](const Repair& repair) {
        const auto* applied = look.act_at(repair.n);
        return repair.state == "DECIDED" && repair.n > since && applied != nullptr &&
               applied->data.text("kind") == "penalty";
    });
}

bool undone(const State& state) {
    static constexpr std::string_view left_standing[]{"upheld", "rejected", "withdrawn", "dismissed"};
    return std::ranges::any_of(state.decisions, &Decision::revoked) ||
           std::ranges::any_of(state.remedies, [](const Remedy& remedy) {
               return remedy.ended &&
                      std::ranges::find(left_standing, remedy.outcome) == std::ranges::end(left_standing);
           });
}

// 行政处罚法 第四十八条; 信用修复管理办法 第十六条、第十七条: taken down because of something that happened.
Finding nothing_takes_down(const Look& look) {
    const auto reason = look.data().text("reason");
    const auto* shown = first_shown(look);
    if (shown == nullptr || reason == "expired" || reason.empty()) return std::nullopt;
    if (reason == "repaired") {
        if (repair_granted(look, shown->n)) return std::nullopt;
        return Found{
            .code = "reference_invalid",
            .detail = "没有准予信用修复的决定",
            .field = "reason",
            .cure = {"apply_repair", "decide_repair"},
            .basis = "信用修复管理办法 第十六条、第十七条"
        };
    }
    if (undone(look.state)) return std::nullopt;
    return Found{
        .code = "reference_invalid",
        .detail = "决定没有被撤销、变更、确认违法或者无效",
        .field = "reason",
        .cure = {"revoke_decision", "end_reconsideration", "end_suit"}
    };
}

// 信用修复管理办法 第七条至第九条: three months, one year, three years, by the class that was shown.
Finding shown_too_shortly(const Look& look) {
    const auto* shown = look.data().text("reason") == "expired" ? first_shown(look) : nullptr;
    if (shown == nullptr) return std::nullopt;
    const auto shown_as = shown->data.text("class");
    const auto ends = look.rules.clocks.limit(shown_as == "minor"      ? "DISPLAY_MINOR"
                                              : shown_as == "ordinary" ? "DISPLAY_ORDINARY"
                                                                       : "DISPLAY_SERIOUS",
                                              date_in(shown->data, "on").value_or(shown->at.date()));
    if (date_in(look.data(), "on").value_or(look.on) >= ends) return std::nullopt;
    return Found{.code = "repair_too_early",
                 .detail = fmt::format("公示期于{}届满", ends.chinese()),
                 .field = "reason",
                 .open_from = ends,
                 .cure = {"apply_repair"},
                 .basis = "信用修复管理办法 第七条至第九条"};
}

const Repair* repair_of(const Look& look) {
    const auto found = std::ranges::find(look.state.repairs, look.of(),
                                         [](const Repair& repair) { return std::int64_t{repair.n}; });
    return found == look.state.repairs.end() ? nullptr : &*found;
}

// 信用修复管理办法 第十四条、第十六条、第二十三条: decided is what was accepted; revoked also what was
// granted.
Finding repair_not_waiting(const Look& look) {
    const auto* repair = repair_of(look);
    const bool revokes = look.data().text("outcome") == "revoked_for_fraud";
    if (repair == nullptr || repair->state == "ACCEPTED" || (revokes && repair->state == "DECIDED"))
        return std::nullopt;
    return Found{.code = "reference_invalid",
                 .detail = revokes ? "该申请没有准予修复" : "该申请没有受理，或者已经决定",
                 .field = "of",
                 .cure = {"apply_repair"}};
}

// 信用修复管理办法 第十六条: ten working days more, once, before the period is over.
Finding repair_extended_before(const Look& look) {
    const auto* repair = repair_of(look);
    if (repair == nullptr || !repair->extended || look.data().text("outcome") != "extended")
        return std::nullopt;
    return Found{.code = "extension_used", .detail = "信用修复的办理期限", .field = "outcome"};
}

Finding repair_extension_late(const Look& look) {
    if (look.data().text("outcome") != "extended") return std::nullopt;
    const int of = static_cast<int>(look.of());
    const auto other = look.clock("ABN_DECIDE", of);
    const auto clock = other ? other : look.clock("REPAIR_DECIDE", of);
    if (!clock || clocks::is_in_time(*clock, look.on)) return std::nullopt;
    return Found{.code = "extension_late",
                 .detail = fmt::format("修复决定期限已于{}届满", clock->due.chinese()),
                 .field = "outcome"};
}

// 信用修复管理办法 第十四条: a refusal, or what is missing, is said in writing with its reasons.
Finding refused_without_reason(const Look& look) {
    const auto outcome = look.data().text("outcome");
    if ((outcome != "refused" && outcome != "missing") || look.data().has("reason")) return std::nullopt;
    return Found{.code = "element_missing", .detail = "缺少“理由”", .field = "reason"};
}

}  // namespace

std::vector<Guard> publicity_guards() {
    return {
        {21,  "element_missing",     {"publish"},                       false, wrong_class           },
        {21,  "early_stop_excluded", {"take_down"},                     false, stopped_early_excluded},
        {99,  "reference_invalid",   {"take_down"},                     false, nothing_takes_down    },
        {99,  "reference_invalid",   {"decide_repair"},                 false, repair_not_waiting    },
        {122, "extension_used",      {"decide_repair"},                 false, repair_extended_before},
        {122, "extension_late",      {"decide_repair"},                 false, repair_extension_late },
        {166, "repair_too_early",    {"take_down"},                     false, shown_too_shortly     },
        {168, "element_missing",     {"apply_repair", "accept_repair"}, false, refused_without_reason},
    };
}

}  // namespace procedure
