#pragma once
#include <vector>

#include "procedure/page.hpp"
#include "synth/teller.hpp"

namespace synth {

// Every path of the book told once to its end: what the figures of the procedure page are drawn from.
// Error: `path_refused`.
base::Result<std::vector<procedure::Story>> stories(const procedure::Rules& rules, const Book& book,
                                                    const casefile::Matter& place, const Cast& cast);

}  // namespace synth
