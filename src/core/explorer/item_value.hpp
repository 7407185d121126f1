#pragma once
#include "base/value.hpp"
#include "explorer/index.hpp"

namespace explorer {

// GET /api/explorer/items: the hits, each with its law in force on a day.
base::Value hits_value(const std::vector<Hit>& hits, const Index& index, base::Date today);
// GET /api/explorer/items/{id}: law, ranges, what goes with the fine, lists and offences of every version.
// `summaries` is discretion::violations_to_value of the same catalogue, written once.
base::Value item_value(const discretion::Violation& violation, const Index& index,
                       const base::Value& summaries);
// GET /api/explorer: fields, places, lists and circumstances to choose from.
base::Value choices_value(const Index& index);

}  // namespace explorer
