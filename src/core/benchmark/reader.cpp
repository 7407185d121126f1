#include "benchmark/reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "benchmark/cures.hpp"
#include "benchmark/normal.hpp"

namespace benchmark {

namespace {

using discretion::FactTable;

constexpr std::size_t heading_rows_max = 10;

std::string letter(int column) {
    std::string name;
    for (++column; column > 0; column = (column - 1) / 26)
        name.insert(name.begin(), static_cast<char>('A' + (column - 1) % 26));
    return name;
}

Problem problem(int row, std::string_view column, std::string_view code, std::string_view message) {
    return {row, std::string(column), std::string(code), std::string(message), std::string(cure_of(code))};
}

std::string trimmed(std::string_view text) {
    while (!text.empty() && base::is_blank(next_character(text)))
        text.remove_prefix(next_character(text).size());
    while (!text.empty()) {
        std::size_t at = text.size() - 1;
        while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) --at;
        if (!base::is_blank(text.substr(at))) break;
        text = text.substr(0, at);
    }
    return std::string(text);
}

// Reads a Sheet into lines; problems of form go to the reading.
class FormReader {
  public:
    FormReader(const Sheet& sheet, Reading& reading) : sheet_(sheet), reading_(reading) {}
    void read() {
        if (!find_headings()) return;
        check_merges();
        for (std::size_t row = heading_row_ + 1; row < sheet_.rows.size(); ++row) {
            if (reading_.lines.size() == lines_max) {
                reading_.problems.push_back(
                    problem(number(row), "", "too_many_rows", fmt::format("超过{}行", lines_max)));
                return;
            }
            read_row(row);
        }
        if (reading_.lines.empty())
            reading_.problems.push_back(problem(number(heading_row_), "", "no_rows", "标题行之下没有内容"));
    }

  private:
    static int number(std::size_t row) { return static_cast<int>(row) + 1; }
    bool find_headings();
    bool is_heading_row(std::size_t row);
    void check_merges();
    void read_row(std::size_t row);
    std::string cell(std::size_t row, std::size_t column);
    bool continues(std::size_t row, Column column) const;

    const Sheet& sheet_;
    Reading& reading_;
    std::size_t heading_row_ = 0;
    std::array<int, column_count> places_ = {};
};

bool FormReader::is_heading_row(std::size_t row) {
    places_.fill(-1);
    std::size_t found = 0;
    const auto& cells = sheet_.rows[row];
    for (std::size_t i = 0; i < cells.size(); ++i)
        for (std::size_t column = 0; column < column_count; ++column)
            if (places_[column] < 0 && normal(cells[i].text) == headings[column]) {
                places_[column] = static_cast<int>(i);
                ++found;
            }
    return found == column_count;
}

bool FormReader::find_headings() {
    std::string missing;
    for (std::size_t row = 0; row < std::min(sheet_.rows.size(), heading_rows_max); ++row) {
        if (is_heading_row(row)) {
            heading_row_ = row;
            for (std::size_t i = 0; i < sheet_.rows[row].size(); ++i) {
                const std::string name = normal(sheet_.rows[row][i].text);
                const bool is_known = name.empty() || name == "序号" ||
                                      std::ranges::find(places_, static_cast<int>(i)) != places_.end();
                if (!is_known)
                    reading_.problems.push_back(problem(number(row), letter(static_cast<int>(i)),
                                                        "unknown_column",
                                                        fmt::format("不认识的列“{}”", name.substr(0, 60))));
            }
            return true;
        }
        if (std::ranges::count(places_, -1) < static_cast<int>(column_count) && missing.empty())
            for (std::size_t column = 0; column < column_count; ++column)
                if (places_[column] < 0)
                    missing += (missing.empty() ? "" : "、") + std::string(headings[column]);
    }
    if (missing.empty()) missing = "违法行为、处罚依据、裁量等级、适用条件、裁量标准、备注";
    reading_.problems.push_back(
        {1, "", "headings_missing",
         fmt::format("前{}行没有找到齐全的六列标题，缺少：{}", heading_rows_max, missing),
         "标题行写明违法行为、处罚依据、裁量等级、适用条件、裁量标准、备注"});
    return false;
}

// A merge downwards of what several lines share is plain; any other leaves open which cell the words are of.
void FormReader::check_merges() {
    for (const Merge& merge : sheet_.merges) {
        if (merge.last_row <= static_cast<int>(heading_row_)) continue;
        const auto column = std::ranges::find(places_, merge.first_column);
        const bool is_ours = column != places_.end();
        const auto kind = static_cast<Column>(column - places_.begin());
        const bool is_shared =
            is_ours && (kind == Column::violation || kind == Column::basis || kind == Column::remark);
        const bool is_plain = merge.first_column == merge.last_column && is_shared &&
                              merge.first_row > static_cast<int>(heading_row_);
        if (!is_plain && (is_ours || merge.first_column != merge.last_column))
            reading_.problems.push_back(problem(
                merge.first_row + 1,
                is_ours ? headings[static_cast<std::size_t>(kind)] : letter(merge.first_column),
                "merged_cells",
                fmt::format("{}{}:{}{}合并了单元格，不能确定内容属于哪一格", letter(merge.first_column),
                            merge.first_row + 1, letter(merge.last_column), merge.last_row + 1)));
    }
}

std::string FormReader::cell(std::size_t row, std::size_t column) {
    const auto place = static_cast<std::size_t>(places_[column]);
    if (place >= sheet_.rows[row].size()) return {};
    const Cell& cell = sheet_.rows[row][place];
    const auto report = [&](std::string_view code, std::string_view message) {
        reading_.problems.push_back(problem(number(row), headings[column], code, message));
    };
    if (cell.kind == Cell::Kind::formula) report("formula", "单元格是公式");
    if (cell.kind == Cell::Kind::fault) report("cell_fault", fmt::format("单元格是错误值“{}”", cell.text));
    if (base::character_count(cell.text) > cell_characters_max) report("cell_too_long", "内容超过4000字");
    return trimmed(cell.text);
}

bool FormReader::continues(std::size_t row, Column column) const {
    const int place = places_[static_cast<std::size_t>(column)];
    const int at = static_cast<int>(row);
    return std::ranges::any_of(sheet_.merges, [&](const Merge& merge) {
        return merge.first_column == place && merge.last_column == place && merge.first_row < at &&
               at <= merge.last_row;
    });
}

void FormReader::read_row(std::size_t row) {
    Line line{.row = number(row)};
    for (std::size_t column = 0; column < column_count; ++column) line.cells[column] = cell(row, column);
    if (std::ranges::all_of(line.cells, [](const std::string& text) { return text.empty(); })) return;
    const Line* above = reading_.lines.empty() ? nullptr : &reading_.lines.back();
    const auto take_from_above = [&](Column column) {
        line.cells[static_cast<std::size_t>(column)] = (*above)[column];
    };
    if (above && line[Column::violation].empty()) {
        take_from_above(Column::violation);
        if (line[Column::basis].empty()) take_from_above(Column::basis);
    }
    if (above && continues(row, Column::remark)) take_from_above(Column::remark);
    reading_.lines.push_back(std::move(line));
}

// Reads what the cells of one line mean; nothing is kept of a line with a problem.
class LineReader {
  public:
    LineReader(const Line& line, std::size_t place, const FactTable& facts, Reading& reading)
        : line_(line), place_(place), facts_(facts), reading_(reading) {}
    void read();

