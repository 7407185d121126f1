#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/result.hpp"

namespace ports {

// What anyone who holds a paper may be told of it: what stands on its first lines, and whether it still
// counts.
struct CheckedPaper {
    std::string agency, title, number;
    base::Date made_on;
    std::optional<base::Date> sealed_on = {};
    bool withdrawn = false;
};

class PaperRegister {
  public:
    virtual ~PaperRegister() = default;
    // By the twelve signs of the code, without hyphens, in capitals.
    virtual base::Result<std::optional<CheckedPaper>> find(std::string_view code) = 0;
};

}  // namespace ports
