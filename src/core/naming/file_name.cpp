#include "naming/file_name.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "proofread/letters.hpp"

namespace naming {

bool is_file_name(std::string_view name) {
    constexpr std::size_t letters_max = 200;
    if (!base::is_valid_utf8(name) || base::is_blank(name)) return false;
    const auto letters = proofread::letters_of(name);
    const bool only_dots = name.find_first_not_of('.') == std::string_view::npos;
    const bool leads_away = name.find_first_of("/\\") != std::string_view::npos;
    return !only_dots && !leads_away && letters.size() <= letters_max &&
           std::ranges::none_of(letters, proofread::is_hidden);
}

}  // namespace naming
