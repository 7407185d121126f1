#include "discretion/jurisdiction.hpp"

#include <algorithm>

#include "discretion/violation.hpp"

namespace discretion {

bool Scope::covers(const Violation& about) const {
    if (!violation.empty()) return violation == about.id;
    return field.empty() || field == about.field;
}

Decimal4 PointsRule::share_of(std::int64_t score) const {
    Decimal4 share = places.front().share;
    for (const Place& place : places)
        if (place.score <= score) share = place.share;
    return share;
}

std::string_view word_of(ListEffect effect) {
    constexpr std::array<std::string_view, 6> words{"no_penalty", "may_no_penalty", "exempt",
                                                    "mitigated",  "lenient",        "no_coercion"};
    return words[static_cast<std::size_t>(effect)];
}

std::string_view Chain::title_of(Tier tier) const {
    for (const Jurisdiction* place : places_)
        if (const auto& title = place->tier_titles[static_cast<std::size_t>(tier)]; !title.empty())
            return title;
    return discretion::title_of(tier);
}

bool Chain::has_exempt() const {
    return std::ranges::any_of(places_, [](const Jurisdiction* place) {
        return !place->tier_titles[static_cast<std::size_t>(Tier::exempt)].empty();
    });
}

bool Chain::is_example() const {
    return std::ranges::any_of(places_, &Jurisdiction::is_example);
}

}  // namespace discretion
