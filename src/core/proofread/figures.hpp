#pragma once
#include <cstdint>
#include <optional>

#include "base/money.hpp"
#include "proofread/letters.hpp"

namespace proofread {

// A number as written, in ten-thousandths; nothing when it has more than four decimals or twelve digits.
struct Figure {
    std::int64_t parts = 0;
    std::size_t begin = 0, end = 0;
    int decimals = 0;
    int digits = 0;
    bool is_whole() const { return parts % 10'000 == 0; }
    std::int64_t whole() const { return parts / 10'000; }
};
inline constexpr std::int64_t one = 10'000;

// The number in digits that begins at a position: 86000, 86,000.50.
std::optional<Figure> figure_at(LettersView line, std::size_t at);
// The number in digits that ends before a position.
std::optional<Figure> figure_before(LettersView line, std::size_t end);
// 三十, 一百二十, 十五, 两; also digits. Whole numbers up to 99,999,999.
std::optional<Figure> count_at(LettersView line, std::size_t at);
std::optional<Figure> count_before(LettersView line, std::size_t end);

// 捌万陆仟元整; `end` is where the words end. Nothing when they are no sum.
struct CapitalSum {
    base::Money sum;
    std::size_t begin = 0, end = 0;
};
std::optional<CapitalSum> capital_at(LettersView line, std::size_t at);
bool is_capital_letter(char32_t letter);

// Products and quotients of ten-thousandths, exact or nothing.
std::optional<std::int64_t> product(std::int64_t a, std::int64_t b);

}  // namespace proofread
