#pragma once
#include <string>
#include <string_view>

#include "volume/manifest.hpp"

namespace signing_keys {

// A signature on a paper as a volume carries it, with its certificate: what does not hold, empty when all
// does.
std::string judge_packed(const volume::Manifest& manifest, std::string_view text);

}  // namespace signing_keys
