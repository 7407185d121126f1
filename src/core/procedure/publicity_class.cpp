#include "procedure/publicity_class.hpp"

#include <algorithm>
#include <span>

#include "procedure/fields.hpp"

namespace procedure {

namespace {

using base::Value;
using Kinds = std::span<const std::string_view>;

// 公示规定 第十四条第（三）项、第（二）项
constexpr std::string_view never_stopped_early[]{"revoke_licence", "lower_qualification", "close_down"};
constexpr std::string_view restricting[]{"restrict_business", "suspend_business", "practice_ban"};
constexpr std::string_view shown_as_minor[]{"warning", "circulate_notice"};
constexpr std::string_view minor_with_low_fine[]{"warning", "circulate_notice", "fine"};

bool imposes_any(const Value& penalty, Kinds kinds) {
    return std::ranges::any_of(kinds, [&](std::string_view kind) { return lists(penalty, "kinds", kind); });
}

bool imposes_only(const Value& penalty, Kinds kinds) {
    return std::ranges::all_of(penalty.list("kinds"), [&](const Value& kind) {
        return kind.as_string() != nullptr && std::ranges::find(kinds, *kind.as_string()) != kinds.end();
    });
}

// 公示规定 第十三条: public criticism, or a low fine and nothing else.
bool is_minor(const Value& penalty, casefile::PartyKind party, const Sums& sums) {
    if (imposes_only(penalty, shown_as_minor)) return true;
    const auto tier = penalty.text("tier");
    return imposes_only(penalty, minor_with_low_fine) && (tier == "lenient" || tier == "mitigated") &&
           money_in(penalty, "fine") <= sums.low_fine(party);
}

// 公示规定 第十四条第（一）项: one violation in such a field is enough; all of them outside make it ordinary.
std::string_view class_of_field(const Value& penalty, const Sums& sums) {
    bool all_outside = !penalty.list("violations").empty();
    for (const auto& violation : penalty.list("violations")) {
        const std::string_view id =
            violation.as_string() == nullptr ? std::string_view() : *violation.as_string();
        const auto key = sums.is_key_field(id.substr(0, id.find('.')));
        if (key && *key) return "serious_a";
        all_outside = all_outside && key.has_value();
    }
    return all_outside ? "ordinary" : "";
}

}  // namespace

std::string_view publicity_class(const Value& decision, casefile::PartyKind party, const Sums& sums) {
    const Value& penalty = decision["penalty"];
    if (imposes_any(penalty, never_stopped_early)) return "serious_c";
    if (imposes_any(penalty, restricting)) return "serious_b";
    if (decision.has("serious_list")) return "serious_d";
    if (is_minor(penalty, party, sums)) return "minor";
    return class_of_field(penalty, sums);
}

bool fits_publicity_class(std::string_view named, const Value& decision, casefile::PartyKind party,
                          const Sums& sums) {
    const auto wanted = publicity_class(decision, party, sums);
    // 公示规定 第十四条第（三）项: the superior may name others that are shown so.
    if (named == "serious_c") return true;
    if (wanted.empty()) return named == "ordinary" || named == "serious_a";
    return named == wanted || (wanted == "serious_b" && decision.has("serious_list") && named == "serious_d");
}

}  // namespace procedure
