#pragma once
#include <string_view>

#include "benchmark/table_check.hpp"
#include "office/office.hpp"

namespace benchmark_tables {

// What a version would change, and whether it stays inside the law, covers it and never falls.
base::Result<benchmark::TableReport> dry_run(const office::Office& office,
                                             const ports::BenchmarkVersion& version);

// The tables in force with this version beside them from its day: what would be decided were it approved.
base::Result<discretion::Benchmarks> draft_overlay(const office::Office& office,
                                                   const identity::Viewer& viewer,
                                                   std::string_view version_id);

}  // namespace benchmark_tables
