#pragma once
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/value.hpp"

namespace bench {

// The JSON file named by argument `place`; `what` says in the refusal what it should be.
base::Result<base::Value> read_input(std::span<const std::string> arguments, std::size_t place,
                                     std::string_view what);

}  // namespace bench
