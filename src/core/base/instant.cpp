#include "base/instant.hpp"

#include <fmt/format.h>

#include <cmath>

namespace base {

namespace {

using std::chrono::floor;
using std::chrono::milliseconds;
using std::chrono::minutes;

// Reads exactly `count` digits at `at`; -1 when they are not there.
int number(std::string_view text, std::size_t at, std::size_t count) {
    if (at + count > text.size()) return -1;
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9') return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

struct Fraction {
    int milliseconds = 0;
    std::size_t end = 19;
};

Fraction read_fraction(std::string_view text) {
    Fraction fraction;
    if (text.size() <= 19 || text[19] != '.') return fraction;
    fraction.end = 20;
    int scale = 100;
    while (fraction.end < text.size() && text[fraction.end] >= '0' && text[fraction.end] <= '9') {
        fraction.milliseconds += (text[fraction.end] - '0') * scale;
        scale /= 10;
        ++fraction.end;
    }
    return fraction;
}

// Minutes east of UTC, or nothing when the offset is malformed.
Result<int> read_offset(std::string_view text) {
    if (text == "Z" || text == "z") return 0;
    const int hours = number(text, 1, 2);
    const int rest = number(text, 4, 2);
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':' || hours < 0 || hours > 14 || rest < 0 ||
        rest > 59)
        return fail("bad_instant", "时区写法不对");
    return (hours * 60 + rest) * (text[0] == '-' ? -1 : 1);
}

}  // namespace

Result<Instant> Instant::parse(std::string_view text) {
    const auto bad = [&] {
        return fail("bad_instant",
                    fmt::format("“{}”不是时刻：请按 2026-03-02T09:30:00+08:00 的样式填写，带时区", text.substr(0, 60)));
    };
    if (text.size() < 20 || text.size() > 40 || (text[10] != 'T' && text[10] != 't')) return bad();
    const auto day = Date::parse(text.substr(0, 10));
    const int hour = number(text, 11, 2);
    const int minute = number(text, 14, 2);
    const int second = number(text, 17, 2);
    if (!day || text[13] != ':' || text[16] != ':' || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 ||
        second > 59)
        return bad();
    const Fraction fraction = read_fraction(text);
    const auto offset = read_offset(text.substr(fraction.end));
    if (!offset) return bad();
    const auto point = Point(day->days()) + std::chrono::hours(hour) + minutes(minute) + std::chrono::seconds(second) +
                       milliseconds(fraction.milliseconds) - minutes(*offset);
    return Instant(point, *offset);
}

// 程序规定 第八十条: the days of the law are civil days of China, wherever the clock of the sender stands.
Date Instant::date() const { return Date(floor<std::chrono::days>(point_ + minutes(china_offset_minutes))); }

// With the offset it was written in: what is hashed and sealed reads the same for ever.
std::string Instant::str() const {
    const auto local = point_ + minutes(offset_minutes_);
    const auto day = floor<std::chrono::days>(local);
    const std::chrono::hh_mm_ss time{local - day};
    const std::string fraction =
        time.subseconds().count() == 0 ? "" : fmt::format(".{:03}", time.subseconds().count());
    return fmt::format("{}T{:02}:{:02}:{:02}{}{}{:02}:{:02}", Date(day).str(), time.hours().count(), time.minutes().count(),
                       time.seconds().count(), fraction, offset_minutes_ < 0 ? '-' : '+',
                       std::abs(offset_minutes_) / 60, std::abs(offset_minutes_) % 60);
}

std::string Instant::chinese() const {
    const auto local = point_ + minutes(china_offset_minutes);
    const std::chrono::hh_mm_ss time{local - floor<std::chrono::days>(local)};
    return fmt::format("{}{}时{}分", date().chinese(), time.hours().count(), time.minutes().count());
}

}  // namespace base
