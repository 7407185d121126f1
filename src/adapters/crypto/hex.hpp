#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace crypto {

std::string to_hex(std::string_view bytes);                  // lower case
std::optional<std::string> from_hex(std::string_view text);  // nothing when it is not hexadecimal
bool equal_in_constant_time(std::string_view a, std::string_view b);

}  // namespace crypto
