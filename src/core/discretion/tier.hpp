#pragma once
#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace discretion {

enum class Tier : std::uint8_t { none, exempt, mitigated, lenient, normal, aggravated };
inline constexpr std::size_t tier_count = 6;
inline constexpr std::array tiers{Tier::none,    Tier::exempt, Tier::mitigated,
                                  Tier::lenient, Tier::normal, Tier::aggravated};

std::string_view word_of(Tier);
std::optional<Tier> tier_of(std::string_view word);
std::string_view title_of(Tier);  // 从轻

// A set of tiers, listed in the order the law escalates.
class TierSet {
  public:
    constexpr TierSet() = default;
    constexpr TierSet(std::initializer_list<Tier> members) {
        for (const Tier tier : members) add(tier);
    }
    constexpr void add(Tier tier) { bits_ |= bit(tier); }
    constexpr void remove(Tier tier) { bits_ &= ~bit(tier); }
    constexpr bool has(Tier tier) const { return (bits_ & bit(tier)) != 0; }
    constexpr bool empty() const { return bits_ == 0; }
    friend bool operator==(TierSet, TierSet) = default;

  private:
    static constexpr unsigned bit(Tier tier) { return 1u << static_cast<unsigned>(tier); }
    unsigned bits_ = 0;
};

}  // namespace discretion
