#pragma once
#include <string_view>

#include "base/value.hpp"
#include "casefile/act.hpp"

namespace cases {

// A party as the discretion engine asks for it: {kind, age?}, the age at the end of the act.
base::Value actor_of(const casefile::Party& party, std::string_view act_end);

}  // namespace cases
