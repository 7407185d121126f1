#pragma once
#include "base/result.hpp"
#include "base/value.hpp"
#include "discretion/jurisdiction.hpp"

namespace discretion {

// The parts of a jurisdiction row that a table of benchmarks brings. `circumstances` and `facts` are the
// codes a row may name.
struct Codes {
    const CircumstanceTable& circumstances;
    const FactTable& facts;
    base::Result<std::vector<CircumstanceId>> read(const base::Value& row, std::string_view key) const;
};

base::Result<Confidence> read_mark(const base::Value& row, std::string_view key);
base::Result<Floor> read_floor(const base::Value& row);
base::Result<Benchmark> read_benchmark(const base::Value& row, const Codes& codes);
base::Result<Criterion> read_criterion(const base::Value& row, const Codes& codes);
base::Result<Dimension> read_dimension(const base::Value& row, const Codes& codes);
base::Result<PointsRule> read_points(const base::Value& row, const Codes& codes);

}  // namespace discretion
