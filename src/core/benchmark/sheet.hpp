#pragma once
#include <string>
#include <vector>

namespace benchmark {

// A cell as the file holds it. A formula is not computed: what it shows is not what the agency wrote.
struct Cell {
    enum class Kind { text, number, formula, fault };
    std::string text = {};
    Kind kind = Kind::text;
};

// Cells merged into one, counted from 0; the text stands in the first.
struct Merge {
    int first_row = 0, last_row = 0, first_column = 0, last_column = 0;
};

// A spreadsheet of whatever kind, its rows and columns counted from 0.
struct Sheet {
    std::vector<std::vector<Cell>> rows = {};
    std::vector<Merge> merges = {};
};

// What keeps a table from being imported, at its place: the row as the file numbers it, the column by its
// heading or, above the headings, by its letter.
struct Problem {
    int row = 0;
    std::string column = {}, code = {}, message = {}, cure = {};
    friend bool operator==(const Problem&, const Problem&) = default;
};

}  // namespace benchmark
