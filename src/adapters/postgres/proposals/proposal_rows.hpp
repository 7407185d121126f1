#pragma once
#include "ports/proposal_store.hpp"
#include "postgres/connection.hpp"

namespace postgres {

// Inserts a proposal that was never saved (version 0), else saves it under the version it was read at. The
// case number is given apart because a new case has none yet when its proposal is made.
Step save_proposal_step(const ports::Proposal& proposal, std::string_view case_no);
base::Result<ports::Proposal> read_proposal(const Row& row);

}  // namespace postgres
