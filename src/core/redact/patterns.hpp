#pragma once
#include <vector>

#include "redact/letters.hpp"
#include "redact/redact.hpp"

namespace redact {

// Personal data known by its build alone: identity numbers, telephones, bank accounts, mail, number plates,
// days of birth, addresses behind their label.
void find_patterns(const std::vector<Letter>& letters, std::vector<Hit>& hits);

}  // namespace redact
