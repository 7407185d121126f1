#include "clocks/evaluate.hpp"

#include <algorithm>

#include "clocks/warnings.hpp"

namespace clocks {

namespace {

bool applies(const Pause& pause, const Run& run) {
    if (pause.seizure != 0 && pause.seizure != run.of) return false;
    return std::ranges::find(run.row->pauses, pause.kind) != run.row->pauses.end();
}

calendar::Counted count(const Run& run, const AppliedPauses& applied,
                        const calendar::WorkCalendar& work_calendar) {
    if (run.fixed_due) return {.raw = *run.fixed_due, .due = *run.fixed_due};
    if (is_counted_backwards(*run.row)) {
        // 听证办法 第二十条: seven full working days lie between the service and the hearing.
        const auto due = work_calendar.nth_working_day_before(run.anchor, run.row->period.amount + 1);
        return {.raw = due, .due = due, .provisional = work_calendar.is_provisional(run.anchor)};
    }
    if (!run.extensions.empty() && run.extensions.back().until)
        return count_until(run, applied, work_calendar, false);
    return work_calendar.count(run.anchor, total_period(run),
                               {.roll = run.row->roll, .excluded = applied.days});
}

bool is_late(const Run& run, const ClockView& view) {
    if (run.met_regardless) return false;
    if (view.due_instant && run.met_at) return *run.met_at > *view.due_instant;
    return *run.met_on > view.due;
}

bool has_passed(const ClockView& view, base::Date today) {
    if (view.due_instant) return base::Instant::at(today.plus_days(1), 0) > *view.due_instant;
    return today > view.due;
}

Status unused(Duty duty) {
    return duty == Duty::right || duty == Duty::waiting ? Status::over : Status::missed;
}

Status status_of(const Run& run, const ClockView& view, const AppliedPauses& applied, base::Date today) {
    if (!run.held) return Status::not_held;
    if (run.met_on) return is_late(run, view) ? unused(run.row->duty) : Status::met;
    if (run.voided_on) return Status::voided;
    if (applied.open) return Status::paused;
    return has_passed(view, today) ? unused(run.row->duty) : Status::running;
}

// Calls `note` with every day on which a warning begins; no list is made, guards ask too often for that.
template <class Note>
void each_warning(const Run& run, base::Date due, const AppliedPauses& applied,
                  const calendar::WorkCalendar& work_calendar, const Note& note) {
    if (run.fixed_due && run.row->warn_before.empty()) return;
    int added = 0;
    for (const auto& extension : run.extensions) added += extension.amount;
    for (const int n : run.row->warn_after)
        note(work_calendar
                 .count(run.anchor, {n + added, calendar::Unit::working_days}, {.excluded = applied.days})
                 .due);
    for (const int n : run.row->warn_before)
        if (const auto day = warned_before(*run.row, run.anchor, due, n, work_calendar)) note(*day);
}

void set_warnings(const Run& run, ClockView& view, const AppliedPauses& applied,
                  const calendar::WorkCalendar& work_calendar, base::Date today) {
    each_warning(run, view.due, applied, work_calendar, [&](base::Date day) {
        if (!view.warn_on || day < *view.warn_on) view.warn_on = day;
    });
    view.warn = view.status == Status::running && view.warn_on && today >= *view.warn_on;
}

}  // namespace

calendar::Counted count_until(const Run& run, const AppliedPauses& applied,
                              const calendar::WorkCalendar& work_calendar, bool explained) {
    const Extension& extension = run.extensions.back();
    std::vector<calendar::Excluded> later;
    for (const auto& days : applied.days)
        if (days.first > extension.on) later.push_back(days);
    const int length = *extension.until - extension.on;
    if (length < 1) return {.raw = *extension.until, .due = *extension.until};
    return work_calendar.count(
        extension.on, {length, calendar::Unit::natural_days},
        {.roll = run.row->duty == Duty::party, .excluded = later, .explain = explained});
}

std::vector<base::Date> warning_days(const Run& run, base::Date due, const AppliedPauses& applied,
                                     const calendar::WorkCalendar& work_calendar) {
    std::vector<base::Date> days;
    each_warning(run, due, applied, work_calendar, [&](base::Date day) { days.push_back(day); });
    std::ranges::sort(days);
    days.erase(std::ranges::unique(days).begin(), days.end());
    return days;
}

calendar::Period total_period(const Run& run) {
    calendar::Period period = run.row->period;
    if (run.amount) period.amount = *run.amount;
    for (const auto& extension : run.extensions) period.amount += extension.amount;
    return period;
}

namespace {

// 行政强制法 第二十五条第三款: the time is fixed and told while the measure lasts; told after its last day it
// frees nothing that is held against the law already.
bool told_too_late(const Pause& pause, const Run& run, const AppliedPauses& before) {
    if (!pause.told_on) return false;
    base::Date due = run.anchor.plus_days(total_period(run).amount);
    for (const auto& days : before.days) due = due.plus_days(days.last - days.first + 1);
    return *pause.told_on > due;
}

}  // namespace

AppliedPauses pauses_of(const Run& run, const Book& book) {
    AppliedPauses applied;
    const base::Date end = run.ended_on().value_or(book.today);
    for (const auto& pause : book.pauses) {
        if (!applies(pause, run) || pause.first.plus_days(-1) > end) continue;
        const base::Date last = pause.last.value_or(end);
        if (last <= run.anchor || told_too_late(pause, run, applied)) continue;
        applied.days.push_back({pause.first, last});
        applied.pauses.push_back(&pause);
        // A time with a known end is still running on the days in it.
        if (run.is_open() &&
            (!pause.last || (pause.first.plus_days(-1) <= book.today && book.today < *pause.last)))
            applied.open = applied.open || !pause.last;
    }
    return applied;
}

ClockView evaluate(const Run& run, const Book& book, const calendar::WorkCalendar& work_calendar,
                   Detail detail) {
    ClockView view{.code = run.row->code, .title = run.row->title, .basis = run.row->basis};
    view.of = run.of;
    view.duty = run.row->duty;
    view.anchor = run.anchor;
    view.extensions = static_cast<int>(run.extensions.size());
    view.met_on = run.met_on;
    if (run.met_by != 0) view.met_by = run.met_by;
    if (!run.held) {
        view.status = Status::not_held;
        view.due_known = false;
        if (detail == Detail::explained) view.explanation = explain(run, view, book, {}, work_calendar);
        return view;
    }
    const auto applied = pauses_of(run, book);
    const auto counted = count(run, applied, work_calendar);
    view.raw = counted.raw;
    view.due = counted.due;
    view.provisional = counted.provisional;
    if (run.row->period.unit == calendar::Unit::hours && run.from)
        view.due_instant = run.from->plus_hours(run.row->period.amount);
    // A pause that opens after the last day has passed changes nothing.
    AppliedPauses effective = applied;
    if (applied.open && view.due < book.today &&
        std::ranges::all_of(applied.pauses, [&](const Pause* p) { return p->last || p->first > view.due; }))
        effective.open = false;
    view.status = status_of(run, view, effective, book.today);
    view.due_known = view.status != Status::paused;
    set_warnings(run, view, applied, work_calendar, book.today);
    if (detail == Detail::explained) view.explanation = explain(run, view, book, applied, work_calendar);
    return view;
}

}  // namespace clocks
