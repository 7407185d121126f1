#pragma once
#include <string_view>

#include "base/date.hpp"
#include "base/value.hpp"
#include "cases/load_case.hpp"

namespace acts {

// What the case already says need not be typed again: the penalty goes from report to notice to decision,
// goods from seizure to lifting and disposal, points of an answer to the re-check and the decision,
// references to the last act they may point at.
struct Prefilled {
    base::Value values, paper;
};
Prefilled prefill(const cases::LoadedCase&, const procedure::ActType&, base::Date today);

}  // namespace acts
