#pragma once
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "ports/case_store.hpp"
#include "postgres/pool.hpp"

namespace postgres {

// A case with its whole past, as an import or a synthetic bureau brings it.
struct WholeCase {
    std::string no, node;
    casefile::Matter matter;
    std::vector<ports::RecordedAct> acts;  // in order; hashes are computed here
    ports::Projection projection;
};

// Writes them in one transaction, past row-level security, each with a valid chain.
base::Result<void> load_whole_cases(Pool& owner, std::span<const WholeCase> cases);

}  // namespace postgres
