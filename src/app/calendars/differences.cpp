#include "calendars/differences.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "clocks/clocks.hpp"

namespace calendars {

namespace {

std::string said(const calendar::WorkCalendar& days, base::Date day) {
    if (days.is_made_up(day)) return "调休上班";
    const auto why = days.why_rest(day);
    return why.empty() ? "工作日" : std::string(why);
}

using Clock = const ports::ClockRow*;

// Nobody has done yet what the period is for: it runs, is late or went by.
bool is_unmet(const ports::ClockRow& clock) {
    return !clock.met_on && clock.status != clocks::code_of(clocks::Status::met) &&
           clock.status != clocks::code_of(clocks::Status::voided);
}

std::string label_of(std::string_view status) {
    using enum clocks::Status;
    for (const auto each : {running, paused, met, missed, over, voided, not_held})
        if (clocks::code_of(each) == status) return std::string(clocks::label_of(each));
    return std::string(status);
}

struct Pair {
    Clock was = nullptr, is = nullptr;
};

// The n-th of a code and an act before is the n-th of them after.
std::vector<Pair> paired(const std::vector<ports::ClockRow>& before,
                         const std::vector<ports::ClockRow>& after) {
    std::vector<Pair> pairs;
    for (const ports::ClockRow& clock : before) pairs.push_back({&clock, nullptr});
    for (const ports::ClockRow& clock : after) {
        const auto same = std::ranges::find_if(pairs, [&](const Pair& pair) {
            return pair.was != nullptr && pair.is == nullptr && pair.was->code == clock.code &&
                   pair.was->of == clock.of;
        });
        if (same == pairs.end())
            pairs.push_back({nullptr, &clock});
        else
            same->is = &clock;
    }
    return pairs;
}

bool differs(const Pair& pair) {
    const auto [was, is] = pair;
    if (was == nullptr || is == nullptr) return is_unmet(was == nullptr ? *is : *was);
    if (!is_unmet(*was) && !is_unmet(*is)) return false;
    return was->due != is->due || was->anchor != is->anchor || was->status != is->status ||
           was->provisional != is->provisional;
}

// The changed days the clock counts over, the first few by name; a clock may count back from its anchor.
std::string changed_days(base::Date first, base::Date last, const std::vector<DayChange>& changes) {
    constexpr int named_max = 4;
    std::string words;
    int count = 0;
    for (const DayChange& change : changes) {
        if (change.day < first || last < change.day) continue;
        if (++count > named_max) continue;
        words += fmt::format("{}{}由{}改为{}", words.empty() ? "" : "；", change.day.chinese(), change.before,
                             change.after);
    }
    if (count > named_max) words += fmt::format("等{}日", count);
    return words;
}

void add(std::string& words, const std::string& more) {
    if (!more.empty()) words += (words.empty() ? "" : "；") + more;
}

std::string why(const Pair& pair, const std::vector<DayChange>& changes) {
    const ports::ClockRow& was = pair.was == nullptr ? *pair.is : *pair.was;
    const ports::ClockRow& is = pair.is == nullptr ? *pair.was : *pair.is;
    std::string words;
    if (pair.was == nullptr) add(words, fmt::format("自{}起算，现行安排下尚未起算", is.anchor.chinese()));
    if (pair.is == nullptr) add(words, "按新的安排尚未起算");
    if (was.anchor != is.anchor)
        add(words, fmt::format("起算日由{}改为{}", was.anchor.chinese(), is.anchor.chinese()));
    if (was.status != is.status)
        add(words, fmt::format("状态由“{}”变为“{}”", label_of(was.status), label_of(is.status)));
    add(words, changed_days(std::min({was.anchor, is.anchor, was.due, is.due}),
                            std::max({was.anchor, is.anchor, was.due, is.due}), changes));
    if (was.provisional && !is.provisional)
        add(words, words.empty() ? "该年放假安排已经公布，届满日由暂定改为确定" : "届满日由暂定改为确定");
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
    const auto add_row = [&](ports::CalendarDifference row) {
        row.case_no = case_no;
        row.position = static_cast<int>(found.size());
        row.cause = before.cause;
        found.push_back(std::move(row));
    };
    if (before.state != after.state)
        add_row({.code = "STATE",
                 .title = "案件状态",
                 .why = fmt::format("由“{}”变为“{}”", before.state_label, after.state_label)});
    for (const Pair& pair : paired(before.clocks, after.clocks)) {
        if (!differs(pair)) continue;
        const ports::ClockRow& named = pair.was == nullptr ? *pair.is : *pair.was;
        ports::CalendarDifference row{.code = named.code, .title = named.title, .why = why(pair, changes)};
        if (pair.was != nullptr) row.old_due = pair.was->due, row.old_provisional = pair.was->provisional;
        if (pair.is != nullptr) row.new_due = pair.is->due, row.new_provisional = pair.is->provisional;
        add_row(std::move(row));
    }
    return found;
}

}  // namespace calendars
