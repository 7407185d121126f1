#pragma once
#include "base/result.hpp"
#include "base/value.hpp"
#include "discretion/decide.hpp"

namespace explorer {

// POST /api/explorer/decide: the finding, or the facts still needed, and what a scale is drawn from: the
// ranges of the ordinary and the serious limb on the same facts, the sum from which a hearing is due, and on
// the line of the fact the law counts by, where its brackets change and where an offence begins.
base::Result<base::Value> explore(const base::Value& request, const discretion::Catalogue& catalogue,
                                  const discretion::Benchmarks& benchmarks);

}  // namespace explorer
