#pragma once
#include <vector>

#include "base/date.hpp"
#include "ports/case_batches.hpp"
#include "ports/finding_store.hpp"
#include "procedure/rules.hpp"

namespace self_check {

// What is wrong with one case as it is stored: it cannot be folded, lists show something else than its acts
// make of it, nobody has anything to do in it, or it was closed over something open.
std::vector<ports::Finding> examine(const ports::StoredCase& stored, const procedure::Rules& rules,
                                    base::Date today);

}  // namespace self_check
