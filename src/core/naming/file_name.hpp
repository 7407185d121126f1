#pragma once
#include <string_view>

namespace naming {

// Whether this can be the name of a file that comes in: words, no way into another folder, nothing hidden
// that would make it read as another name.
bool is_file_name(std::string_view name);

}  // namespace naming
