#pragma once
#include <array>
#include <string>
#include <vector>

#include "benchmark/clauses.hpp"
#include "benchmark/sheet.hpp"
#include "benchmark/tier_name.hpp"

namespace benchmark {

enum class Column { violation, basis, tier, circumstances, standard, remark };
inline constexpr std::size_t column_count = 6;
inline constexpr std::array<std::string_view, column_count> headings{"违法行为", "处罚依据", "裁量等级",
                                                                     "适用条件", "裁量标准", "备注"};

// A line as the file has it, the violation and its basis written out where the file leaves them to the line
// above.
struct Line {
    int row = 0;
    std::array<std::string, column_count> cells = {};
    const std::string& operator[](Column column) const { return cells[static_cast<std::size_t>(column)]; }
    friend bool operator==(const Line&, const Line&) = default;
};

// What a line says: one Meaning for each tier and alternative.
struct Meaning {
    std::size_t line = 0;  // place among the lines
    TierName tier = {};
    discretion::Condition when = {};
    discretion::TableAmount amount = {};
};

struct Reading {
    std::vector<Line> lines = {};
    std::vector<Meaning> meanings = {};
    std::vector<Problem> problems = {};
};

inline constexpr std::size_t lines_max = 5000;
inline constexpr std::size_t cell_characters_max = 4000;

// The six columns of a sheet, wherever their headings stand among the first rows.
Reading read_table(const Sheet& sheet, const discretion::FactTable& facts);

// The same for lines that are already parted: what a stored version is read with.
Reading read_lines(std::vector<Line> lines, const discretion::FactTable& facts);

}  // namespace benchmark
