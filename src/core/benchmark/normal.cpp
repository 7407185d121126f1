#include "benchmark/normal.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace benchmark {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 24> spellings{
    {{"％", "%"},    {"－", "-"},    {"–", "-"},  {"—", "-"},  {"―", "-"},  {"~", "-"},
     {"～", "-"},    {"〜", "-"},    {"（", "("}, {"）", ")"}, {"，", ","}, {"；", ";"},
     {"。", ";"},    {"：", ":"},    {"\r", ""},  {"\n", ";"}, {" ", ""},   {"\t", ""},
     {"\u00a0", ""}, {"\u3000", ""}, {"．", "."}, {"／", "/"}, {"＋", "+"}, {"\ufeff", ""}}
};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// "1,000": a comma with a digit before it and exactly three behind it.
bool is_thousands(std::string_view text, std::size_t comma) {
    if (comma == 0 || !is_digit(text[comma - 1])) return false;
    std::size_t digits = 0;
    while (comma + 1 + digits < text.size() && is_digit(text[comma + 1 + digits])) ++digits;
    return digits == 3;
}

// A dash joins two numbers when a number or its unit stands before it; else it is a sign.
bool is_sign(std::string_view text, std::size_t dash) {
    if (dash + 1 >= text.size() || !is_digit(text[dash + 1])) return false;
    if (dash == 0) return true;
    const std::string_view before = text.substr(0, dash);
    for (const std::string_view unit : {"元", "万", "倍", "%", "亿", "-", "值"})
        if (before.ends_with(unit)) return false;
    return !is_digit(before.back());
}

}  // namespace

std::string normal(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        bool replaced = false;
        for (const auto& [from, to] : spellings)
            if (text.starts_with(from)) {
                out += to;
                text.remove_prefix(from.size());
                replaced = true;
                break;
            }
        if (replaced) continue;
        const std::string_view one = next_character(text);
        out += one;
        text.remove_prefix(one.size());
    }
    while (!out.empty() && out.back() == ';') out.pop_back();
    return out;
}

base::Result<void> refuse_digits(std::string_view text) {
    for (std::size_t at = 0; at + 3 <= text.size(); ++at)
        if (text[at] == '\xef' && text[at + 1] == '\xbc' &&
            static_cast<unsigned char>(text[at + 2]) >= 0x90 &&
            static_cast<unsigned char>(text[at + 2]) <= 0x99)
            return base::fail("full_width_digits", fmt::format("有全角数字“{}”", text.substr(at, 3)));
    const std::string plain = normal(text);
    for (std::size_t at = 0; at < plain.size(); ++at) {
        if (plain[at] == ',' && is_thousands(plain, at))
            return base::fail("thousands_comma",
                              fmt::format("数字里有千分位逗号“{}”", plain.substr(at - 1, 5)));
        if ((plain[at] == '-' || plain[at] == '+') && is_sign(plain, at))
            return base::fail("negative_amount", fmt::format("数字前有正负号“{}”", plain.substr(at, 2)));
    }
    return {};
}

bool starts(std::string_view text, std::string_view with) {
    return text.starts_with(with);
}

bool take(std::string_view& text, std::string_view word) {
    if (!text.starts_with(word)) return false;
    text.remove_prefix(word.size());
    return true;
}

std::string_view next_character(std::string_view text) {
    if (text.empty()) return text;
    std::size_t size = 1;
    while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xc0) == 0x80) ++size;
    return text.substr(0, size);
}

}  // namespace benchmark
