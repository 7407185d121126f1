#pragma once
#include <string_view>
#include <vector>

#include "ports/volume_desk.hpp"
#include "postgres/pool.hpp"

namespace postgres {

// The acts of a case with the very text that was hashed, in order.
base::Result<std::vector<ports::ChainAct>> chain_of(Pool& app, const identity::Viewer& viewer,
                                                    std::string_view case_no);

}  // namespace postgres
