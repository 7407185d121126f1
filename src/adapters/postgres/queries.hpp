#pragma once
#include <string>
#include <string_view>

namespace postgres {

// The text of db/queries/<name>.sql; a name that does not exist is a mistake of ours and throws.
std::string query_text(std::string_view name);

}  // namespace postgres
