#pragma once
#include <functional>

#include "base/result.hpp"
#include "office/office.hpp"
#include "ports/case_batches.hpp"
#include "ports/finding_store.hpp"

namespace self_check {

struct Checked {
    std::size_t cases = 0;
    std::vector<ports::Finding> findings = {};  // in the order of case numbers
};

// Every open case and those closed since the check before; `everything` takes all there are. Ends early when
// `goes_on` says no, with an error so that nobody takes half a check for a whole one.
enum class Scope { open, everything };
base::Result<Checked> check(const office::Office& office, ports::CaseBatches& batches, Scope scope,
                            const std::function<bool()>& goes_on);

}  // namespace self_check
