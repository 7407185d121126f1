#pragma once
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/value.hpp"
#include "procedure/fields.hpp"

namespace procedure {

// Nothing but a warning, however often it is written.
inline bool only_warning(const base::Value& penalty) {
    const auto& kinds = penalty.list("kinds");
    return !kinds.empty() && std::ranges::all_of(kinds, [](const base::Value& kind) {
        return kind.as_string() != nullptr && *kind.as_string() == "warning";
    });
}

// 行政处罚法 第九条 names the kinds from the lightest on; what is written as another kind may be anything.
inline int weight_of_kind(std::string_view kind) {
    static constexpr std::array<std::pair<std::string_view, int>, 12> weights{
        {{"warning", 0},
         {"circulate_notice", 1},
         {"fine", 2},
         {"confiscate_gains", 2},
         {"confiscate_goods", 2},
         {"suspend_licence", 3},
         {"restrict_business", 3},
         {"lower_qualification", 4},
         {"suspend_business", 4},
         {"revoke_licence", 5},
         {"close_down", 5},
         {"practice_ban", 5}}
    };
    const auto found = std::ranges::find(weights, kind, &std::pair<std::string_view, int>::first);
    return found == weights.end() ? 6 : found->second;
}

// 行政处罚法 第四十五条第二款: a kind nobody was told of makes the penalty lighter where it takes the place
// of a heavier one.
inline bool takes_place_of_heavier(const base::Value& told, const base::Value& now, std::string_view kind) {
    if (lists(told, "kinds", kind) || !lists(now, "kinds", kind)) return false;
    return std::ranges::any_of(told.list("kinds"), [&](const base::Value& given_up) {
        return given_up.as_string() != nullptr && !lists(now, "kinds", *given_up.as_string()) &&
               weight_of_kind(*given_up.as_string()) > weight_of_kind(kind);
    });
}

// The sum belongs to such a kind.
inline bool sum_takes_place_of_heavier(const base::Value& told, const base::Value& now,
                                       std::string_view sum) {
    const auto kind = sum == "gains" ? "confiscate_gains" : sum == "goods_value" ? "confiscate_goods" : sum;
    return takes_place_of_heavier(told, now, kind);
}

}  // namespace procedure
