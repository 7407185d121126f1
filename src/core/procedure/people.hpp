#pragma once
#include "base/date.hpp"
#include "casefile/act.hpp"

namespace procedure {

// 行政处罚法 第四十二条第一款: law enforcement needs the qualification, on the day of the act.
bool certificate_valid(const casefile::Staff& person, base::Date on);

}  // namespace procedure
