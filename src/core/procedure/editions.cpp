#include "procedure/editions.hpp"

#include <algorithm>

#include "procedure/table_reader.hpp"

namespace procedure {

namespace {

constexpr base::Date before_every_text{std::chrono::year{1900} / 1 / 1};

void take_days(const base::Value& row, std::vector<base::Date>& days) {
    if (const auto from = base::Date::parse(row.text("in_force_from"))) days.push_back(*from);
    if (const auto until = base::Date::parse(row.text("in_force_until"))) days.push_back(until->plus_days(1));
}

std::vector<base::Date> days_of(const Table::Sources& sources) {
    std::vector<base::Date> days;
    for (const auto& row : sources.acts.list("acts")) take_days(row, days);
    for (const auto& row : sources.documents.list("documents")) take_days(row, days);
    for (const auto& [code, rows] : sources.refusals["refusals"].object()) {
        take_days(rows, days);
        for (const auto& row : rows.items()) take_days(row, days);
    }
    std::ranges::sort(days);
    const auto again = std::ranges::unique(days);
    days.erase(again.begin(), again.end());
    return days;
}

// Place of the table for spans i ≤ j, the tables being kept row by row of a triangle.
std::size_t place(std::size_t begun, std::size_t on) {
    return on * (on + 1) / 2 + begun;
}

}  // namespace

base::Result<Editions> Editions::from(const Table::Sources& sources) {
    Editions editions;
    editions.days_ = days_of(sources);
    std::vector<base::Date> first{before_every_text};
    first.insert(first.end(), editions.days_.begin(), editions.days_.end());
    for (const auto on : first)
        for (const auto begun : first) {
            if (begun > on) break;
            editions.tables_.push_back(TRY(Table::from(sources, {.begun = begun, .on = on})));
        }
    return editions;
}

std::size_t Editions::span_of(base::Date day) const {
    return static_cast<std::size_t>(std::ranges::upper_bound(days_, day) - days_.begin());
}

const Table& Editions::of(base::Date began, base::Date on) const {
    const auto acting = span_of(on);
    return tables_[place(std::min(span_of(began), acting), acting)];
}

}  // namespace procedure
