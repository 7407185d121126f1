#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace base {

bool is_valid_utf8(std::string_view text);          // refuses overlong forms, surrogates, beyond U+10FFFF
std::size_t character_count(std::string_view text);  // code points of valid UTF-8
bool is_blank(std::string_view text);                // only spaces, tabs, line ends, ideographic spaces

}  // namespace base
