#pragma once
#include "office/office.hpp"

namespace benchmark_tables {

// The six columns of a version under their headings, every line written out: read again, it is the same.
ports::Spreadsheets::Rows export_rows(const ports::BenchmarkVersion& version);

}  // namespace benchmark_tables
