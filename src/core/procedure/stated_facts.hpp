#pragma once
#include <functional>
#include <string_view>

#include "base/date.hpp"
#include "base/result.hpp"
#include "base/value.hpp"
#include "casefile/act.hpp"
#include "procedure/table.hpp"

namespace procedure {

// Whether the catalogue of violations has that one.
using KnownViolation = std::function<bool(std::string_view id)>;

// What nobody may take down, at the desk or in a replay: a thing that has happened does not lie after today,
// what begins does not end before, there is more than nothing of a thing, a violation is one of the
// catalogue. Expects data of the types its fields have. Errors: `date_in_future`, `ends_before_start`,
// `quantity_not_positive`, `unknown_violation`, with the field below the act.
base::Result<void> check_stated_facts(const ActType&, const base::Value& data, base::Date today,
                                      const KnownViolation&);

// The numbers a party is told by hold their check digits, where they have any. Error: `bad_code`, with the
// field below `path`.
base::Result<void> check_numbers(const casefile::Party&, std::string_view path);

}  // namespace procedure
