#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/value.hpp"
#include "calendar/period.hpp"

namespace calendar {

struct CountOptions {
    bool roll = true;                         // move the last day of a day or month period off rest days
    std::span<const Excluded> excluded = {};  // may overlap; every day is left out once
    bool explain = false;                     // fill left_out and made_up
};

// Which days are working days: Monday to Friday, less the holidays and plus the make-up days (调休) of the
// yearly notices.
class WorkCalendar {
  public:
    // Content of catalogue/calendar/holidays.yaml.
    static base::Result<WorkCalendar> from(const base::Value& holidays);

    bool is_working_day(base::Date day) const;
    bool is_made_up(base::Date day) const;            // a weekend day on which offices work
    std::string_view why_rest(base::Date day) const;  // "周末", "国庆节"; "" on a working day
    bool is_provisional(base::Date day) const;        // no final notice for this year
    int final_until_year() const { return final_until_; }
    std::string provisional_sentence() const;

    base::Date roll(base::Date day) const;  // itself, or the next working day
    base::Date nth_working_day_after(base::Date day,
                                     int n) const;  // n ≥ 1; the start day is not counted (T-01)
    base::Date nth_working_day_before(base::Date day,
                                      int n) const;  // n ≥ 1; for "at least n working days before"
    int working_days_between(base::Date after, base::Date until) const;  // in (after, until]

    Counted count(base::Date anchor, Period period, const CountOptions& options = {}) const;

  private:
    enum class Kind : std::uint8_t { ordinary, off, made_up };
    struct Mark {
        Kind kind = Kind::ordinary;
        std::uint8_t name = 0;
    };
    Mark mark(base::Date day) const;
    base::Result<bool> read_year(int year, const base::Value& content);
    base::Result<bool> set(std::string_view day, Mark mark, const std::string& place);
    void explain(base::Date anchor, Counted& counted, bool working_days,
                 std::span<const Excluded> excluded) const;

    base::Date first_;
    std::vector<Mark> marks_;         // one per day from first_ on
    std::vector<std::string> names_;  // names of holidays
    int final_from_ = 0, final_until_ = 0;
};

}  // namespace calendar
