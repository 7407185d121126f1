#pragma once
#include "base/date.hpp"
#include "ports/case_store.hpp"
#include "procedure/case.hpp"

namespace cases {

// What lists and search show of a case at the end of that day: a pure function of its acts, so that it can be
// rebuilt and compared at any time.
ports::Projection project(const procedure::Case& state, base::Date today,
                          const std::vector<ports::RecordedAct>& acts);

}  // namespace cases
