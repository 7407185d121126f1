#pragma once
#include "base/result.hpp"
#include "base/value.hpp"
#include "discretion/finding.hpp"

namespace bench {

// What zen-engine (npm @gorules/zen-engine, tools/zen) makes of the same decision on one core, with its trace
// and without: {result, with_trace, without_trace}. An error when it is not installed or answers otherwise.
base::Result<base::Value> ask_zen(const discretion::Finding& finding, const base::Value& request);

}  // namespace bench
