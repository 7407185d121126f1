#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace benchmark {

// The words of a cell in one spelling: no spaces, one sign for each of per cent, dash, brackets and stops, a
// line end as a semicolon.
std::string normal(std::string_view text);

// Digits nobody can be sure of are refused with the place: full-width digits, a thousands comma, a sign.
// Errors: `full_width_digits`, `thousands_comma`, `negative_amount`.
base::Result<void> refuse_digits(std::string_view text);

bool starts(std::string_view text, std::string_view with);
bool take(std::string_view& text, std::string_view word);  // eats `word` at the start
std::string_view next_character(std::string_view text);

}  // namespace benchmark
