#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace spreadsheet {

// The text of a csv file as UTF-8: UTF-8 with or without its mark, or GB 18030 (GBK), which the six headings
// must prove. Errors: `bad_encoding` with the line where it breaks.
base::Result<std::string> text_of_csv(std::string_view bytes);

}  // namespace spreadsheet
