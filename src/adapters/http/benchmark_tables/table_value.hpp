#pragma once
#include "benchmark/table_check.hpp"
#include "benchmark_tables/import_table.hpp"
#include "benchmark_tables/sign_table.hpp"
#include "http/desk/gate.hpp"

namespace desk {

// Values of the contract for benchmark tables (api/openapi.yaml, BenchmarkTable and its parts).
base::Value table_head_value(const ports::BenchmarkVersion&, std::string_view state);
base::Value lines_value(const std::vector<benchmark::Line>&);
base::Value problems_value(const std::vector<benchmark::Problem>&);
base::Value subjects_value(const std::vector<benchmark::Subject>&, const std::vector<benchmark::Line>&,
                           const discretion::Catalogue&);
base::Value signature_value(const ports::BenchmarkSignature&);
base::Value report_value(const benchmark::TableReport&, const discretion::Catalogue&);

// draft waiting withdrawn, and of an approved version: pending before its day, in_force, superseded.
std::string state_of(const ports::BenchmarkVersion&, const std::vector<ports::BenchmarkVersion>& all,
                     base::Date today);

}  // namespace desk
