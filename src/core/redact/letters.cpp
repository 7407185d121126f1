#include "redact/letters.hpp"

namespace redact {

namespace {

struct Decoded {
    char32_t letter;
    std::size_t size;
};

// A byte that is no UTF-8 stands for itself, so that nothing is skipped unseen.
Decoded decode(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const unsigned char first = byte(0);
    const std::size_t size = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
    if (size == 1 || at + size > text.size()) return {first, 1};
    char32_t letter = first & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) letter = (letter << 6U) | (byte(i) & 0x3FU);
    return {letter, size};
}

bool is_left_out(char32_t c) {
    return c <= U' ' || c == 0xA0 || c == 0xAD || c == 0x3000 || (c >= 0x2000 && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202F) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

char32_t folded(char32_t c) {
    return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
}

}  // namespace

std::vector<Letter> letters_of(std::string_view text) {
    std::vector<Letter> letters;
    std::size_t skipped = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded one = decode(text, at);
        if (is_left_out(one.letter)) {
            ++skipped;
        } else {
            letters.push_back(
                {.letter = folded(one.letter), .begin = at, .end = at + one.size, .skipped = skipped});
            skipped = 0;
        }
        at += one.size;
    }
    return letters;
}

std::u32string plain(std::string_view text) {
    std::u32string made;
    for (const Letter& one : letters_of(text)) made += one.letter;
    return made;
}

}  // namespace redact
