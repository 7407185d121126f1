#pragma once
#include <vector>

#include "redact/letters.hpp"
#include "redact/redact.hpp"

namespace redact {

// Names and words known to the case, however they are spaced, broken or widened. What lies inside the name of
// a legal person that stays is left.
void find_names(const std::vector<Letter>& letters, const Known& known, std::vector<Hit>& hits);

}  // namespace redact
