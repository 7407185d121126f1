#include "document/unbroken.hpp"

#include <algorithm>
#include <array>

namespace document {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_word(char c) {
    return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// Joins two parts of a number: 86,670.00, 2024-07-04, 9:30, GB/T.
bool is_joint(char c) {
    return std::string_view("-.,:/").contains(c);
}

std::size_t word_end(std::string_view text, std::size_t at) {
    while (at < text.size() &&
           (is_word(text[at]) || (is_joint(text[at]) && at + 1 < text.size() && is_word(text[at + 1]))))
        ++at;
    return at;
}

// What a number may be followed by without a break: its unit, or the next part of a date or of a paper's
// number.
constexpr std::array<std::string_view, 11> after_number{"万元", "元", "年", "月",   "日", "号",
                                                        "〕",   "页", "%",  "〕第", "％"};

std::size_t tail_end(std::string_view text, std::size_t at) {
    std::size_t longest = 0;
    for (const std::string_view unit : after_number)
        if (text.substr(at).starts_with(unit)) longest = std::max(longest, unit.size());
    return at + longest;
}

// The number at `at` with all that belongs to it: 2024年7月4日 is three numbers.
std::size_t number_end(std::string_view text, std::size_t at) {
    for (;;) {
        const std::size_t end = word_end(text, at), tail = tail_end(text, end);
        const bool goes_on = tail > end && tail < text.size() && is_digit(text[tail]);
        if (!goes_on) return tail;
        at = tail;
    }
}

// The signs of the office before a bracket 〔 : as many as a short name and a code have.
std::size_t office_begin(std::string_view text, std::size_t bracket) {
    constexpr std::size_t signs_most = 9, bytes_of_sign = 3;
    std::size_t begin = bracket;
    for (std::size_t i = 0; i < signs_most && begin >= bytes_of_sign; ++i) {
        const auto lead = static_cast<unsigned char>(text[begin - bytes_of_sign]);
        if (lead < 0xE4 || lead > 0xE9) break;  // U+4000 to U+9FFF
        begin -= bytes_of_sign;
    }
    return begin;
}

}  // namespace

std::vector<Span> unbroken(std::string_view text) {
    constexpr std::string_view bracket = "〔";
    std::vector<Span> found;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_word(text[at])) {
            ++at;
            continue;
        }
        const std::size_t word = word_end(text, at), end = number_end(text, at);
        const bool numbered = std::ranges::any_of(text.substr(at, word - at), is_digit);
        std::size_t begin = at;
        if (at >= bracket.size() && text.substr(at - bracket.size()).starts_with(bracket))
            begin = office_begin(text, at - bracket.size());
        if (numbered) found.push_back({begin, end});
        at = std::max(word, end);
    }
    return found;
}

}  // namespace document
