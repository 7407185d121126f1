#pragma once
#include "base/result.hpp"
#include "base/value.hpp"
#include "casefile/act.hpp"

namespace postgres {

// The parts of a matter as they lie in the columns of `cases`.
std::string_view track_name(casefile::Track track);
casefile::Track track_named(std::string_view name);
base::Value parties_value(const std::vector<casefile::Party>& parties);
base::Result<std::vector<casefile::Party>> read_parties(const base::Value& list);

}  // namespace postgres
