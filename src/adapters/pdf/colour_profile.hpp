#pragma once
#include <string>

namespace pdf {

// The sRGB colour space (IEC 61966-2-1) as an ICC profile of version 2, which PDF/A wants to be told: some
// 1.2 kB, made from the figures of the norm.
std::string srgb_profile();

}  // namespace pdf
