#pragma once
#include <vector>

#include "ports/case_store.hpp"
#include "procedure/case.hpp"

namespace cases {

// What is kept of the decisions of a case that stand, so that another table can be tried on them; a struck or
// revoked decision is none. Decisions to transfer and those that found no violation are left out: no table
// speaks of them.
std::vector<ports::DecisionRow> past_decisions(const procedure::Case& state);

}  // namespace cases
