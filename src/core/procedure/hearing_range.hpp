#pragma once
#include "base/money.hpp"
#include "base/value.hpp"
#include "casefile/act.hpp"

namespace procedure {

// 行政处罚法 第六十三条; 听证办法 第五条: fine, gains with goods, and kinds are each tested alone.
bool in_hearing_range(const base::Value& penalty, const casefile::Party& party);
base::Money hearing_limit(const casefile::Party& party);

// 行政处罚法 第五十一条: 200 yuan for a person, 3,000 for an organisation.
base::Money summary_limit(const casefile::Party& party);

}  // namespace procedure
