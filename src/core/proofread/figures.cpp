#include "proofread/figures.hpp"

#include <algorithm>
#include <utility>

namespace proofread {

namespace {

constexpr std::int64_t figure_max = 999'999'999'999;
__extension__ typedef __int128 Wide;

bool is_separator(LettersView line, std::size_t at) {
    if (at == 0 || at + 3 >= line.size() || (line[at] != U',' && line[at] != U'，')) return false;
    for (std::size_t k = 1; k <= 3; ++k)
        if (!is_digit(line[at + k])) return false;
    const bool more = at + 4 < line.size() && is_digit(line[at + 4]);
    return !more && line[at] == U',';
}

int chinese_digit(char32_t letter) {
    constexpr LettersView digits = U"零一二三四五六七八九";
    const auto at = digits.find(letter);
    if (at != nowhere) return static_cast<int>(at);
    return letter == U'两' || letter == U'二' ? 2 : letter == U'〇' ? 0 : -1;
}

std::int64_t chinese_unit(char32_t letter) {
    switch (letter) {
        case U'十':
            return 10;
        case U'百':
            return 100;
        case U'千':
            return 1000;
        case U'万':
            return 10'000;
        default:
            return 0;
    }
}

bool is_chinese_number(char32_t letter) {
    return chinese_digit(letter) >= 0 || chinese_unit(letter) > 0;
}

// 一百二十四, 三十, 五万; nothing when the letters do not make a number.
std::optional<std::int64_t> chinese_value(LettersView letters) {
    std::int64_t total = 0, section = 0, digit = -1;
    for (const char32_t letter : letters) {
        if (const int read = chinese_digit(letter); read >= 0) {
            if (digit > 0) return {};
            digit = read;
            continue;
        }
        const std::int64_t unit = chinese_unit(letter);
        if (unit == 10'000) {
            total = (total + section + std::max<std::int64_t>(digit, 0)) * unit;
            section = 0;
        } else {
            section += (digit < 0 ? 1 : digit) * unit;
        }
        digit = -1;
        if (total > 99'999'999 || section > 99'999'999) return {};
    }
    return total + section + std::max<std::int64_t>(digit, 0);
}

std::optional<Figure> chinese_figure(LettersView line, std::size_t begin, std::size_t end) {
    if (begin == end || end - begin > 12) return {};
    const auto value = chinese_value(line.substr(begin, end - begin));
    if (!value) return {};
    return Figure{.parts = *value * one, .begin = begin, .end = end, .decimals = 0, .digits = 0};
}

}  // namespace

std::optional<Figure> figure_at(LettersView line, std::size_t at) {
    Figure figure{.parts = 0, .begin = at, .end = at, .decimals = 0, .digits = 0};
    std::int64_t whole = 0;
    for (; figure.end < line.size(); ++figure.end) {
        if (is_separator(line, figure.end) && figure.end > at) continue;
        if (!is_digit(line[figure.end])) break;
        whole = whole * 10 + (line[figure.end] - U'0');
        ++figure.digits;
        if (whole > figure_max) return {};
    }
    if (figure.digits == 0) return {};
    figure.parts = whole * one;
    const bool has_point =
        figure.end + 1 < line.size() && line[figure.end] == U'.' && is_digit(line[figure.end + 1]);
    if (!has_point) return figure;
    std::int64_t worth = one;
    for (++figure.end; figure.end < line.size() && is_digit(line[figure.end]); ++figure.end) {
        worth /= 10;
        if (worth == 0) return {};
        figure.parts += (line[figure.end] - U'0') * worth;
        ++figure.decimals;
    }
    return figure;
}

std::optional<Figure> figure_before(LettersView line, std::size_t end) {
    std::size_t begin = end;
    while (begin > 0 && (is_digit(line[begin - 1]) || line[begin - 1] == U'.' || line[begin - 1] == U','))
        --begin;
    while (begin < end && !is_digit(line[begin])) ++begin;
    const auto figure = figure_at(line, begin);
    if (!figure || figure->end != end) return {};
    return figure;
}

std::optional<Figure> count_at(LettersView line, std::size_t at) {
    if (at >= line.size()) return {};
    if (is_digit(line[at])) return figure_at(line, at);
    std::size_t end = at;
    while (end < line.size() && is_chinese_number(line[end])) ++end;
    return chinese_figure(line, at, end);
}

std::optional<Figure> count_before(LettersView line, std::size_t end) {
    if (end == 0) return {};
    if (is_digit(line[end - 1])) return figure_before(line, end);
    std::size_t begin = end;
    while (begin > 0 && is_chinese_number(line[begin - 1])) --begin;
    return chinese_figure(line, begin, end);
}

namespace {

constexpr LettersView capital_digits = U"零壹贰叁肆伍陆柒捌玖";

std::int64_t capital_digit(char32_t letter) {
    const auto at = capital_digits.find(letter);
    if (at != nowhere) return static_cast<std::int64_t>(at);
    constexpr std::pair<char32_t, int> others[] = {
        {U'弍', 2},
        {U'陸', 6},
        {U'〇', 0}
    };
    for (const auto& [other, value] : others)
        if (letter == other) return value;
    return -1;
}

std::int64_t capital_unit(char32_t letter) {
    switch (letter) {
        case U'拾':
            return 10;
        case U'佰':
            return 100;
        case U'仟':
            return 1000;
        case U'万':
        case U'萬':
            return 10'000;
        case U'亿':
            return 100'000'000;
        default:
            return 0;
    }
}

bool is_yuan(char32_t letter) {
    return letter == U'元' || letter == U'圆';
}

}  // namespace

bool is_capital_letter(char32_t letter) {
    return capital_digit(letter) > 0 || letter == U'拾' || letter == U'佰' || letter == U'仟';
}

std::optional<CapitalSum> capital_at(LettersView line, std::size_t at) {
    std::int64_t total = 0, section = 0, digit = -1, fen = 0;
    std::size_t end = at;
    bool after_yuan = false, any = false;
    for (; end < line.size(); ++end) {
        const char32_t letter = line[end];
        if (const auto read = capital_digit(letter); read >= 0) {
            digit = read;
            any = true;
        } else if (const auto unit = capital_unit(letter); unit > 0 && !after_yuan) {
            if (unit < 10'000) {
                section += (digit < 0 ? 1 : digit) * unit;
            } else {
                total = (total + section + std::max<std::int64_t>(digit, 0)) * (unit == 10'000 ? one : unit);
                section = 0;
            }
            digit = -1;
            any = true;
            if (total > figure_max || section > figure_max) return {};
        } else if (is_yuan(letter) && !after_yuan && any) {
            total += section + std::max<std::int64_t>(digit, 0);
            section = 0;
            digit = -1;
            after_yuan = true;
        } else if (after_yuan && (letter == U'角' || letter == U'分') && digit >= 0) {
            fen += digit * (letter == U'角' ? 10 : 1);
            digit = -1;
        } else {
            break;
        }
    }
    if (!after_yuan || total > figure_max) return {};
    if (end < line.size() && (line[end] == U'整' || line[end] == U'正')) ++end;
    return CapitalSum{.sum = base::Money::fen(total * 100 + fen), .begin = at, .end = end};
}

std::optional<std::int64_t> product(std::int64_t a, std::int64_t b) {
    const Wide exact = static_cast<Wide>(a) * b;
    if (exact % one != 0) return {};
    const Wide result = exact / one;
    if (result > static_cast<Wide>(figure_max) * one || result < 0) return {};
    return static_cast<std::int64_t>(result);
}

}  // namespace proofread
