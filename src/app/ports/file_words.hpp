#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace ports {

// Between two pages of a scan, a line of its own.
inline constexpr std::string_view page_break = "\f";

// The words of the first pages of a file somebody brought in: text, DOCX, PDF, a scan, a picture. Slow, never
// called in a request. Error `stopped` when the server ends meanwhile.
class FileWords {
  public:
    virtual ~FileWords() = default;
    virtual base::Result<std::vector<std::string>> read(std::string_view media_type,
                                                        std::string_view bytes) const = 0;
};

}  // namespace ports
