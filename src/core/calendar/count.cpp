#include <fmt/format.h>

#include <algorithm>

#include "calendar/work_calendar.hpp"

namespace calendar {

namespace {

bool is_excluded(base::Date day, std::span<const Excluded> excluded) {
    return std::ranges::any_of(excluded, [&](const Excluded& e) { return e.first <= day && day <= e.last; });
}

// procedure.md D-21: overlapping times that are not counted count once.
std::vector<Excluded> merged(std::span<const Excluded> excluded) {
    std::vector<Excluded> sorted(excluded.begin(), excluded.end());
    std::ranges::sort(sorted, {}, &Excluded::first);
    std::vector<Excluded> result;
    for (const auto& next : sorted) {
        if (next.last < next.first) continue;
        if (!result.empty() && next.first - result.back().last <= 1)
            result.back().last = std::max(result.back().last, next.last);
        else
            result.push_back(next);
    }
    return result;
}

// The last day of a day or month period, moved by the days not counted that begin on or before it.
base::Date lengthened(base::Date anchor, base::Date last, std::span<const Excluded> excluded) {
    if (excluded.empty()) return last;
    for (const auto& gap : merged(excluded)) {
        const base::Date first = std::max(gap.first, anchor.plus_days(1));
        if (gap.last < first) continue;
        if (first > last) break;
        last = last.plus_days(gap.last - first + 1);
    }
    return last;
}

}  // namespace

base::Result<Unit> Period::unit_of(std::string_view code) {
    if (code == "WD") return Unit::working_days;
    if (code == "ND") return Unit::natural_days;
    if (code == "M") return Unit::months;
    if (code == "Y") return Unit::years;
    if (code == "H") return Unit::hours;
    return base::fail("bad_catalogue", fmt::format("期限单位“{}”应为 WD、ND、M、Y 或者 H", code), {}, "unit");
}

std::string Period::chinese() const {
    switch (unit) {
        case Unit::working_days:
            return fmt::format("{}个工作日", amount);
        case Unit::natural_days:
            return fmt::format("{}日", amount);
        case Unit::months:
            return fmt::format("{}个月", amount);
        case Unit::years:
            return fmt::format("{}年", amount);
        case Unit::hours:
            return fmt::format("{}小时", amount);
    }
    return {};
}

// 程序规定 第八十条: 期间届满的最后一日是法定节假日的，以法定节假日后的第一日为期间届满的日期
base::Date WorkCalendar::roll(base::Date day) const {
    while (!is_working_day(day)) day = day.plus_days(1);
    return day;
}

base::Date WorkCalendar::nth_working_day_after(base::Date day, int n) const {
    while (n > 0) {
        day = day.plus_days(1);
        if (is_working_day(day)) --n;
    }
    return day;
}

base::Date WorkCalendar::nth_working_day_before(base::Date day, int n) const {
    while (n > 0) {
        day = day.plus_days(-1);
        if (is_working_day(day)) --n;
    }
    return day;
}

int WorkCalendar::working_days_between(base::Date after, base::Date until) const {
    int count = 0;
    for (base::Date day = after.plus_days(1); day <= until; day = day.plus_days(1))
        count += is_working_day(day) ? 1 : 0;
    return count;
}

Counted WorkCalendar::count(base::Date anchor, Period period, const CountOptions& options) const {
    Counted counted;
    const bool working = period.unit == Unit::working_days;
    switch (period.unit) {
        case Unit::working_days: {
            counted.raw = anchor;
            for (int left = period.amount; left > 0;) {
                counted.raw = counted.raw.plus_days(1);
                if (is_working_day(counted.raw) && !is_excluded(counted.raw, options.excluded)) --left;
            }
            break;
        }
        case Unit::natural_days:
            counted.raw = lengthened(anchor, anchor.plus_days(period.amount), options.excluded);
            break;
        case Unit::months:
            counted.raw = lengthened(anchor, anchor.plus_months(period.amount), options.excluded);
            break;
        case Unit::years:
            counted.raw = lengthened(anchor, anchor.plus_years(period.amount), options.excluded);
            break;
        case Unit::hours:
            counted.raw = anchor.plus_days((period.amount + 23) / 24);
            break;
    }
    const bool rolls = options.roll && !working && period.unit != Unit::hours;
    counted.due = rolls ? roll(counted.raw) : counted.raw;
    const bool needs_calendar = rolls || working;
    counted.provisional =
        needs_calendar && (is_provisional(counted.due) || is_provisional(anchor.plus_days(1)));
    if (options.explain) explain(anchor, counted, working, options.excluded);
    return counted;
}

void WorkCalendar::explain(base::Date anchor, Counted& counted, bool working_days,
                           std::span<const Excluded> excluded) const {
    // A period stretched over years by a mistaken date is not worth listing day by day.
    constexpr std::size_t days_listed_max = 400;
    for (base::Date day = anchor.plus_days(1);
         day <= counted.due && counted.left_out.size() < days_listed_max; day = day.plus_days(1)) {
        if (is_excluded(day, excluded))
            counted.left_out.push_back({day, "扣除期间"});
        else if (working_days && !is_working_day(day))
            counted.left_out.push_back({day, std::string(why_rest(day))});
        else if (working_days && is_made_up(day))
            counted.made_up.push_back(day);
        else if (!working_days && day >= counted.raw && day < counted.due)
            counted.left_out.push_back({day, std::string(why_rest(day))});
    }
}

}  // namespace calendar