  private:
    bool fails(Column column, const base::Error& error) {
        reading_.problems.push_back(
            problem(line_.row, headings[static_cast<std::size_t>(column)], error.code, error.message));
        return true;
    }
    bool has_bad_digits();
    void combine(const std::vector<TierName>& tiers, const discretion::Condition& when);

    const Line& line_;
    std::size_t place_;
    const FactTable& facts_;
    Reading& reading_;
};

bool LineReader::has_bad_digits() {
    bool bad = false;
    for (const Column column : {Column::basis, Column::circumstances, Column::standard}) {
        const auto digits = refuse_digits(line_[column]);
        if (!digits) bad = fails(column, digits.error());
    }
    return bad;
}

void LineReader::read() {
    bool bad = has_bad_digits();
    if (line_[Column::violation].empty())
        bad = fails(Column::violation, {"violation_missing", "没有写违法行为"});
    const auto tiers = read_tiers(normal(line_[Column::tier]));
    if (!tiers) bad = fails(Column::tier, tiers.error());
    if (bad) return;
    const auto when = read_circumstances(normal(line_[Column::circumstances]), facts_);
    if (!when) fails(Column::circumstances, when.error());
    if (when) combine(*tiers, *when);
}

std::vector<std::string> parts_of(const std::string& text, std::size_t count) {
    if (count == 1) return {text};
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == '/')
            parts.emplace_back();
        else
            parts.back() += c;
    }
    return parts;
}

void LineReader::combine(const std::vector<TierName>& tiers, const discretion::Condition& when) {
    const auto parts = parts_of(normal(line_[Column::standard]), tiers.size());
    if (parts.size() != tiers.size()) {
        fails(Column::standard,
              {"unequal_parts", fmt::format("裁量等级有{}个，裁量标准有{}份", tiers.size(), parts.size())});
        return;
    }
    for (std::size_t i = 0; i < tiers.size(); ++i) {
        const auto clauses = read_standard(parts[i], facts_);
        if (!clauses) {
            fails(Column::standard, clauses.error());
            return;
        }
        for (const Clause& clause : *clauses) {
            Meaning meaning{.line = place_, .tier = tiers[i], .when = when, .amount = clause.amount};
            meaning.when.all.insert(meaning.when.all.end(), clause.when.all.begin(), clause.when.all.end());
            reading_.meanings.push_back(std::move(meaning));
        }
    }
}

void read_meanings(Reading& reading, const FactTable& facts) {
    for (std::size_t i = 0; i < reading.lines.size(); ++i)
        LineReader(reading.lines[i], i, facts, reading).read();
    std::ranges::stable_sort(reading.problems, {}, &Problem::row);
}

}  // namespace

Reading read_table(const Sheet& sheet, const FactTable& facts) {
    Reading reading;
    FormReader(sheet, reading).read();
    read_meanings(reading, facts);
    return reading;
}

Reading read_lines(std::vector<Line> lines, const FactTable& facts) {
    Reading reading;
    reading.lines = std::move(lines);
    read_meanings(reading, facts);
    return reading;
}

}  // namespace benchmark
