#pragma once
#include "benchmark/mapping.hpp"
#include "discretion/benchmark_table.hpp"

namespace benchmark {

// A version of a table as it is kept: its lines and what a person said each violation is.
struct Draft {
    std::vector<Line> lines = {};
    std::vector<Subject> subjects = {};

    bool is_mapped() const;  // every subject has its item, or was said to have none
    const Subject* subject_of(std::size_t line) const;
};

// The table the engine decides with. Lines of a subject without an item are left out of it.
// Errors: `table_unread` with the first line that can no longer be read.
base::Result<discretion::BenchmarkTable> to_table(const Draft& draft, discretion::BenchmarkTable head,
                                                  const discretion::FactTable& facts);

}  // namespace benchmark
