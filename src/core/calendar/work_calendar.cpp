#include "calendar/work_calendar.hpp"

#include <fmt/format.h>

#include <charconv>

namespace calendar {

namespace {

constexpr std::string_view file = "calendar/holidays.yaml";

base::Result<int> year_of(const std::string& text) {
    int year = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
    if (error != std::errc() || end != text.data() + text.size() || year < 1990 || year > 2200)
        return base::fail("bad_catalogue", fmt::format("{}：年份“{}”不正确", file, text), {}, "years");
    return year;
}

base::Date new_year(int year) {
    return base::Date(std::chrono::year(year) / 1 / 1);
}

}  // namespace

base::Result<WorkCalendar> WorkCalendar::from(const base::Value& holidays) {
    const auto& years = holidays["years"].object();
    if (years.empty()) return base::fail("bad_catalogue", fmt::format("{}：没有年份", file), {}, "years");
    int first = 9999, last = 0;
    for (const auto& [name, content] : years) {
        const int year = TRY(year_of(name));
        first = std::min(first, year);
        last = std::max(last, year);
    }
    WorkCalendar calendar;
    // A holiday may begin in December of the year before its notice.
    calendar.first_ = new_year(first - 1);
    calendar.marks_.resize(static_cast<std::size_t>(new_year(last + 1) - calendar.first_));
    calendar.names_.emplace_back("法定节假日");
    calendar.final_from_ = 9999;
    for (const auto& [name, content] : years) {
        const int year = TRY(year_of(name));
        if (!TRY(calendar.read_year(year, content))) continue;
        calendar.final_from_ = std::min(calendar.final_from_, year);
        calendar.final_until_ = std::max(calendar.final_until_, year);
    }
    for (int year = calendar.final_from_; year <= calendar.final_until_; ++year)
        if (!years.find(std::to_string(year)) || years.find(std::to_string(year))->text("status") != "final")
            return base::fail("bad_catalogue", fmt::format("{}：缺少{}年的正式安排", file, year), {},
                              "years");
    return calendar;
}

// True when the year is final.
base::Result<bool> WorkCalendar::read_year(int year, const base::Value& content) {
    const auto status = content.text("status");
    if (status != "final" && status != "unknown")
        return base::fail("bad_catalogue",
                          fmt::format("{}：{}年的 status 应为 final 或者 unknown", file, year), {},
                          fmt::format("years.{}.status", year));
    for (const auto& holiday : content.list("off")) {
        names_.emplace_back(holiday.text("name"));
        const Mark off{Kind::off, static_cast<std::uint8_t>(names_.size() - 1)};
        for (const auto& day : holiday.list("days"))
            TRY(set(day.as_string() ? *day.as_string() : "", off, fmt::format("years.{}.off", year)));
    }
    for (const auto& day : content.list("work"))
        TRY(set(day.as_string() ? *day.as_string() : "", Mark{Kind::made_up, 0},
                fmt::format("years.{}.work", year)));
    return status == "final";
}

base::Result<bool> WorkCalendar::set(std::string_view text, Mark mark, const std::string& place) {
    const auto parsed = base::Date::parse(text);
    if (!parsed)
        return base::fail("bad_catalogue", fmt::format("{}：{} 处的日期“{}”不正确", file, place, text), {},
                          place);
    const int index = *parsed - first_;
    if (index < 0 || index >= static_cast<int>(marks_.size()))
        return base::fail("bad_catalogue",
                          fmt::format("{}：{} 处的日期“{}”不在所列年份之内", file, place, text), {}, place);
    if (mark.kind == Kind::made_up && !parsed->is_weekend())
        return base::fail("bad_catalogue",
                          fmt::format("{}：{} 处的调休上班日“{}”不是周末", file, place, text), {}, place);
    marks_[static_cast<std::size_t>(index)] = mark;
    return true;
}

WorkCalendar::Mark WorkCalendar::mark(base::Date day) const {
    const int index = day - first_;
    if (index < 0 || index >= static_cast<int>(marks_.size())) return {};
    return marks_[static_cast<std::size_t>(index)];
}

bool WorkCalendar::is_working_day(base::Date day) const {
    const auto kind = mark(day).kind;
    return kind == Kind::made_up || (kind == Kind::ordinary && !day.is_weekend());
}

bool WorkCalendar::is_made_up(base::Date day) const {
    return mark(day).kind == Kind::made_up;
}

std::string_view WorkCalendar::why_rest(base::Date day) const {
    const auto found = mark(day);
    if (found.kind == Kind::off) return names_[found.name];
    return is_working_day(day) ? "" : "周末";
}

// data-standards.md §6: a year whose notice is missing must not be computed silently.
bool WorkCalendar::is_provisional(base::Date day) const {
    return day < new_year(final_from_) || day >= new_year(final_until_ + 1);
}

std::string WorkCalendar::provisional_sentence() const {
    return fmt::format(
        "期限涉及{}年至{}年以外的日期，国务院办公厅放假安排尚未收录，届满日为暂定，公布后重新计算",
        final_from_, final_until_);
}

}  // namespace calendar
