#include "postgres/alarms/warning_rows.hpp"

namespace postgres {
namespace {

std::vector<int> read_numbers(const base::Value& list) {
    std::vector<int> numbers;
    for (const base::Value& number : list.items())
        if (const auto* whole = number.as_int()) numbers.push_back(static_cast<int>(*whole));
    return numbers;
}

}  // namespace

std::vector<ports::ClockWarning> read_warnings(const Rows& rows) {
    std::vector<ports::ClockWarning> warnings;
    for (const auto row : rows)
        warnings.push_back({.code = row.text("code"),
                            .before = read_numbers(row.value("warn_before")),
                            .after = read_numbers(row.value("warn_after")),
                            .set_by = row.text("set_by"),
                            .set_by_name = row.text("set_by_name"),
                            .set_at = row.instant("set_at")});
    return warnings;
}

}  // namespace postgres
