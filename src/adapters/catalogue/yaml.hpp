#pragma once
#include <string_view>

#include "base/result.hpp"
#include "base/value.hpp"

namespace catalogue {

// YAML 1.2 text → Value. Plain scalars that are whole numbers, true/false or null become such; quoted ones stay text;
// a plain decimal becomes Decimal. Errors: `bad_yaml` with file, line and column.
base::Result<base::Value> read_yaml(std::string_view text, std::string_view file);

}  // namespace catalogue
