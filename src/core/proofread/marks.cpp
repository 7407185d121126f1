#include <algorithm>
#include <array>

#include "proofread/figures.hpp"
#include "proofread/page.hpp"

namespace proofread {

namespace {

// What may stand between the name of a sum and the sum.
bool is_filler(char32_t letter) {
    constexpr LettersView fillers = U"：:为计共约合人民币数额金达总 |（(¥￥的是";
    return fillers.find(letter) != nowhere;
}

Letters label_before(LettersView line, std::size_t begin) {
    while (begin > 0 && is_filler(line[begin - 1])) --begin;
    const LettersView before = line.substr(0, begin);
    constexpr std::array<LettersView, 8> labels{U"加处罚款", U"罚没款",   U"罚没", U"罚款",
                                                U"违法所得", U"销售收入", U"货值", U"经营额"};
    for (const LettersView label : labels)
        if (before.ends_with(label)) return Letters(label);
    return {};
}

bool follows(LettersView line, std::size_t at, LettersView word) {
    return line.substr(std::min(at, line.size())).starts_with(word);
}

std::optional<base::Date> civil_date(std::int64_t year, std::int64_t month, std::int64_t day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return {};
    const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(year)),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return {};
    return base::Date(date);
}

int year_digit(char32_t letter) {
    constexpr LettersView digits = U"〇一二三四五六七八九";
    if (letter == U'零' || letter == U'○' || letter == U'Ｏ') return 0;
    const auto at = digits.find(letter);
    return at == nowhere ? -1 : static_cast<int>(at);
}

// 二〇二四年七月四日: the four letters before 年.
std::optional<std::int64_t> year_in_words(LettersView line, std::size_t year_mark) {
    if (year_mark < 4) return {};
    std::int64_t year = 0;
    for (std::size_t k = year_mark - 4; k < year_mark; ++k) {
        const int digit = year_digit(line[k]);
        if (digit < 0) return {};
        year = year * 10 + digit;
    }
    return year;
}

// The day whose 年 stands at a position.
std::optional<DayMark> day_around(LettersView line, std::size_t mark, std::size_t number) {
    std::int64_t year = 0;
    std::size_t begin = mark;
    while (begin > 0 && is_digit(line[begin - 1])) --begin;
    if (mark - begin == 4) {
        year = figure_at(line, begin)->whole();
    } else if (const auto words = year_in_words(line, mark)) {
        year = *words;
        begin = mark - 4;
    } else {
        return {};
    }
    std::size_t at = mark + 1;
    while (at < line.size() && line[at] == U' ') ++at;
    const auto month = count_at(line, at);
    if (!month || !follows(line, month->end, U"月")) return {};
    at = month->end + 1;
    while (at < line.size() && line[at] == U' ') ++at;
    const auto day = count_at(line, at);
    if (!day || !follows(line, day->end, U"日")) return {};
    DayMark found;
    found.line = number;
    found.begin = begin;
    found.end = day->end + 1;
    found.date = civil_date(year, month->whole(), day->whole());
    return found;
}

// 2024-07-04 or 2024/7/4 with nothing written against it.
std::optional<DayMark> day_in_digits(LettersView line, std::size_t at, std::size_t number) {
    const auto year = figure_at(line, at);
    if (!year || year->digits != 4 || year->decimals > 0 || year->whole() < 1900 || year->whole() > 2100)
        return {};
    const char32_t mark = year->end < line.size() ? line[year->end] : U' ';
    if (mark != U'-' && mark != U'/') return {};
    const auto month = figure_at(line, year->end + 1);
    if (!month || month->digits > 2 || month->decimals > 0 || month->end >= line.size() ||
        line[month->end] != mark)
        return {};
    const auto day = figure_at(line, month->end + 1);
    if (!day || day->digits > 2 || day->decimals > 0) return {};
    if (day->end < line.size() && (line[day->end] == mark || is_latin(line[day->end]))) return {};
    DayMark found;
    found.line = number;
    found.begin = at;
    found.end = day->end;
    found.date = civil_date(year->whole(), month->whole(), day->whole());
    return found;
}

struct Brackets {
    char32_t open, close;
};
constexpr std::array<Brackets, 6> brackets{
    {{U'〔', U'〕'}, {U'[', U']'}, {U'(', U')'}, {U'（', U'）'}, {U'【', U'】'}, {U'［', U'］'}}
};

bool is_of_number(char32_t letter) {
    return is_han(letter) || is_latin(letter) || is_digit(letter);
}

}  // namespace

