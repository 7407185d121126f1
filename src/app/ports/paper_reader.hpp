#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace ports {

// Reads the words of a paper that was written elsewhere.
class PaperReader {
  public:
    virtual ~PaperReader() = default;
    // Its paragraphs; what the file is called says what it must be. Errors say why it is not read.
    virtual base::Result<std::vector<std::string>> read(std::string_view name,
                                                        std::string_view bytes) const = 0;
};

}  // namespace ports
