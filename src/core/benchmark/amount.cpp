#include "benchmark/amount.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "base/numerals.hpp"
#include "benchmark/normal.hpp"

namespace benchmark {

namespace {

using base::Result;

constexpr std::int64_t millionths = 1'000'000;
constexpr std::int64_t whole_max = 999'999'999'999;

constexpr std::array<std::pair<std::string_view, int>, 21> digits{
    {{"零", 0}, {"〇", 0}, {"一", 1}, {"二", 2}, {"两", 2}, {"三", 3}, {"四", 4},
     {"五", 5}, {"六", 6}, {"七", 7}, {"八", 8}, {"九", 9}, {"壹", 1}, {"贰", 2},
     {"叁", 3}, {"肆", 4}, {"伍", 5}, {"陆", 6}, {"柒", 7}, {"捌", 8}, {"玖", 9}}
};
constexpr std::array<std::pair<std::string_view, std::int64_t>, 8> powers{
    {{"十", 10},
     {"拾", 10},
     {"百", 100},
     {"佰", 100},
     {"千", 1000},
     {"仟", 1000},
     {"万", 10'000},
     {"亿", 100'000'000}}
};

template <class Table>
std::optional<std::int64_t> look_up(const Table& table, std::string_view character) {
    for (const auto& [name, value] : table)
        if (name == character) return value;
    return {};
}

// The numeral in the one spelling of base::chinese_number, to compare with.
std::string one_spelling(std::string_view numeral) {
    constexpr std::array<std::string_view, 10> plain{"零", "一", "二", "三", "四",
                                                     "五", "六", "七", "八", "九"};
    std::string text;
    while (!numeral.empty()) {
        const std::string_view one = next_character(numeral);
        numeral.remove_prefix(one.size());
        if (const auto digit = look_up(digits, one))
            text += plain[static_cast<std::size_t>(*digit)];
        else
            text += one == "拾" ? "十" : one == "佰" ? "百" : one == "仟" ? "千" : one;
    }
    return text.starts_with("一十") ? text.substr(std::string_view("一").size()) : text;
}

std::int64_t value_of(std::string_view numeral) {
    std::int64_t total = 0, group = 0, digit = 0;
    bool has_digit = false;
    while (!numeral.empty()) {
        const std::string_view one = next_character(numeral);
        numeral.remove_prefix(one.size());
        if (const auto value = look_up(digits, one)) {
            digit = *value;
            has_digit = true;
            continue;
        }
        const std::int64_t power = look_up(powers, one).value_or(1);
        if (power < 10'000) {
            group += (has_digit ? digit : 1) * power;
        } else {
            total = power > 10'000 ? (total + group + digit) * power : total + (group + digit) * power;
            group = 0;
        }
        digit = 0;
        has_digit = false;
    }
    return total + group + digit;
}

// 三万元 is read when it is the one way to write its value; 三万五 and 二三 are not.
Result<std::optional<std::int64_t>> take_numeral(std::string_view& text) {
    constexpr std::size_t numeral_bytes_max = 60;
    std::size_t size = 0;
    while (size < text.size()) {
        const std::string_view one = next_character(text.substr(size));
        if (!look_up(digits, one) && !look_up(powers, one)) break;
        size += one.size();
    }
    if (size == 0) return std::optional<std::int64_t>();
    const std::string_view numeral = text.substr(0, size);
    if (size > numeral_bytes_max) return base::fail("unread_number", "中文数字过长");
    const std::int64_t value = value_of(numeral);
    if (value < 0 || value > whole_max || one_spelling(base::chinese_number(value)) != one_spelling(numeral))
        return base::fail("unread_number", fmt::format("“{}”不能确定是多少", numeral));
    text.remove_prefix(size);
    return std::optional(value * millionths);
}

Result<std::optional<std::int64_t>> take_digits(std::string_view& text) {
    constexpr std::size_t whole_max_digits = 12, places_max = 6;
    const auto run = [](std::string_view from) {
        std::size_t size = 0;
        while (size < from.size() && from[size] >= '0' && from[size] <= '9') ++size;
        return size;
    };
    const std::size_t whole = run(text);
    if (whole == 0) return std::optional<std::int64_t>();
    if (whole > whole_max_digits) return base::fail("amount_too_large", "数字过大");
    std::int64_t value = 0;
    for (const char c : text.substr(0, whole)) value = value * 10 + (c - '0');
    std::size_t places = 0;
    if (text.size() > whole && text[whole] == '.') places = run(text.substr(whole + 1));
    if (places > places_max)
        return base::fail("too_many_places",
                          fmt::format("“{}”小数位过多", text.substr(0, whole + 1 + places)));
    std::int64_t part = 0;
    for (std::size_t i = 0; i < places_max; ++i)
        part = part * 10 + (i < places ? text[whole + 1 + i] - '0' : 0);
    text.remove_prefix(places > 0 ? whole + 1 + places : whole);
    return std::optional(value * millionths + part);
}

Result<base::Money> money_of(std::int64_t number, std::int64_t power, std::string_view written) {
    const auto fen = static_cast<discretion::Wide>(number) * power * 100;
    if (fen / millionths > static_cast<discretion::Wide>(whole_max) * 100)
        return base::fail("amount_too_large", fmt::format("“{}”数额过大", written));
    if (fen % millionths != 0)
        return base::fail("too_many_places", fmt::format("“{}”不是整分：金额最多两位小数", written));
    return base::Money::fen(static_cast<std::int64_t>(fen / millionths));
}

Result<discretion::Decimal4> ratio_of(std::int64_t number, std::int64_t divisor, std::string_view written) {
    constexpr std::int64_t per_ten_thousandth = millionths / 10'000, ratio_max = 100'000;
    const std::int64_t unit = per_ten_thousandth * divisor;
    if (number / millionths > ratio_max)
        return base::fail("amount_too_large", fmt::format("“{}”过大", written));
    if (number % unit != 0) return base::fail("too_many_places", fmt::format("“{}”小数位过多", written));
    return discretion::Decimal4{number / unit};
}

// “5千万”: the powers behind digits, the least of them hundreds.
std::int64_t take_power(std::string_view& text) {
    std::int64_t product = 1;
    for (std::size_t i = 0; i < powers.size() && product <= 100'000'000; ++i) {
        const auto& [word, power] = powers[i];
        if (power < 100 || !take(text, word)) continue;
        product *= power;
        i = 0;
    }
    return product;
}

Result<std::optional<Amount>> in_unit(std::int64_t number, std::string_view& text, std::string_view whole) {
    const std::int64_t power = take_power(text);
    const auto written = [&] { return whole.substr(0, whole.size() - text.size()); };
    Amount amount;
    if (take(text, "元")) {
        amount.unit = Amount::Unit::yuan;
        amount.sum = TRY(money_of(number, power, written()));
        return std::optional(amount);
    }
    if (power != 1) return base::fail("unread_number", fmt::format("“{}”没有写明单位“元”", written()));
    if (take(text, "倍"))
        amount.unit = Amount::Unit::times;
    else if (take(text, "%"))
        amount.unit = Amount::Unit::percent;
    amount.ratio = TRY(ratio_of(number, amount.unit == Amount::Unit::percent ? 100 : 1, written()));
    return std::optional(amount);
}

}  // namespace

Result<std::optional<Amount>> take_amount(std::string_view& text) {
    const std::string_view whole = text;
    if (take(text, "等值")) {
        take(text, "的");
        return std::optional(Amount{Amount::Unit::times, {}, discretion::Decimal4{10'000}});
    }
    if (take(text, "百分之")) {
        const auto number = TRY(take_numeral(text));
        const auto share = number ? number : TRY(take_digits(text));
        if (!share) return base::fail("unread_number", "“百分之”之后没有数字");
        return std::optional(
            Amount{Amount::Unit::percent, {}, TRY(ratio_of(*share, 100, whole.substr(0, 18)))});
    }
    auto number = TRY(take_digits(text));
    if (!number) number = TRY(take_numeral(text));
    if (!number) return std::optional<Amount>();
    return in_unit(*number, text, whole);
}

}  // namespace benchmark
