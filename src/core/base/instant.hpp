#pragma once
#include <chrono>
#include <compare>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/result.hpp"

namespace base {

// A point in time, read into civil time of China (+08:00) from whatever offset it was written in.
class Instant {
  public:
    using Point = std::chrono::sys_time<std::chrono::milliseconds>;
    static constexpr int china_offset_minutes = 480;

    constexpr Instant() = default;
    constexpr explicit Instant(Point point, int offset_minutes = china_offset_minutes)
        : point_(point), offset_minutes_(offset_minutes) {}
    static constexpr Instant at(Date day, int hour, int minute = 0) {  // civil time of China
        return Instant(Point(day.days()) + std::chrono::hours(hour) + std::chrono::minutes(minute - china_offset_minutes));
    }
    // RFC 3339 with offset, "2026-03-02T09:30:00+08:00"; fractions of a second up to milliseconds are kept.
    static Result<Instant> parse(std::string_view text);

    constexpr Point point() const { return point_; }
    Date date() const;            // the civil day in China
    std::string str() const;      // RFC 3339
    std::string chinese() const;  // "2026年3月2日9时30分"
    constexpr Instant plus_hours(int n) const { return Instant(point_ + std::chrono::hours(n), offset_minutes_); }

    friend constexpr auto operator<=>(const Instant& a, const Instant& b) { return a.point_ <=> b.point_; }
    friend constexpr bool operator==(const Instant& a, const Instant& b) { return a.point_ == b.point_; }

  private:
    Point point_{};
    int offset_minutes_ = china_offset_minutes;
};

}  // namespace base
