#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace proofread {

using Letters = std::u32string;
using LettersView = std::u32string_view;

// One letter for one character, so that a position is a position in the paragraph. Full-width digits and
// Latin letters become half-width, the ideographic space a space: the same words typed in two ways compare
// equal.
Letters letters_of(std::string_view text);
std::string text_of(LettersView letters);

inline constexpr auto nowhere = LettersView::npos;

bool is_digit(char32_t letter);
bool is_latin(char32_t letter);
bool is_han(char32_t letter);
bool is_hidden(char32_t letter);  // controls, zero-width marks, marks that turn the direction
bool is_space(char32_t letter);
bool ends_clause(char32_t letter);  // 。；！？ and line ends
LettersView trimmed(LettersView letters);
bool has(LettersView text, LettersView word);
Letters without_spaces(LettersView letters);

// Where the sentence around a position begins and ends (。；).
LettersView sentence_at(LettersView line, std::size_t at);
std::size_t sentence_begin(LettersView line, std::size_t at);

// Every place of a word in a line.
std::vector<std::size_t> places_of(LettersView line, LettersView word);

// How many letters must be changed, added or dropped; gives up beyond `most`.
std::size_t distance(LettersView a, LettersView b, std::size_t most);

}  // namespace proofread
