#pragma once
#include <functional>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "ports/case_batches.hpp"

namespace batches {

// What is done with a batch; several threads work at once. An error ends the walk.
using Work = std::function<base::Result<void>(const std::vector<ports::StoredCase>&)>;

// Over all cases of one round after the other. Workers take the numbers of a batch in turn; each loads its
// own. Error `interrupted` when `goes_on` says no, so that nobody takes half a walk for a whole one.
base::Result<void> walk(ports::CaseBatches& cases, std::span<const ports::BatchOf> rounds, ports::Take take,
                        const std::function<bool()>& goes_on, const Work& work);

}  // namespace batches
