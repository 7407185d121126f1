#pragma once
#include "base/result.hpp"
#include "base/value.hpp"
#include "procedure/rules.hpp"
#include "procedure/stated_facts.hpp"

namespace procedure {

// A scenario of acts.md §1 → the verdict on each act, state, clocks, open acts, documents due (DESIGN §7).
// Error: bad input, `field` names the place in the scenario ("acts.3.data.found_on"). With `is_violation` it
// is read as the desk reads what people type: numbers, quantities, days and violations are held against what
// can be.
base::Result<base::Value> replay(const base::Value& scenario, const Rules& rules,
                                 const KnownViolation& is_violation = {});

}  // namespace procedure
