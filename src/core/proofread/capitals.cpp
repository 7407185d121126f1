#include <fmt/format.h>

#include <algorithm>

#include "base/numerals.hpp"
#include "proofread/checker.hpp"
#include "proofread/figures.hpp"

namespace proofread {

namespace {

constexpr std::size_t reach = 14;

bool only_joins(LettersView between) {
    return std::ranges::all_of(between, [](char32_t letter) {
        constexpr LettersView joins = U"（(）)：:大写人民币即为计，小￥¥ |整";
        return joins.find(letter) != nowhere;
    });
}

// The sum in digits that says the same as the capitals: just before them, or just behind.
const Amount* beside(const Page& page, std::size_t line, std::size_t begin, std::size_t end) {
    for (const Amount& amount : page.amounts) {
        if (amount.line != line) continue;
        const LettersView words = page.lines[line];
        if (amount.end <= begin && begin - amount.end <= reach &&
            only_joins(words.substr(amount.end, begin - amount.end)))
            return &amount;
    }
    for (const Amount& amount : page.amounts) {
        if (amount.line != line) continue;
        const LettersView words = page.lines[line];
        if (amount.begin >= end && amount.begin - end <= 6 &&
            only_joins(words.substr(end, amount.begin - end)))
            return &amount;
    }
    return nullptr;
}

void compare(Checker& checker, const Page& page, const Spot& spot, base::Money capitals,
             const Amount& digits) {
    if (capitals == digits.sum) return;
    const bool unit = capitals.in_fen() == digits.sum.in_fen() * 10'000 ||
                      capitals.in_fen() * 10'000 == digits.sum.in_fen();
    checker.add(
        page, spot,
        {.rule = unit ? "unit.yuan" : "capital.differs",
         .found = text_of(page.view(spot)),
         .expected = base::rmb_capital(digits.sum),
         .message = unit ? fmt::format("大写与小写相差一万倍：“元”与“万元”不一致（小写{}）",
                                       text_of(page.view(digits)))
                         : fmt::format("大写为{}，小写为{}", chinese(capitals), text_of(page.view(digits))),
         .other_page = &page,
         .other = digits});
}

}  // namespace

void check_capitals(Checker& checker) {
    for (const Page& page : checker.pages)
        for (std::size_t i = 0; i < page.lines.size(); ++i) {
            const LettersView line = page.lines[i];
            for (std::size_t at = 0; at < line.size(); ++at) {
                if (!is_capital_letter(line[at])) continue;
                std::size_t end = at;
                while (end < line.size() &&
                       (is_capital_letter(line[end]) || line[end] == U'零' || line[end] == U'万' ||
                        line[end] == U'亿' || line[end] == U'元' || line[end] == U'圆'))
                    ++end;
                const auto sum = capital_at(line, at);
                const Spot spot{i, at, sum ? sum->end : end};
                const Amount* digits = end - at >= 2 ? beside(page, i, at, spot.end) : nullptr;
                if (digits && sum) {
                    compare(checker, page, spot, sum->sum, *digits);
                } else if (digits) {
                    checker.add(page, spot,
                                {.rule = "capital.malformed",
                                 .severity = Severity::warning,
                                 .found = text_of(line.substr(at, end - at)),
                                 .expected = base::rmb_capital(digits->sum),
                                 .message = "大写金额书写不规范"});
                }
                at = std::max(spot.end, at + 1) - 1;
            }
        }
}

}  // namespace proofread
