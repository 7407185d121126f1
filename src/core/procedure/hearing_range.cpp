#include "procedure/hearing_range.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "procedure/fields.hpp"

namespace procedure {

bool in_hearing_range(const base::Value& penalty, base::Money limit) {
    if (money_in(penalty, "fine") >= limit) return true;
    if (money_in(penalty, "gains") + money_in(penalty, "goods_value") >= limit) return true;
    static constexpr std::array<std::string_view, 5> kinds{"lower_qualification", "revoke_licence",
                                                           "suspend_business", "close_down", "practice_ban"};
    return std::ranges::any_of(kinds, [&](std::string_view kind) { return lists(penalty, "kinds", kind); });
}

}  // namespace procedure
