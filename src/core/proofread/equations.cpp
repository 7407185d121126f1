#include <fmt/format.h>

#include <algorithm>

#include "proofread/checker.hpp"
#include "proofread/figures.hpp"

namespace proofread {

namespace {

// What running words work out with signs, and what they compare in measures.

std::int64_t apart(std::int64_t a, std::int64_t b) {
    return std::max(a, b) - std::min(a, b);
}

std::string number_text(std::int64_t parts) {
    std::string text = std::to_string(parts / one);
    if (parts % one != 0) {
        std::string rest = std::to_string(one + parts % one).substr(1);
        while (rest.ends_with('0')) rest.pop_back();
        text += "." + rest;
    }
    return text;
}

// A number of an equation with the words behind it.
struct Term {
    std::int64_t parts = 0;
    std::size_t end = 0;
    bool is_plain = true;  // nothing in it that makes it another number
};
std::optional<Term> term_at(LettersView words, std::size_t at) {
    while (at < words.size() && words[at] == U' ') ++at;
    const auto figure = figure_at(words, at);
    if (!figure) return {};
    Term term{.parts = figure->parts, .end = figure->end};
    if (term.end < words.size() && (words[term.end] == U'%' || words[term.end] == U'％')) {
        term.is_plain = term.parts % 100 == 0;
        term.parts /= 100;
        ++term.end;
    }
    constexpr std::size_t unit_max = 5;
    constexpr LettersView ends = U"，、共计得为约即的";
    for (std::size_t k = 0; k < unit_max && term.end < words.size(); ++k) {
        const char32_t letter = words[term.end];
        if (letter != U' ' && letter != U'/' && !is_latin(letter) && !is_han(letter)) break;
        if (ends.find(letter) != nowhere) break;
        if (letter == U'万' || letter == U'亿' || letter == U'千' || letter == U'百') term.is_plain = false;
        ++term.end;
    }
    return term;
}

char32_t operator_at(LettersView words, std::size_t at) {
    const char32_t letter = at < words.size() ? words[at] : U' ';
    if (letter == U'×' || letter == U'*') return U'×';
    if (letter == U'+' || letter == U'＋') return U'+';
    if (letter == U'-' || letter == U'－' || letter == U'−') return U'-';
    return letter == U'=' || letter == U'＝' ? U'=' : U' ';
}

constexpr std::int64_t value_max = 999'999'999'999 * one;

// "12元/盒×30=380元", "50000×3%×10日=1500", "3000元-1800元=1500元": factors alone or terms alone.
std::size_t check_equation(Checker& checker, const Page& page, std::size_t number, std::size_t at) {
    const LettersView words = page.lines[number];
    auto term = term_at(words, at);
    if (!term) return at + 1;
    const std::size_t after_first = std::max(term->end, at + 1);
    std::int64_t value = term->parts;
    bool is_plain = term->is_plain, is_product = false, is_sum = false;
    char32_t sign = operator_at(words, term->end);
    while (sign != U' ' && sign != U'=') {
        is_product = is_product || sign == U'×';
        is_sum = is_sum || sign != U'×';
        const auto next = term_at(words, term->end + 1);
        if (!next) return after_first;
        const auto exact = sign == U'×'   ? product(value, next->parts)
                           : sign == U'+' ? std::optional(value + next->parts)
                                          : std::optional(value - next->parts);
        if (!exact || *exact > value_max || *exact < -value_max) return next->end;
        value = *exact;
        is_plain = is_plain && next->is_plain;
        term = next;
        sign = operator_at(words, term->end);
    }
    if (sign != U'=' || is_product == is_sum) return after_first;
    std::size_t from = term->end + 1;
    while (from < words.size() && words[from] == U' ') ++from;
    const auto result = figure_at(words, from);
    const auto told = term_at(words, from);
    if (!result || !told || !told->is_plain || !is_plain || value < 0) return after_first;
    const char32_t behind = operator_at(words, told->end);
    std::int64_t last_place = one;
    for (int k = 0; k < result->decimals; ++k) last_place /= 10;
    if (behind != U' ' || told->parts != result->parts || apart(value, result->parts) < last_place ||
        (value == result->parts))
        return told->end;
    checker.add(page, {number, result->begin, result->end},
                {.rule = is_product ? "sum.product" : "sum.total",
                 .found = number_text(result->parts),
                 .expected = number_text(value),
                 .message = fmt::format("{}应为{}，文中写作{}", text_of(words.substr(at, term->end - at)),
                                        number_text(value), number_text(result->parts))});
    return told->end;
}

bool names_a_limit(LettersView words) {
    for (const LettersView word : {U"限值", U"限量", U"标准值", U"标准指标", U"≤", U"≥"})
        if (has(words, word)) return true;
    return false;
}

// "铅含量0.8mg/kg，超过0.5μg/kg的限值": value and limit of one thing in two measures.
void check_measures(Checker& checker, const Page& page, std::size_t number, std::size_t begin) {
    const LettersView words = sentence_at(page.lines[number], begin);
    if (!names_a_limit(words)) return;
    struct Measure {
        std::size_t begin, end;
        LettersView unit;
    };
    std::vector<Measure> measures;
    for (std::size_t at = 0; at < words.size();) {
        const auto figure = is_digit(words[at]) ? figure_at(words, at) : std::nullopt;
        if (!figure) {
            ++at;
            continue;
        }
        for (const LettersView unit :
             {U"mg/kg", U"μg/kg", U"µg/kg", U"ug/kg", U"g/kg", U"mg/L", U"μg/L", U"g/L"})
            if (words.substr(figure->end).starts_with(unit)) {
                measures.push_back({at, figure->end + unit.size(), unit});
                break;
            }
        at = figure->end;
    }
    if (measures.size() != 2) return;
    const LettersView first = measures[0].unit, second = measures[1].unit;
    const bool same_base = first.substr(first.find(U'/')) == second.substr(second.find(U'/'));
    const auto is_micro = [](LettersView unit) {
        return unit.front() == U'μ' || unit.front() == U'µ' || unit.front() == U'u';
    };
    if (!same_base || first == second || (is_micro(first) && is_micro(second))) return;
    const Spot spot{number, begin + measures[1].begin, begin + measures[1].end};
    checker.add(
        page, spot,
        {.rule = "unit.measure",
         .severity = Severity::warning,
         .found = text_of(second),
         .expected = text_of(first),
         .message = fmt::format("同一项目的数值和限值单位不一致：{}、{}", text_of(first), text_of(second))});
}

// Where a number begins that is not itself part of what is worked out before it.
bool begins_equation(LettersView line, std::size_t at) {
    if (!is_digit(line[at])) return false;
    if (at == 0) return true;
    const char32_t before = line[at - 1];
    return !is_digit(before) && !is_latin(before) && before != U'.' && before != U'(' && before != U'（' &&
           operator_at(line, at - 1) == U' ';
}

}  // namespace

void check_equations(Checker& checker) {
    for (const Page& page : checker.pages)
        for (std::size_t i = 0; i < page.lines.size(); ++i) {
            if (page.is_row(i)) continue;
            const LettersView line = page.lines[i];
            if (line.find_first_of(U"=＝") != nowhere)
                for (std::size_t at = 0; at < line.size();)
                    at = begins_equation(line, at) ? check_equation(checker, page, i, at) : at + 1;
            for (std::size_t at = 0; at < line.size(); at += sentence_at(line, at).size() + 1)
                check_measures(checker, page, i, at);
        }
}

}  // namespace proofread
