#pragma once
#include "base/result.hpp"
#include "base/value.hpp"
#include "discretion/circumstance.hpp"
#include "discretion/facts.hpp"
#include "discretion/jurisdiction.hpp"

namespace discretion {

base::Result<Jurisdiction> read_jurisdiction(const base::Value& row, const CircumstanceTable& circumstances,
                                             const FactTable& facts);

// The two leading digits of a six-digit code that names a province (data-standards: GB/T 2260), 99 for the
// demonstration.
bool is_region_code(std::string_view code);

}  // namespace discretion
