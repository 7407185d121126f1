#include "postgres/rows.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cstring>
#include <optional>
#include <stdexcept>

#include "json/json.hpp"

namespace postgres {
namespace {

template <class Parsed>
auto must(Parsed parsed, std::string_view text) {
    if (!parsed)
        throw std::logic_error(
            fmt::format("the database answered '{}', which is not of the asked type", text));
    return *std::move(parsed);
}

// "2026-11-21 09:30:00.5+08" as PostgreSQL writes it → RFC 3339.
std::string rfc3339(std::string_view text) {
    std::string written(text);
    if (const auto space = written.find(' '); space != std::string::npos) written[space] = 'T';
    const auto sign = written.find_last_of("+-");
    if (sign != std::string::npos && written.size() - sign == 3) written += ":00";
    return written;
}

// A deadline counted by us may lie beyond the years that may be typed in.
std::optional<base::Date> counted_date(std::string_view text) {
    int year = 0;
    unsigned month = 0, day = 0;
    const char* const end = text.data() + text.size();
    const auto after_year = std::from_chars(text.data(), end, year);
    if (after_year.ec != std::errc{} || after_year.ptr == end || *after_year.ptr != '-') return std::nullopt;
    const auto after_month = std::from_chars(after_year.ptr + 1, end, month);
    if (after_month.ec != std::errc{} || after_month.ptr == end || *after_month.ptr != '-')
        return std::nullopt;
    const auto after_day = std::from_chars(after_month.ptr + 1, end, day);
    const std::chrono::year_month_day written{std::chrono::year(year), std::chrono::month(month),
                                              std::chrono::day(day)};
    if (after_day.ec != std::errc{} || after_day.ptr != end || !written.ok()) return std::nullopt;
    return base::Date(written);
}

// The elements of "{a,\"b c\",NULL}"; a null element reads as an empty text.
std::vector<std::string> elements(std::string_view array) {
    std::vector<std::string> found;
    std::size_t i = 1;
    while (i + 1 < array.size()) {
        std::string element;
        const bool quoted = array[i] == '"';
        if (quoted) ++i;
        while (i + 1 < array.size() && array[i] != (quoted ? '"' : ',')) {
            if (array[i] == '\\') ++i;
            element += array[i++];
        }
        if (quoted) ++i;
        ++i;
        found.push_back(!quoted && element == "NULL" ? std::string() : std::move(element));
    }
    return found;
}

}  // namespace

// Columns are mostly read in their order, one of them twice when it may be null: the last place and the one
// behind it are looked at before libpq, which copies and folds the name for every question.
int Row::column(const char* name) const {
    thread_local int last = 0;
    for (const int place : {last, last + 1})
        if (place < PQnfields(result_) && std::strcmp(PQfname(result_, place), name) == 0)
            return last = place;
    const int found = PQfnumber(result_, name);
    if (found < 0) throw std::logic_error(fmt::format("the answer has no column {}", name));
    return last = found;
}

bool Row::is_null(const char* name) const {
    return PQgetisnull(result_, index_, column(name)) == 1;
}

std::string_view Row::view(const char* name) const {
    const int at = column(name);
    return {PQgetvalue(result_, index_, at), static_cast<std::size_t>(PQgetlength(result_, index_, at))};
}

std::int64_t Row::integer(const char* name) const {
    const auto text = view(name);
    if (text.empty()) return 0;
    std::int64_t number = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failed != std::errc{} || end != text.data() + text.size())
        throw std::logic_error(fmt::format("column {} is not a whole number: {}", name, text));
    return number;
}

base::Instant Row::instant(const char* name) const {
    return must(base::Instant::parse(rfc3339(view(name))), view(name));
}
base::Date Row::date(const char* name) const {
    return must(counted_date(view(name)), view(name));
}

base::Value Row::value(const char* name) const {
    if (is_null(name)) return {};
    return must(json::parse(view(name)), view(name));
}

std::vector<std::string> Row::texts(const char* name) const {
    return elements(view(name));
}

std::optional<std::string> Row::text_or_none(const char* name) const {
    return is_null(name) ? std::nullopt : std::optional(text(name));
}
std::optional<base::Instant> Row::instant_or_none(const char* name) const {
    return is_null(name) ? std::nullopt : std::optional(instant(name));
}
std::optional<base::Date> Row::date_or_none(const char* name) const {
    return is_null(name) ? std::nullopt : std::optional(date(name));
}
std::optional<std::int64_t> Row::integer_or_none(const char* name) const {
    return is_null(name) ? std::nullopt : std::optional(integer(name));
}

int Rows::affected() const {
    const std::string_view text = PQcmdTuples(result_.get());
    int count = 0;
    std::from_chars(text.data(), text.data() + text.size(), count);
    return count;
}

}  // namespace postgres
