#pragma once
#include <optional>
#include <string_view>

#include "base/money.hpp"
#include "base/result.hpp"
#include "discretion/exact.hpp"

namespace benchmark {

// A number with its unit as a table writes it: 5万元, 三万元, 1.5倍, 30%, 百分之五十, 等值.
struct Amount {
    enum class Unit { none, yuan, times, percent };
    Unit unit = Unit::none;
    base::Money sum = {};             // yuan
    discretion::Decimal4 ratio = {};  // times and percent: 1.5, 0.3; none: the bare number
};

// Reads one at the start of a normal() text and eats it. Nothing when no number stands there.
// Errors: `unread_number` (三万五), `too_many_places`, `amount_too_large`.
base::Result<std::optional<Amount>> take_amount(std::string_view& text);

}  // namespace benchmark
