#pragma once
#include <string>
#include <vector>

#include "ports/case_store.hpp"

namespace postgres {

// Where the derived tables say something else than the fold of the acts: one sentence per place, with table,
// column, what is stored and what it should be.
std::vector<std::string> projection_differences(const ports::Projection& stored,
                                                const ports::Projection& folded);

}  // namespace postgres
