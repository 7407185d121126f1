#pragma once
#include <algorithm>

#include "base/value.hpp"

namespace procedure {

// Nothing but a warning, however often it is written.
inline bool only_warning(const base::Value& penalty) {
    const auto& kinds = penalty.list("kinds");
    return !kinds.empty() && std::ranges::all_of(kinds, [](const base::Value& kind) {
        return kind.as_string() != nullptr && *kind.as_string() == "warning";
    });
}

}  // namespace procedure
