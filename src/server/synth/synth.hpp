#pragma once
#include <span>
#include <string>

namespace synth {

// `zhiheng synth --data DIR [--cases N] [--seed S] …`: a synthetic bureau, province or country whose cases
// were told through the procedure. The same seed, on the same day, gives the same cases.
int run(std::span<const std::string> arguments);

}  // namespace synth
