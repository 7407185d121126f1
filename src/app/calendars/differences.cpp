#include "calendars/differences.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace calendars {

namespace {

std::string said(const calendar::WorkCalendar& days, base::Date day) {
    if (days.is_made_up(day)) return "调休上班";
    const auto why = days.why_rest(day);
    return why.empty() ? "工作日" : std::string(why);
}

bool is_open(const ports::ClockRow& clock) {
    return clock.status == "running" || clock.status == "paused";
}

// The changed days the clock counts over, the first few by name.
std::string why(const ports::ClockRow& before, const ports::ClockRow& after,
                const std::vector<DayChange>& changes) {
    constexpr int named_max = 4;
    std::string words;
    int count = 0;
    const base::Date last = std::max(before.due, after.due);
    for (const DayChange& change : changes) {
        if (change.day < before.anchor || last < change.day) continue;
        if (++count > named_max) continue;
        words += fmt::format("{}{}由{}改为{}", words.empty() ? "" : "；", change.day.chinese(), change.before,
                             change.after);
    }
    if (count > named_max) words += fmt::format("等{}日", count);
    if (before.provisional && !after.provisional)
        words += words.empty() ? "该年放假安排已经公布，届满日由暂定改为确定" : "；届满日由暂定改为确定";
    return words.empty() ? "所经工作日变动" : words;
}

}  // namespace

std::vector<DayChange> day_changes(const calendar::WorkCalendar& before, const calendar::WorkCalendar& after,
                                   base::Date first, base::Date last) {
    std::vector<DayChange> changes;
    for (base::Date day = first; day <= last; day = day.plus_days(1))
        if (std::string was = said(before, day), is = said(after, day); was != is)
            changes.push_back({.day = day, .before = std::move(was), .after = std::move(is)});
    return changes;
}

std::vector<ports::CalendarDifference> differences(std::string_view case_no, const ports::Projection& before,
                                                   const ports::Projection& after,
                                                   const std::vector<DayChange>& changes) {
    std::vector<ports::CalendarDifference> found;
    for (const ports::ClockRow& was : before.clocks) {
        if (!is_open(was)) continue;
        const auto is = std::ranges::find_if(after.clocks, [&](const ports::ClockRow& clock) {
            return clock.code == was.code && clock.of == was.of && clock.anchor == was.anchor;
        });
        if (is == after.clocks.end() || (is->due == was.due && is->provisional == was.provisional)) continue;
        found.push_back({.case_no = std::string(case_no),
                         .position = static_cast<int>(found.size()),
                         .cause = before.cause,
                         .code = was.code,
                         .title = was.title,
                         .old_due = was.due,
                         .new_due = is->due,
                         .old_provisional = was.provisional,
                         .new_provisional = is->provisional,
                         .why = why(was, *is, changes)});
    }
    return found;
}

}  // namespace calendars
