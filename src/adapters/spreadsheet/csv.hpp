#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "benchmark/sheet.hpp"

namespace spreadsheet {

// RFC 4180: quotes doubled inside quotes, line ends inside quotes kept. Errors: `bad_encoding`,
// `bad_quotes`, `too_many_rows`, `too_many_columns`.
base::Result<benchmark::Sheet> read_csv(std::string_view bytes);

// With the mark of UTF-8, so that office programs read it as such.
std::string write_csv(const std::vector<std::vector<std::string>>& rows);

}  // namespace spreadsheet
