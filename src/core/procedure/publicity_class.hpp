#pragma once
#include <string_view>

#include "base/value.hpp"
#include "casefile/act.hpp"
#include "procedure/sums.hpp"

namespace procedure {

// 公示规定 第十三条至第十五条: as what a penalty is shown follows from what was decided: minor, ordinary,
// serious_a to serious_d. Empty where the field of law leaves it open whether `ordinary` or `serious_a`.
std::string_view publicity_class(const base::Value& decision, casefile::PartyKind party, const Sums& sums);

// What the class may be called: restrictions of somebody on the serious list stand under either.
bool fits_publicity_class(std::string_view named, const base::Value& decision, casefile::PartyKind party,
                          const Sums& sums);

}  // namespace procedure
