#pragma once
#include <string_view>

#include "procedure/table.hpp"

namespace procedure {

// The type of a number the register gives as the act is recorded: no form asks for it, and what somebody
// typed is not kept (docs/decisions/0077).
inline constexpr std::string_view register_number = "register_number";

inline bool given_by_register(const Field& field) {
    return field.type_name == register_number;
}

}  // namespace procedure
