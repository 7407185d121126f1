#pragma once
#include <string>

#include "base/result.hpp"

namespace pdf {

struct Description {
    std::string title;
    std::string author;
    std::string made;  // 2024-07-04T00:00:00+08:00
};

// What Cairo writes made fit for keeping (ISO 19005-2, PDF/A-2b): the colour space, the description, the
// language and an identifier are added behind it, and the groups of transparency that nothing uses are
// blanked.
base::Result<std::string> archival(std::string written, const Description& description);

}  // namespace pdf
