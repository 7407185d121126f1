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
    const bool is_agreed = result == "agree" || goes_on;
    const auto agree = static_cast<std::size_t>(std::ranges::count(views, "agree"));
    // Who is against, or wants it otherwise, does not say what else is to be done.
    return 2 * (is_agreed ? agree : views.size() - agree) > views.size();
}

}  // namespace procedure
