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

// What a change of days moves in a case: every clock no act has met yet that ends or begins on another day, was
// only provisional, has another status, appears or goes; and the state of the case.
std::vector<ports::CalendarDifference> differences(std::string_view case_no, const ports::Projection& before,
                                                   const ports::Projection& after,
                                                   const std::vector<DayChange>& changes);

}  // namespace calendars
