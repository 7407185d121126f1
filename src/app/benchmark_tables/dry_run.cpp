#include "benchmark_tables/dry_run.hpp"

namespace benchmark_tables {

base::Result<benchmark::TableReport> dry_run(const office::Office& office,
                                             const ports::BenchmarkVersion& version) {
    const auto table = TRY(office::engine_table(version, office.discretion.facts()));
    const auto in_force = office.benchmarks.current();
    // An approved version is measured by what held before it.
    discretion::Benchmarks others;
    for (const discretion::BenchmarkTable& other : in_force->tables())
        if (other.id != version.id) others.add(other);
    return benchmark::check_table(table, office.discretion, others);
}

base::Result<discretion::Benchmarks> draft_overlay(const office::Office& office,
                                                   const identity::Viewer& viewer,
                                                   std::string_view version_id) {
    const auto version = TRY(office.ports.benchmarks.load(viewer, version_id));
    auto table = TRY(office::engine_table(version, office.discretion.facts()));
    return office.benchmarks.current()->with(std::move(table));
}

}  // namespace benchmark_tables
