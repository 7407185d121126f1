#pragma once
#include "base/date.hpp"
#include "base/result.hpp"
#include "casefile/act.hpp"

namespace cases {

// Whether what was typed of a party can be true: numbers that can be dialled and posted to, a place that
// exists, a birth date that agrees with the certificate. Errors name the field (`party.details.phone`).
base::Result<void> check_meaning(const casefile::Party&);

// Nobody was born after the day on which the case is opened.
base::Result<void> check_born(const casefile::Party&, base::Date today);

}  // namespace cases
