#pragma once
#include <optional>
#include <string>
#include <vector>

#include "office/office.hpp"

namespace benchmark_tables {

// What a person says one subject is: an item, "" for none of the catalogue, nothing for not yet known.
struct Mapping {
    std::size_t subject = 0;
    std::optional<std::string> item = {};
};

// Errors: `not_permitted`, `version_conflict`, `version_settled`, `unknown_violation`, `unknown_subject`.
base::Result<void> map_items(const office::Office& office, const identity::Viewer& viewer,
                             ports::BenchmarkVersion version, std::int64_t lock,
                             const std::vector<Mapping>& mappings);

}  // namespace benchmark_tables
