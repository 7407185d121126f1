#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "benchmark/sheet.hpp"

namespace spreadsheet {

// The first visible sheet of an Office Open XML workbook (ECMA-376). Errors: `bad_spreadsheet`, `zip_bomb`,
// `macro`, `too_many_rows`, `too_many_columns`.
base::Result<benchmark::Sheet> read_xlsx(std::string_view bytes);

// One sheet of texts, the first row bold and kept in view.
base::Result<std::string> write_xlsx(const std::vector<std::vector<std::string>>& rows);

}  // namespace spreadsheet
