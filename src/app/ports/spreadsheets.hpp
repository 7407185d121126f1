#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "benchmark/sheet.hpp"

namespace ports {

class Spreadsheets {
  public:
    using Rows = std::vector<std::vector<std::string>>;
    virtual ~Spreadsheets() = default;
    // A file as it was sent; what it is called says what it must be. Errors: `bad_spreadsheet`, `zip_bomb`,
    // `macro`, `bad_encoding`, `bad_quotes`, `name_is_not_content`, `file_empty`, `file_too_large`,
    // `too_many_rows`, `too_many_columns`.
    virtual base::Result<benchmark::Sheet> read(std::string_view name, std::string_view bytes) const = 0;
    virtual base::Result<std::string> write_xlsx(const Rows& rows) const = 0;
    virtual std::string write_csv(const Rows& rows) const = 0;
};

}  // namespace ports
