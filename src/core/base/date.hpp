#pragma once
#include <chrono>
#include <compare>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace base {

// A civil day, without time or zone.
class Date {
  public:
    constexpr Date() = default;
    constexpr explicit Date(std::chrono::sys_days days) : days_(days) {}
    constexpr Date(std::chrono::year_month_day ymd) : days_(ymd) {}  // NOLINT: 2024y / 5 / 16 reads as a date
    static Result<Date> parse(std::string_view text);  // "2026-11-21"; 30 February is refused

    constexpr std::chrono::sys_days days() const { return days_; }
    constexpr std::chrono::year_month_day ymd() const { return std::chrono::year_month_day(days_); }
    constexpr int year() const { return static_cast<int>(ymd().year()); }
    constexpr unsigned month() const { return static_cast<unsigned>(ymd().month()); }
    constexpr unsigned day() const { return static_cast<unsigned>(ymd().day()); }
    constexpr bool is_weekend() const {
        const auto weekday = std::chrono::weekday(days_);
        return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
    }
    std::string str() const;      // "2026-11-21"
    std::string chinese() const;  // "2026年11月21日"

    constexpr Date plus_days(int n) const { return Date(days_ + std::chrono::days(n)); }
    // Same calendar day n months on; the last day of the month when that day does not exist (T-10).
    constexpr Date plus_months(int n) const {
        const auto moved = ymd() + std::chrono::months(n);
        return moved.ok() ? Date(moved) : Date(std::chrono::sys_days(moved.year() / moved.month() / std::chrono::last));
    }
    constexpr Date plus_years(int n) const { return plus_months(12 * n); }

    friend constexpr auto operator<=>(Date, Date) = default;
    friend constexpr int operator-(Date a, Date b) { return static_cast<int>((a.days_ - b.days_).count()); }

  private:
    std::chrono::sys_days days_{};
};

}  // namespace base
