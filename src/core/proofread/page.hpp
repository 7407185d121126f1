#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/money.hpp"
#include "proofread/letters.hpp"
#include "proofread/proofread.hpp"

namespace proofread {

// A stretch of one line.
struct Spot {
    std::size_t line = 0, begin = 0, end = 0;
};

// A sum of money in digits: 86000元, 8.6万元. `label` is what it is the sum of: 罚款, 违法所得, 货值; may be
// empty.
struct Amount : Spot {
    base::Money sum;
    bool in_wan = false;
    bool is_bound = false;  // an end of a range (以上, 以下) or a factor (×)
    Letters label;
};

// A day as written; `date` is empty when there is no such day.
struct DayMark : Spot {
    std::optional<base::Date> date;
};

// 某市监罚告〔2026〕1号
struct NumberMark : Spot {
    Letters text;
    bool good_brackets = true;
};

// A cell of a table row, or one of the parts of a cell ("a / b"), or the line itself.
struct Cell : Spot {
    Letters text;
};

// "住址：某路1号" in a line or "| 住址 | 某路1号 |" in a table.
struct Labelled : Spot {  // the value
    Letters label, value;
    bool starts_line = false;
};

// A document as it was read.
struct Page {
    const Source* source = nullptr;
    std::size_t index = 0;
    std::vector<Letters> lines;
    Letters title;
    std::size_t title_line = 0;
    Letters number;
    std::optional<base::Date> day;
    std::vector<Amount> amounts;
    std::vector<DayMark> days;
    std::vector<NumberMark> numbers;
    std::vector<Labelled> labelled;
    std::vector<std::vector<Cell>> rows;  // of tables; empty for other lines

    bool is(LettersView form) const { return title == form; }
    bool is_row(std::size_t line) const { return !rows[line].empty(); }
    LettersView view(const Spot& spot) const {
        return LettersView(lines[spot.line]).substr(spot.begin, spot.end - spot.begin);
    }
};

Page read_page(const Source& source, std::size_t index, const Knowledge& knowledge);

// Parts of reading, for a line alone.
std::vector<Amount> amounts_in(LettersView line, std::size_t number);
std::vector<DayMark> days_in(LettersView line, std::size_t number);
std::vector<NumberMark> numbers_in(LettersView line, std::size_t number);

}  // namespace proofread
