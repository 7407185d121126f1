#pragma once
#include <span>
#include <string>

namespace synth {

// `zhiheng synth --data DIR --cases N --seed S [--from FOLDER]`: fills the demonstration bureau with copies
// of the scenarios in FOLDER, each stopped somewhere and moved to some week. The same seed gives the same
// cases.
int run(std::span<const std::string> arguments);

}  // namespace synth
