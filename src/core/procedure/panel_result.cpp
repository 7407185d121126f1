#include "procedure/panel_result.hpp"

#include <algorithm>

namespace procedure {

std::optional<std::string> result_of_majority(std::span<const std::string> views) {
    for (const std::string_view view : {"agree", "change"})
        if (static_cast<std::size_t>(std::ranges::count(views, view)) > views.size() / 2)
            return std::string(view);
    return std::nullopt;
}

bool follows_majority(std::span<const std::string> views, std::string_view purpose, std::string_view result) {
    const bool goes_on = purpose == "extension" && result == "continue";
    return result_of_majority(views) == (goes_on ? std::string_view("agree") : result);
}

}  // namespace procedure
