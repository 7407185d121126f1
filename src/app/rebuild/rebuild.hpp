#pragma once
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "ports/case_batches.hpp"
#include "procedure/rules.hpp"

namespace rebuild {

struct Rebuilt {
    std::size_t cases = 0, acts = 0;
    std::size_t moved = 0;  // an act was recorded meanwhile, which wrote the lists itself
    std::vector<std::string> unreadable =
        {};  // numbers of cases whose acts cannot be folded; their lists stay
};

// Derives what lists show of every case anew from its acts, and writes it. Nothing else is touched, and the
// desk may work meanwhile.
base::Result<Rebuilt> run(ports::CaseBatches& batches, ports::ProjectionWriter& writer,
                          const procedure::Rules& rules, base::Date today,
                          const std::function<bool()>& goes_on,
                          std::size_t cases_max = std::numeric_limits<std::size_t>::max());

}  // namespace rebuild
