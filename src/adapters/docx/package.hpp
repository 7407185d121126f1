#pragma once
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace docx {

// Parts by name, put into one zip without the time of day.
base::Result<std::string> zipped(const std::vector<std::pair<std::string, std::string>>& parts);

}  // namespace docx
