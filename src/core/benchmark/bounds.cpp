#include "benchmark/bounds.hpp"

#include <fmt/format.h>

namespace benchmark {

using discretion::Bracket;
using discretion::TableAmount;
using discretion::Tier;
using discretion::Wide;

namespace {

constexpr std::int64_t per_unit = 10'000;

Wide scaled(base::Money sum) {
    return static_cast<Wide>(sum.in_fen()) * per_unit;
}

}  // namespace

Bounds bounds_of(const Bracket& bracket) {
    if (bracket.is_multiple)
        return {static_cast<Wide>(bracket.least.ten_thousandths) * per_unit,
                static_cast<Wide>(bracket.most.ten_thousandths) * per_unit};
    return {scaled(bracket.min), scaled(bracket.max)};
}

std::optional<Bounds> bounds_of(const Bracket& bracket, const TableAmount& amount) {
    Bounds bounds{.least_incl = amount.min_incl, .most_incl = amount.max_incl};
    const bool fits =
        amount.unit == TableAmount::Unit::share ||
        (amount.unit == TableAmount::Unit::yuan && !bracket.is_multiple) ||
        (amount.unit == TableAmount::Unit::multiple && bracket.is_multiple && bracket.base == amount.base);
    if (!fits) return {};
    if (amount.unit == TableAmount::Unit::yuan) {
        bounds.least = scaled(amount.min);
        bounds.most = scaled(amount.max);
    } else if (amount.unit == TableAmount::Unit::multiple) {
        bounds.least = static_cast<Wide>(amount.least.ten_thousandths) * per_unit;
        bounds.most = static_cast<Wide>(amount.most.ten_thousandths) * per_unit;
    } else {
        const Bounds whole = bounds_of(bracket);
        const Wide span = whole.most - whole.least;
        bounds.least = whole.least + span / per_unit * amount.least.ten_thousandths;
        bounds.most = whole.least + span / per_unit * amount.most.ten_thousandths;
    }
    return bounds;
}

std::optional<Bounds> general_bounds(const Bracket& bracket, const discretion::Shares& shares, Tier tier) {
    const Bounds whole = bounds_of(bracket);
    const Wide span = (whole.most - whole.least) / per_unit;
    const Wide lenient_to = whole.least + span * shares.lenient_to.ten_thousandths;
    const Wide aggravated_from = whole.least + span * shares.aggravated_from.ten_thousandths;
    const bool is_fixed = whole.least == whole.most;
    if (tier == Tier::mitigated) {
        if (whole.least == 0) return {};
        return Bounds{0, whole.least, false, false};
    }
    if (is_fixed) return whole;
    if (tier == Tier::lenient) return Bounds{whole.least, lenient_to};
    if (tier == Tier::normal) return Bounds{lenient_to, aggravated_from, false, false};
    if (tier == Tier::aggravated) return Bounds{aggravated_from, whole.most};
    return {};
}

std::string written(const Bracket& bracket, const Bounds& bounds) {
    const auto end = [&](Wide value) {
        const auto number = static_cast<std::int64_t>(value / per_unit);
        return bracket.is_multiple ? discretion::Decimal4{number}.str() + "倍"
                                   : base::Money::fen(number).str() + "元";
    };
    return fmt::format("{}{}至{}{}", end(bounds.least), bounds.least_incl ? "" : "（不含）", end(bounds.most),
                       bounds.most_incl ? "" : "（不含）");
}

}  // namespace benchmark