std::vector<Amount> amounts_in(LettersView line, std::size_t number) {
    std::vector<Amount> amounts;
    for (std::size_t at = 0; at < line.size();) {
        if (!is_digit(line[at])) {
            ++at;
            continue;
        }
        const auto figure = figure_at(line, at);
        std::size_t end = at;
        while (end < line.size() && (is_digit(line[end]) || line[end] == U'.' || line[end] == U',')) ++end;
        if (!figure) {
            at = end;
            continue;
        }
        const bool wan = follows(line, figure->end, U"万元"), yuan = follows(line, figure->end, U"元");
        const bool is_signed = at > 0 && (line[at - 1] == U'¥' || line[at - 1] == U'￥') &&
                               !follows(line, figure->end, U"万") && !follows(line, figure->end, U"亿");
        if ((wan || yuan || is_signed) && figure->decimals <= (wan ? 4 : 2)) {
            Amount amount;
            amount.line = number;
            amount.begin = at;
            amount.end = figure->end + (wan ? 2 : yuan ? 1 : 0);
            amount.in_wan = wan;
            amount.sum = base::Money::fen(wan ? figure->parts * 100 : figure->parts / 100);
            for (const LettersView bound : {U"以上", U"以下", U"至", U"-", U"—", U"～", U"×", U"*"})
                amount.is_bound = amount.is_bound || follows(line, amount.end, bound);
            amount.label = label_before(line, at);
            amounts.push_back(std::move(amount));
        }
        at = std::max(figure->end, at + 1);
    }
    return amounts;
}

std::vector<DayMark> days_in(LettersView line, std::size_t number) {
    std::vector<DayMark> days;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == U'年') {
            if (auto day = day_around(line, at, number)) days.push_back(*day);
        } else if (is_digit(line[at]) && (at == 0 || (!is_digit(line[at - 1]) && !is_latin(line[at - 1]) &&
                                                      line[at - 1] != U'-' && line[at - 1] != U'/'))) {
            if (auto day = day_in_digits(line, at, number)) days.push_back(*day);
        }
    }
    return days;
}

std::vector<NumberMark> numbers_in(LettersView line, std::size_t number) {
    std::vector<NumberMark> numbers;
    for (std::size_t at = 0; at < line.size(); ++at) {
        const auto* pair = std::ranges::find(brackets, line[at], &Brackets::open);
        if (pair == brackets.end()) continue;
        const auto year = figure_at(line, at + 1);
        if (!year || year->digits != 4 || year->end >= line.size() || line[year->end] != pair->close)
            continue;
        std::size_t end = year->end + 1;
        if (follows(line, end, U"第")) ++end;
        const auto serial = figure_at(line, end);
        if (!serial || serial->decimals > 0 || !follows(line, serial->end, U"号")) continue;
        std::size_t begin = at;
        while (begin > 0 && is_of_number(line[begin - 1])) --begin;
        NumberMark mark;
        mark.line = number;
        mark.begin = begin;
        mark.end = serial->end + 1;
        mark.text = Letters(line.substr(begin, mark.end - begin));
        mark.good_brackets = pair == brackets.begin();
        if (begin < at && has(mark.text, U"市监")) numbers.push_back(std::move(mark));
    }
    return numbers;
}

}  // namespace proofread
