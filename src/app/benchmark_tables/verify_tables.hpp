#pragma once
#include <vector>

#include "office/office.hpp"
#include "ports/case_store.hpp"

namespace benchmark_tables {

// Every approved table against its signatures: the content is what was signed, the chain of signatures is
// whole, and two persons other than the drafter approved it. `case_no` of a fault names the version.
base::Result<std::vector<ports::Fault>> verify_tables(const office::Office& office);

}  // namespace benchmark_tables
