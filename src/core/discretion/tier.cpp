#include "discretion/tier.hpp"

namespace discretion {

std::string_view word_of(Tier tier) {
    constexpr std::array<std::string_view, tier_count> words{"none",    "exempt", "mitigated",
                                                             "lenient", "normal", "aggravated"};
    return words[static_cast<std::size_t>(tier)];
}

std::string_view title_of(Tier tier) {
    constexpr std::array<std::string_view, tier_count> titles{"不予处罚", "免予处罚", "减轻",
                                                              "从轻",     "一般",     "从重"};
    return titles[static_cast<std::size_t>(tier)];
}

std::optional<Tier> tier_of(std::string_view word) {
    for (const Tier tier : tiers)
        if (word_of(tier) == word) return tier;
    return {};
}

}  // namespace discretion
