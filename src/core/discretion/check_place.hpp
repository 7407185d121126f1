#pragma once
#include "discretion/check.hpp"

namespace discretion {

// Everything a place lays down, against the law it stands under; adds to the faults and certificates.
void check_places(const Catalogue& catalogue, CheckReport& report);

}  // namespace discretion
