#pragma once
#include <vector>

#include "base/date.hpp"
#include "calendar/work_calendar.hpp"
#include "calendars/calendars.hpp"
#include "ports/calendar_store.hpp"
#include "ports/case_store.hpp"

namespace calendars {

// The days of those years that count otherwise, in order.
std::vector<DayChange> day_changes(const calendar::WorkCalendar& before, const calendar::WorkCalendar& after,
                                   base::Date first, base::Date last);

// The clocks that run or are paused and end on another day, or on a day that was only provisional.
std::vector<ports::CalendarDifference> differences(std::string_view case_no, const ports::Projection& before,
                                                   const ports::Projection& after,
                                                   const std::vector<DayChange>& changes);

}  // namespace calendars
