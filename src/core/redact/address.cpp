#include "redact/address.hpp"

#include <algorithm>
#include <charconv>

#include "base/numerals.hpp"
#include "redact/letters.hpp"

namespace redact {

namespace {

// Behind these a shorter form of the address may begin.
constexpr std::u32string_view areas = U"省市区县旗镇乡村道";

struct Piece {
    std::string text;
    bool is_number = false;
};

std::vector<Letter> part(const std::vector<Letter>& letters, std::size_t from, std::size_t to) {
    return {letters.begin() + static_cast<std::ptrdiff_t>(from),
            letters.begin() + static_cast<std::ptrdiff_t>(to)};
}

std::vector<Piece> pieces_of(std::string_view address, const std::vector<Letter>& letters) {
    std::vector<Piece> pieces;
    for (const Letter& one : letters) {
        const bool number = is_digit(one.letter);
        if (pieces.empty() || pieces.back().is_number != number) pieces.push_back({{}, number});
        if (number)
            pieces.back().text += static_cast<char>(one.letter);
        else
            pieces.back().text += address.substr(one.begin, one.end - one.begin);
    }
    return pieces;
}

std::string in_words(const std::string& number, bool digit_by_digit) {
    constexpr std::string_view digits[] = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    std::string words;
    if (digit_by_digit) {
        for (const char digit : number) words += digits[digit - '0'];
        return words;
    }
    std::int64_t value = 0;
    std::from_chars(number.data(), number.data() + number.size(), value);
    return base::chinese_number(value);
}

void add(std::vector<std::string>& forms, std::string form) {
    if (std::ranges::find(forms, form) == forms.end()) forms.push_back(std::move(form));
}

void add_spellings(std::vector<std::string>& forms, const std::vector<Piece>& pieces) {
    std::string figures, words, digits;
    for (const Piece& piece : pieces) {
        const bool is_short = piece.text.size() <= 4;
        figures += piece.text;
        words += piece.is_number && is_short ? in_words(piece.text, false) : piece.text;
        digits += piece.is_number && is_short ? in_words(piece.text, true) : piece.text;
    }
    add(forms, std::move(figures));
    add(forms, std::move(words));
    add(forms, std::move(digits));
}

// It still says where a house stands: a street and a number, or a house and a room.
bool tells_a_house(const std::vector<Letter>& letters) {
    int numbers = 0;
    std::size_t before = 0;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const bool begins = is_digit(letters[i].letter) && (i == 0 || !is_digit(letters[i - 1].letter));
        if (begins && numbers++ == 0) before = i;
    }
    return (before >= 2 && numbers >= 1) || (numbers >= 2 && letters.size() >= 5);
}

bool begins_a_form(const std::vector<Letter>& letters, std::size_t i) {
    return i == 0 || areas.contains(letters[i - 1].letter) ||
           (letters[i - 1].letter == U'号' && is_digit(letters[i].letter));
}

bool ends_a_form(const std::vector<Letter>& letters, std::size_t to) {
    if (to == letters.size()) return true;
    const bool behind_a_number = is_digit(letters[to - 1].letter) && !is_digit(letters[to].letter);
    const bool behind_a_house =
        letters[to - 1].letter == U'号' && to >= 2 && is_digit(letters[to - 2].letter);
    return behind_a_number || behind_a_house;
}

}  // namespace

std::vector<std::string> forms_of_address(std::string_view address) {
    const std::vector<Letter> letters = letters_of(address);
    std::vector<std::string> forms;
    if (letters.empty()) return forms;
    add(forms, std::string(address));
    constexpr std::size_t longest = 100;  // what is longer is no address but a text
    if (letters.size() > longest) return forms;
    for (std::size_t from = 0; from < letters.size(); ++from) {
        if (!begins_a_form(letters, from)) continue;
        for (std::size_t to = from + 4; to <= letters.size(); ++to) {
            const std::vector<Letter> some = part(letters, from, to);
            if (ends_a_form(letters, to) && tells_a_house(some))
                add_spellings(forms, pieces_of(address, some));
        }
    }
    return forms;
}

}  // namespace redact
