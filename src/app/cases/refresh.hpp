#pragma once
#include "base/result.hpp"
#include "office/office.hpp"

namespace cases {

// Time moves clocks and states without an act: writes what lists show of every case anew as of today.
// Says how many cases changed.
base::Result<int> refresh_projections(const office::Office&);

}  // namespace cases
