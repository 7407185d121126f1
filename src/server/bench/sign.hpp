#pragma once
#include <span>
#include <string>

#include "base/result.hpp"
#include "base/value.hpp"

namespace bench {

base::Result<base::Value> measure_sign(std::span<const std::string> arguments);

}  // namespace bench
