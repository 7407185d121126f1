#pragma once
#include "base/date.hpp"
#include "base/result.hpp"
#include "base/value.hpp"
#include "discretion/catalogue.hpp"
#include "procedure/table.hpp"

namespace acts {

// What a replay may suppose and the desk may not take down: a thing that has happened does not lie after
// today, what begins does not end before, there is more than nothing of a thing, a violation is one of the
// catalogue. Expects data of the types its fields have. Errors: `date_in_future`, `ends_before_start`,
// `quantity_not_positive`, `unknown_violation`, with the field below the request.
base::Result<void> check_stated_facts(const procedure::ActType&, const base::Value& data, base::Date today,
                                      const discretion::Catalogue&);

}  // namespace acts
