#pragma once
#include "ports/spreadsheets.hpp"

namespace spreadsheet {

class Spreadsheets final : public ports::Spreadsheets {
  public:
    base::Result<benchmark::Sheet> read(std::string_view name, std::string_view bytes) const override;
    base::Result<std::string> write_xlsx(const Rows& rows) const override;
    std::string write_csv(const Rows& rows) const override;
};

}  // namespace spreadsheet
