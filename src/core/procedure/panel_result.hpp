#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace procedure {

// What more than half of those who spoke come to (程序规定 第六十条第二款); none: they are divided or against
// it. `views` are those of panel_discuss: agree, change, against.
std::optional<std::string> result_of_majority(std::span<const std::string> views);

// To go on with the case is what those agree to who discuss its extension.
bool follows_majority(std::span<const std::string> views, std::string_view purpose, std::string_view result);

}  // namespace procedure
