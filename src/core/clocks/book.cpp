#include "clocks/book.hpp"

#include <algorithm>
#include <ranges>

namespace clocks {

Run* Book::start(std::string_view code, const casefile::Act& act, base::Date anchor) {
    const auto& versions = table.versions(code);
    if (versions.empty()) return nullptr;
    const Row* row = row_for(code, anchor);
    Run run;
    run.row = row ? row : &versions.front();
    run.held = row != nullptr;
    run.of = run.started_by = act.n;
    run.anchor = anchor;
    runs.push_back(std::move(run));
    return &runs.back();
}

// A running case keeps the text it began under, unless the new one says otherwise.
const Row* Book::row_for(std::string_view code, base::Date anchor) const {
    const Row* row = table.find(code, anchor);
    if (row == nullptr || row->for_running_cases || acts.empty()) return row;
    const auto begun = acts.front().at.date();
    if (row->in_force_from <= begun) return row;
    const Row* kept = table.find(code, begun);
    return kept != nullptr ? kept : row;
}

Run* Book::open(std::string_view code, int of) {
    for (auto& run : std::views::reverse(runs))
        if (run.row->code == code && run.is_open() && (of == 0 || run.of == of)) return &run;
    return nullptr;
}

Run* Book::latest(std::string_view code, int of) {
    for (auto& run : std::views::reverse(runs))
        if (run.row->code == code && (of == 0 || run.of == of)) return &run;
    return nullptr;
}

void Book::meet(std::string_view code, const casefile::Act& act, base::Date on, int of) {
    Run* run = open(code, of);
    if (!run) return;
    run->met_on = on;
    run->met_by = act.n;
}

void Book::cancel(std::string_view code, base::Date on, int of) {
    while (Run* run = open(code, of)) run->voided_on = on;
}

void Book::begin_pause(std::string_view kind, const casefile::Act& act, base::Date begun_on) {
    pauses.push_back({.kind = std::string(kind), .act = act.n, .first = begun_on.plus_days(1)});
}

void Book::end_pause(std::string_view kind, int begun_by, base::Date on) {
    for (auto& pause : pauses)
        if ((kind.empty() || pause.kind == kind) && (begun_by == 0 || pause.act == begun_by) && !pause.last)
            pause.last = on;
}

const casefile::Act* Book::act(std::int64_t n) const {
    const auto found = std::ranges::find(acts, n, &casefile::Act::n);
    return found == acts.end() ? nullptr : &*found;
}

bool is_withdrawn(const Book& book, const casefile::Act& request) {
    return std::ranges::any_of(book.acts, [&](const casefile::Act& act) {
        return act.type == "withdraw" && number_in(act.data, "of") == request.n;
    });
}

std::optional<base::Date> date_in(const base::Value& data, std::string_view field) {
    const auto& value = data[field];
    if (!value.as_string()) return {};
    if (const auto date = base::Date::parse(*value.as_string())) return *date;
    if (const auto instant = base::Instant::parse(*value.as_string())) return instant->date();
    return {};
}

base::Date date_of(const casefile::Act& act, std::string_view field) {
    return date_in(act.data, field).value_or(act.at.date());
}

int number_in(const base::Value& data, std::string_view field) {
    const auto number = data.integer(field);
    return number && *number > 0 && *number < 1'000'000 ? static_cast<int>(*number) : 0;
}

bool lists(const base::Value& data, std::string_view field, std::string_view member) {
    return std::ranges::any_of(data.list(field), [&](const base::Value& item) {
        return item.as_string() && *item.as_string() == member;
    });
}

}  // namespace clocks
