#pragma once
#include "base/money.hpp"
#include "base/value.hpp"

namespace procedure {

// 行政处罚法 第六十三条; 听证办法 第五条: fine, gains with goods, and kinds are each tested alone. `limit`:
// from which sum on a party of that kind may ask for a hearing in that place (sums.hpp).
bool in_hearing_range(const base::Value& penalty, base::Money limit);

}  // namespace procedure
