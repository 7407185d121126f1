#pragma once
#include <functional>
#include <string_view>

#include "base/result.hpp"
#include "base/value.hpp"

namespace calendars {

using ReadYaml = std::function<base::Result<base::Value>(std::string_view text, std::string_view file)>;

// Lines "2027-02-06,休,春节" and "2027-02-14,班" of one yearly notice → {"2027": {status, off, work}}. A
// holiday may begin in December of the year before. Errors name the line.
base::Result<base::Value> years_of_rows(std::string_view text, int year);

// The years of a text laid out as catalogue/calendar/holidays.yaml, or of its `years` alone. Only what the
// program reads is kept; every year is final, has holidays, and names days of its own.
base::Result<base::Value> years_of_yaml(std::string_view text, const ReadYaml& read_yaml);

}  // namespace calendars
