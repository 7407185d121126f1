#pragma once
#include <cstdint>
#include <vector>

#include "base/value.hpp"
#include "discretion/catalogue.hpp"

namespace bench {

// Decisions as the desk keeps them, over all violations of the catalogue: facts and circumstances by the
// seed, most sums in the tier recommended to the case, some beside it. The same seed gives the same
// decisions.
std::vector<base::Value> past_cases(const discretion::Catalogue&, std::size_t count, std::uint64_t seed);

}  // namespace bench
