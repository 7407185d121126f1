#include "proofread/letters.hpp"

#include <algorithm>

namespace proofread {

namespace {

char32_t folded(char32_t letter) {
    if (letter >= U'０' && letter <= U'９') return letter - U'０' + U'0';
    if (letter >= U'Ａ' && letter <= U'Ｚ') return letter - U'Ａ' + U'A';
    if (letter >= U'ａ' && letter <= U'ｚ') return letter - U'ａ' + U'a';
    if (letter == U'　' || letter == U'\u00a0' || letter == U'\t') return U' ';
    return letter;
}

}  // namespace

Letters letters_of(std::string_view text) {
    Letters letters;
    letters.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t letter = bytes == 1 ? lead : lead & (0x7FU >> bytes);
        for (std::size_t k = 1; k < bytes && i + k < text.size(); ++k)
            letter = (letter << 6U) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
        letters.push_back(folded(letter));
        i += bytes;
    }
    return letters;
}

std::string text_of(LettersView letters) {
    std::string text;
    const auto add = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    for (const char32_t letter : letters) {
        if (letter < 0x80) {
            add(letter);
        } else if (letter < 0x800) {
            add(0xC0U | (letter >> 6U));
            add(0x80U | (letter & 0x3FU));
        } else if (letter < 0x10000) {
            add(0xE0U | (letter >> 12U));
            add(0x80U | ((letter >> 6U) & 0x3FU));
            add(0x80U | (letter & 0x3FU));
        } else {
            add(0xF0U | (letter >> 18U));
            add(0x80U | ((letter >> 12U) & 0x3FU));
            add(0x80U | ((letter >> 6U) & 0x3FU));
            add(0x80U | (letter & 0x3FU));
        }
    }
    return text;
}

bool is_digit(char32_t letter) {
    return letter >= U'0' && letter <= U'9';
}
bool is_latin(char32_t letter) {
    return (letter >= U'A' && letter <= U'Z') || (letter >= U'a' && letter <= U'z');
}
bool is_han(char32_t letter) {
    return (letter >= 0x3400 && letter <= 0x9FFF) || (letter >= 0xF900 && letter <= 0xFAFF) ||
           (letter >= 0x20000 && letter <= 0x3FFFF) || letter == U'〇';
}
bool is_hidden(char32_t letter) {
    return letter < 0x20 || (letter >= 0x7F && letter < 0xA0) || letter == 0xAD ||
           (letter >= 0x200B && letter <= 0x200F) || (letter >= 0x202A && letter <= 0x202E) ||
           (letter >= 0x2060 && letter <= 0x2069) || letter == 0xFEFF || letter == 0xFFFD ||
           (letter >= 0xD800 && letter <= 0xDFFF);
}
bool is_space(char32_t letter) {
    return letter == U' ' || letter == U'\n' || letter == U'\r';
}
bool ends_clause(char32_t letter) {
    return letter == U'。' || letter == U'；' || letter == U';' || letter == U'！' || letter == U'？' ||
           letter == U'\n';
}

LettersView trimmed(LettersView letters) {
    while (!letters.empty() && is_space(letters.front())) letters.remove_prefix(1);
    while (!letters.empty() && is_space(letters.back())) letters.remove_suffix(1);
    return letters;
}

bool has(LettersView text, LettersView word) {
    return text.find(word) != nowhere;
}

Letters without_spaces(LettersView letters) {
    Letters kept(letters);
    std::erase_if(kept, is_space);
    return kept;
}

std::size_t sentence_begin(LettersView line, std::size_t at) {
    while (at > 0 && !ends_clause(line[at - 1])) --at;
    return at;
}

LettersView sentence_at(LettersView line, std::size_t at) {
    const std::size_t begin = sentence_begin(line, at);
    std::size_t end = at;
    while (end < line.size() && !ends_clause(line[end])) ++end;
    return line.substr(begin, end - begin);
}

std::vector<std::size_t> places_of(LettersView line, LettersView word) {
    std::vector<std::size_t> places;
    for (auto at = line.find(word); at != nowhere; at = line.find(word, at + word.size()))
        places.push_back(at);
    return places;
}

std::size_t distance(LettersView a, LettersView b, std::size_t most) {
    if ((a.size() > b.size() ? a.size() - b.size() : b.size() - a.size()) > most) return most + 1;
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t k = 0; k <= b.size(); ++k) row[k] = k;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t k = 1; k <= b.size(); ++k) {
            const std::size_t above = row[k];
            row[k] = std::min({row[k] + 1, row[k - 1] + 1, diagonal + (a[i - 1] == b[k - 1] ? 0U : 1U)});
            diagonal = above;
        }
    }
    return std::min(row.back(), most + 1);
}

}  // namespace proofread
