#include "procedure/hearing_range.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "procedure/fields.hpp"

namespace procedure {

// 个体工商户 counts as a natural person (acts.md §2.1): the reading that protects the party.
base::Money hearing_limit(const casefile::Party& party) {
    return base::Money::yuan(party.kind == casefile::PartyKind::organisation ? 100'000 : 10'000);
}

base::Money summary_limit(const casefile::Party& party) {
    return base::Money::yuan(party.kind == casefile::PartyKind::organisation ? 3'000 : 200);
}

bool in_hearing_range(const base::Value& penalty, const casefile::Party& party) {
    const auto limit = hearing_limit(party);
    if (money_in(penalty, "fine") >= limit) return true;
    if (money_in(penalty, "gains") + money_in(penalty, "goods_value") >= limit) return true;
    static constexpr std::array<std::string_view, 5> kinds{"lower_qualification", "revoke_licence",
                                                           "suspend_business", "close_down", "practice_ban"};
    return std::ranges::any_of(kinds, [&](std::string_view kind) { return lists(penalty, "kinds", kind); });
}

}  // namespace procedure
