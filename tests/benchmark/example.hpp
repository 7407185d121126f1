#pragma once
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "benchmark/draft.hpp"
#include "benchmark/table_check.hpp"
#include "discretion/loaded.hpp"
#include "spreadsheet/csv.hpp"

namespace benchmark {

inline std::string example_bytes() {
    std::ifstream file(ZHIHENG_SOURCE_DIR "/tests/benchmark/example.csv");
    return std::string(std::istreambuf_iterator<char>(file), {});
}

inline Reading read_bytes(std::string_view bytes) {
    const auto sheet = spreadsheet::read_csv(bytes);
    if (!sheet) throw std::runtime_error(sheet.error().message);
    return read_table(*sheet, discretion::loaded().facts());
}

inline constexpr std::string_view heading_line = "违法行为,处罚依据,裁量等级,适用条件,裁量标准,备注\n";

// The rows as a table of 临江省 城东区, every subject said to be its nearest item.
inline discretion::BenchmarkTable table_of(std::string_view bytes, std::string_view from = "2026-01-01") {
    const Reading reading = read_bytes(bytes);
    if (!reading.problems.empty()) throw std::runtime_error(reading.problems.front().message);
    Draft draft{reading.lines, subjects_of(reading.lines)};
    for (Subject& subject : draft.subjects)
        subject.item = ItemFinder(discretion::loaded()).nearest(subject).at(0).item;
    return to_table(draft,
                    {.id = "t1",
                     .table = "t",
                     .title = "示例基准",
                     .source = "《示例基准》（第1版）",
                     .jurisdiction = "990101",
                     .from = base::Date::parse(from).value()},
                    discretion::loaded().facts())
        .value();
}

}  // namespace benchmark
