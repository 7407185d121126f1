#include "discretion/benchmark_table.hpp"

#include <algorithm>

#include "discretion/jurisdiction_reader.hpp"

namespace discretion {

std::span<const TableRow> BenchmarkTable::rows_of(std::string_view violation) const {
    const auto found = std::ranges::equal_range(
        rows, violation, {}, [](const TableRow& row) { return std::string_view(row.violation); });
    return {found.begin(), found.end()};
}

void Benchmarks::add(BenchmarkTable table) {
    std::ranges::stable_sort(table.rows, {}, &TableRow::violation);
    tables_.push_back(std::move(table));
}

Benchmarks Benchmarks::with(BenchmarkTable table) const {
    Benchmarks more = *this;
    more.add(std::move(table));
    return more;
}

// Of each table only the newest version counts, even where it no longer speaks of the violation.
const BenchmarkTable* Benchmarks::of_place(std::string_view place, std::string_view violation,
                                           base::Date day) const {
    const auto supersedes = [&](const BenchmarkTable& other, const BenchmarkTable& table) {
        const bool is_newer =
            other.from > table.from || (other.from == table.from && other.version > table.version);
        return other.table == table.table && other.jurisdiction == place && other.from <= day && is_newer;
    };
    const BenchmarkTable* found = nullptr;
    for (const BenchmarkTable& table : tables_) {
        if (table.jurisdiction != place || table.from > day || table.rows_of(violation).empty()) continue;
        const bool is_superseded = std::ranges::any_of(
            tables_, [&](const BenchmarkTable& other) { return supersedes(other, table); });
        if (!is_superseded && (!found || found->from < table.from)) found = &table;
    }
    return found;
}

const BenchmarkTable* Benchmarks::in_force(std::string_view jurisdiction, std::string_view violation,
                                           base::Date day) const {
    if (tables_.empty()) return nullptr;
    std::vector<std::string> places{std::string(jurisdiction)};
    if (is_region_code(jurisdiction)) {
        places.push_back(std::string(jurisdiction.substr(0, 4)) + "00");
        places.push_back(std::string(jurisdiction.substr(0, 2)) + "0000");
    }
    for (const std::string& place : places)
        if (const BenchmarkTable* table = of_place(place, violation, day)) return table;
    return nullptr;
}

const Benchmarks& no_benchmarks() {
    static const Benchmarks none;
    return none;
}

}  // namespace discretion
