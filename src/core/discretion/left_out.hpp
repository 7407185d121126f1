#pragma once
#include <optional>
#include <string>

#include "base/value.hpp"

namespace discretion {

// A confiscation the provision orders for what the penalty itself speaks of: gains with a sum, or goods by
// name. Its kind, where the penalty leaves it out.
std::optional<std::string> left_out(const base::Value& finding, const base::Value& penalty);

}  // namespace discretion
