#pragma once
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace identity {

// Who asks: a signed-in person in one of the agencies he holds posts in. Everything that touches data takes
// one.
struct Viewer {
    std::string person;  // staff id
    std::string name;
    std::string node;                // organisation node of the post: a station, a unit, or the bureau itself
    std::string agency;              // region code of the agency, GB/T 2260
    std::vector<std::string> roles;  // procedure.md §2, all roles held in this agency today

    bool has_role(std::string_view role) const { return std::ranges::find(roles, role) != roles.end(); }
};

}  // namespace identity
