#pragma once
#include "clocks/book.hpp"
#include "clocks/clocks.hpp"

namespace clocks {

// Time that applies to this clock, ready for counting.
struct AppliedPauses {
    std::vector<calendar::Excluded> days;
    std::vector<const Pause*> pauses;
    bool open = false;  // one of them has no end yet
};
AppliedPauses pauses_of(const Run& run, const Book& book);

ClockView evaluate(const Run& run, const Book& book, const calendar::WorkCalendar& work_calendar,
                   Detail detail);

// The days on which a warning begins, the earliest first.
std::vector<base::Date> warning_days(const Run& run, base::Date due, const AppliedPauses& applied,
                                     const calendar::WorkCalendar& work_calendar);

// The steps of the computation in words, for a view whose days are already known.
std::vector<Explained> explain(const Run& run, const ClockView& view, const Book& book,
                               const AppliedPauses& applied, const calendar::WorkCalendar& work_calendar);

calendar::Period total_period(const Run& run);

// A period whose last extension is to a named day, which replaces the count; time left out after it was
// granted is added to that day.
calendar::Counted count_until(const Run& run, const AppliedPauses& applied,
                              const calendar::WorkCalendar& work_calendar, bool explained);

}  // namespace clocks
