#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace redact {

// A letter of a text as it is compared: full-width forms as ASCII, without what may stand between the letters
// of a name (spaces, line ends, zero-width marks); `begin` and `end` are its bytes in the text.
struct Letter {
    char32_t letter = 0;
    std::size_t begin = 0, end = 0;
    std::size_t skipped = 0;  // letters left out before it
};

std::vector<Letter> letters_of(std::string_view text);
std::u32string plain(std::string_view text);  // the letters alone

inline bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}
inline bool is_capital(char32_t c) {
    return c >= U'A' && c <= U'Z';
}
inline bool is_word(char32_t c) {
    return is_digit(c) || is_capital(c) || (c >= U'a' && c <= U'z');
}

}  // namespace redact
