#pragma once
#include <optional>
#include <span>
#include <vector>

#include "base/date.hpp"
#include "calendar/work_calendar.hpp"
#include "clocks/clock_table.hpp"

namespace clocks {

// 听证办法 第二十条、第二十二条: the last day is counted back from the hearing.
bool is_counted_backwards(const Row& row);

// The day a warning of so many days before the last one begins: working days of a period that counts working
// days, else days of the calendar. What would fall on a rest day is said on the working day before, while one
// can still act; nothing when the period has not begun by then.
std::optional<base::Date> warned_before(const Row& row, base::Date anchor, base::Date due, int days,
                                        const calendar::WorkCalendar& work_calendar);

// The warning days of an agency's own choice, the earliest first. A day before the period has begun warns of
// it as long as it runs. Those of `after` keep their distance from
// the end, so that an extension or time not counted moves them as it moves the last day.
std::vector<base::Date> chosen_warnings(const Row& row, std::span<const int> before,
                                        std::span<const int> after, base::Date anchor, base::Date due,
                                        const calendar::WorkCalendar& work_calendar);

}  // namespace clocks
