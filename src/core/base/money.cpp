#include "base/money.hpp"

#include <fmt/format.h>

namespace base {

namespace {

constexpr std::size_t yuan_digits_max = 12;

std::unexpected<Error> bad_money(std::string_view text) {
    return fail("bad_money",
                fmt::format("“{}”不是金额：请写数字，最多两位小数，不带正负号、千分位和单位，如 86000.00", text.substr(0, 60)));
}

bool all_digits(std::string_view text) {
    for (const char c : text)
        if (c < '0' || c > '9') return false;
    return !text.empty();
}

}  // namespace

Result<Money> Money::parse(std::string_view text) {
    const auto point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    std::string_view places = point == std::string_view::npos ? "0" : text.substr(point + 1);
    if (!all_digits(whole) || !all_digits(places) || places.size() > 2 || whole.size() > yuan_digits_max)
        return bad_money(text);
    std::int64_t fen = 0;
    for (const char c : whole) fen = fen * 10 + (c - '0');
    fen = fen * 100 + (places[0] - '0') * 10;
    if (places.size() == 2) fen += places[1] - '0';
    return Money(fen);
}

std::string Money::str() const {
    const auto magnitude = fen_ < 0 ? -static_cast<std::uint64_t>(fen_) : static_cast<std::uint64_t>(fen_);
    return fmt::format("{}{}.{:02}", fen_ < 0 ? "-" : "", magnitude / 100, magnitude % 100);
}

}  // namespace base
