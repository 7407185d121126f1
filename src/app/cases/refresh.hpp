#pragma once
#include <functional>

#include "base/result.hpp"
#include "office/office.hpp"

namespace cases {

// Time moves clocks and states without an act: writes what lists show of every case anew as of today.
// Says how many cases changed. Ends early when `goes_on` says no: a province has many cases, and the server
// must be able to stop.
base::Result<int> refresh_projections(const office::Office&, const std::function<bool()>& goes_on);

}  // namespace cases
