#pragma once
#include "base/result.hpp"
#include "base/value.hpp"
#include "casefile/act.hpp"

namespace cases {

// A party as it is typed: {kind, name, code?, id_no?, born?, region?, details?}. Errors carry the field below
// `party`.
base::Result<casefile::Party> party_from(const base::Value& input);

base::Value to_value(const casefile::Party&);

}  // namespace cases
