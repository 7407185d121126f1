#include "base/date.hpp"

#include <fmt/format.h>

namespace base {

namespace {

// Years beyond are slips of the pen or attacks; deadlines counted from one within them still have four
// digits.
constexpr int first_year = 1900;
constexpr int last_year = 2199;

// -1 when a character is not a digit.
int digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

void put_digits(std::string& text, std::size_t at, std::size_t count, unsigned value) {
    for (std::size_t i = count; i > 0; --i, value /= 10)
        text[at + i - 1] = static_cast<char>('0' + value % 10);
}

}  // namespace

Result<Date> Date::parse(std::string_view text) {
    const auto bad = [&] {
        return fail("bad_date", fmt::format("“{}”不是日期：请按 2026-11-21 的样式填写真实存在的一天",
                                            text.substr(0, 40)));
    };
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return bad();
    const int year = digits(text.substr(0, 4));
    const int month = digits(text.substr(5, 2));
    const int day = digits(text.substr(8, 2));
    if (year < 0 || month < 0 || day < 0) return bad();
    if (year < first_year || year > last_year)
        return fail("bad_date",
                    fmt::format("“{}”不能作为日期：年份应当在{}年至{}年之间", text, first_year, last_year));
    const std::chrono::year_month_day ymd{std::chrono::year(year),
                                          std::chrono::month(static_cast<unsigned>(month)),
                                          std::chrono::day(static_cast<unsigned>(day))};
    if (!ymd.ok()) return bad();
    return Date(ymd);
}

// Days are written thousands of times when a case is shown; a format string would take most of that time.
std::string Date::str() const {
    const auto shown = ymd();
    const int written = static_cast<int>(shown.year());
    if (written < 0 || written > 9999) return fmt::format("{:04}-{:02}-{:02}", written, month(), day());
    std::string text = "0000-00-00";
    put_digits(text, 0, 4, static_cast<unsigned>(written));
    put_digits(text, 5, 2, static_cast<unsigned>(shown.month()));
    put_digits(text, 8, 2, static_cast<unsigned>(shown.day()));
    return text;
}

std::string Date::chinese() const {
    const auto shown = ymd();
    std::string text = std::to_string(static_cast<int>(shown.year()));
    text += "年";
    text += std::to_string(static_cast<unsigned>(shown.month()));
    text += "月";
    text += std::to_string(static_cast<unsigned>(shown.day()));
    text += "日";
    return text;
}

}  // namespace base
