#include "clocks/warnings.hpp"

#include <algorithm>

namespace clocks {

namespace {

// A term shorter than that of the law, an hour or a day named in a letter has no distance to keep.
base::Date warned_after(const Row& row, base::Date anchor, base::Date due, int days,
                        const calendar::WorkCalendar& work_calendar) {
    using calendar::Unit;
    const base::Date plain = work_calendar.nth_working_day_after(anchor, days);
    if (row.period.amount == 0 || row.period.unit == Unit::hours || is_counted_backwards(row)) return plain;
    if (row.period.unit == Unit::working_days) {
        const int left = row.period.amount - days;
        return left <= 0 ? plain : std::max(plain, work_calendar.nth_working_day_before(due, left));
    }
    const base::Date unmoved = work_calendar.count(anchor, row.period, {.roll = row.roll}).due;
    return due <= unmoved ? plain : plain.plus_days(due - unmoved);
}

}  // namespace

bool is_counted_backwards(const Row& row) {
    return row.code == "HEAR_NOTICE" || row.code == "HEAR_PUBLIC";
}

std::optional<base::Date> warned_before(const Row& row, base::Date anchor, base::Date due, int days,
                                        const calendar::WorkCalendar& work_calendar) {
    const bool in_working_days = row.period.unit == calendar::Unit::working_days;
    const base::Date day =
        in_working_days ? work_calendar.nth_working_day_before(due, days) : due.plus_days(-days);
    if (day <= anchor && !is_counted_backwards(row)) return {};
    if (work_calendar.is_working_day(day)) return day;
    const base::Date eve = work_calendar.nth_working_day_before(day, 1);
    return eve < anchor ? day : eve;
}

std::vector<base::Date> chosen_warnings(const Row& row, std::span<const int> before,
                                        std::span<const int> after, base::Date anchor, base::Date due,
                                        const calendar::WorkCalendar& work_calendar) {
    std::vector<base::Date> days;
    const base::Date whole_period = std::min(anchor.plus_days(1), due);
    for (const int n : before)
        days.push_back(warned_before(row, anchor, due, n, work_calendar).value_or(whole_period));
    for (const int n : after) {
        const base::Date day = warned_after(row, anchor, due, n, work_calendar);
        if (anchor < day && day <= due) days.push_back(day);
    }
    std::ranges::sort(days);
    days.erase(std::ranges::unique(days).begin(), days.end());
    return days;
}

}  // namespace clocks
