#pragma once
#include <string>
#include <vector>

#include "discretion/benchmark_table.hpp"
#include "discretion/catalogue.hpp"

namespace benchmark {

// What is wrong with a table although every cell can be read: outside_the_law, no_such_range, gap, overlap,
// not_monotone, no_text, unknown_item.
struct TableFault {
    std::vector<int> lines = {};  // as the file numbers them
    std::string item = {}, kind = {}, detail = {};
};

// What a row changes: the band of its tier today and under the table, on one range of the law.
struct Difference {
    int line = 0;
    std::string item = {};
    discretion::Tier tier = discretion::Tier::normal;
    bool is_serious = false;
    std::string law = {}, range = {}, before = {}, after = {};
    bool changes() const { return before != after; }
};

struct TableReport {
    std::vector<TableFault> faults = {};
    std::vector<Difference> differences = {};
    std::size_t points = 0;  // combinations of facts tried
};

// Tries the table on every end of every interval that the law or the table names, and its neighbours:
// conditions change nowhere else. `benchmarks` is what is in force without it.
TableReport check_table(const discretion::BenchmarkTable& table, const discretion::Catalogue& catalogue,
                        const discretion::Benchmarks& benchmarks);

}  // namespace benchmark
