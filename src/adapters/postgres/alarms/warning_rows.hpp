#pragma once
#include <vector>

#include "ports/alarm_store.hpp"
#include "postgres/rows.hpp"

namespace postgres {

std::vector<ports::ClockWarning> read_warnings(const Rows&);  // of alarms/warnings

}  // namespace postgres
