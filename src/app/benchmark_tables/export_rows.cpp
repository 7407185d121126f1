#include "benchmark_tables/export_rows.hpp"

namespace benchmark_tables {

ports::Spreadsheets::Rows export_rows(const ports::BenchmarkVersion& version) {
    ports::Spreadsheets::Rows rows;
    rows.emplace_back(benchmark::headings.begin(), benchmark::headings.end());
    for (const benchmark::Line& line : version.lines) rows.emplace_back(line.cells.begin(), line.cells.end());
    return rows;
}

}  // namespace benchmark_tables
