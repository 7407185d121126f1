#include "redact/names.hpp"

#include <algorithm>
#include <map>

namespace redact {

namespace {

struct Place {
    std::size_t from = 0, to = 0;  // letters
};

// Between two letters of a name there may be spaces, a line end, a middle dot or a mark of the form.
constexpr std::size_t gap_max = 6;

bool is_between(char32_t c) {
    return c == U'·' || c == U'•' || c == U'.' || c == U'-' || c == U'_' || c == U'*' || c == U'/';
}

char32_t small(char32_t c) {
    return is_capital(c) ? c + 32 : c;
}

// A word of a foreign name or a number does not begin or end inside another.
bool goes_on(const std::vector<Letter>& letters, std::size_t left, std::size_t right) {
    if (right >= letters.size() || letters[right].skipped > 0) return false;
    const char32_t a = letters[left].letter, b = letters[right].letter;
    return (is_digit(a) && is_digit(b)) || (is_word(a) && is_word(b) && !is_digit(a) && !is_digit(b));
}

std::vector<Place> places_of(const std::vector<Letter>& letters, std::u32string word) {
    std::vector<Place> places;
    std::erase(word, U'·');  // it may be left out
    if (word.empty()) return places;
    for (std::size_t i = 0; i + word.size() <= letters.size(); ++i) {
        if (small(letters[i].letter) != small(word[0]) || (i > 0 && goes_on(letters, i - 1, i))) continue;
        std::size_t at = i, k = 1;
        for (; k < word.size(); ++k) {
            ++at;
            while (at < letters.size() && small(letters[at].letter) != small(word[k]) &&
                   is_between(letters[at].letter))
                ++at;
            if (at >= letters.size() || small(letters[at].letter) != small(word[k]) ||
                letters[at].skipped > gap_max)
                break;
        }
        if (k == word.size() && !goes_on(letters, at, at + 1)) places.push_back({i, at + 1});
    }
    return places;
}

// A name of several words is often told by one of them: 阿依古丽·买买提 by 阿依古丽, John Smith by Smith.
std::vector<std::string> forms_of(const std::string& name) {
    std::vector<std::string> forms{name};
    constexpr std::size_t least = 3;
    std::string part;
    const auto end_part = [&] {
        if (part.size() < name.size() && plain(part).size() >= least) forms.push_back(part);
        part.clear();
    };
    std::size_t at = 0;
    for (const Letter& letter : letters_of(name)) {
        const bool parts_words = letter.letter == U'·' || letter.letter == U'.';
        if (parts_words || (letter.begin > at && is_word(letter.letter))) end_part();
        if (!parts_words) part += name.substr(letter.begin, letter.end - letter.begin);
        at = letter.end;
    }
    end_part();
    return forms;
}

bool lies_in(const Place& inner, const std::vector<Place>& outer) {
    return std::ranges::any_of(
        outer, [&](const Place& one) { return inner.from >= one.from && inner.to <= one.to; });
}

constexpr std::u32string_view double_surnames[] = {
    U"欧阳", U"司马", U"上官", U"诸葛", U"夏侯", U"皇甫", U"尉迟", U"公孙", U"慕容", U"令狐",
    U"司徒", U"东方", U"独孤", U"南宫", U"端木", U"百里", U"长孙", U"宇文", U"司空", U"闻人"};

std::size_t surname_bytes(const std::string& name, std::size_t letters) {
    const auto read = letters_of(name);
    return read.size() < letters ? name.size() : read[letters - 1].end;
}

std::string mask_of(const Person& person) {
    if (person.kind == Person::Kind::reporter) return "举报人";
    const std::u32string name = plain(person.name);
    const bool is_double =
        name.size() > 2 && std::ranges::find(double_surnames, name.substr(0, 2)) != std::end(double_surnames);
    const std::string surname = person.name.substr(0, surname_bytes(person.name, is_double ? 2 : 1));
    return surname + (person.kind == Person::Kind::minor ? "某某" : "某");
}

}  // namespace

std::vector<std::string> masks_of(const std::vector<Person>& persons) {
    constexpr std::string_view stems[] = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
    std::vector<std::string> masks;
    std::map<std::string, int> count, place;
    for (const Person& person : persons) ++count[mask_of(person)];
    for (const Person& person : persons) {
        std::string mask = mask_of(person);
        const auto k = static_cast<std::size_t>(place[mask]++);
        if (count[mask] > 1 && person.kind != Person::Kind::reporter)
            mask += k < std::size(stems) ? std::string(stems[k]) : std::to_string(k + 1);
        masks.push_back(std::move(mask));
    }
    return masks;
}

void find_names(const std::vector<Letter>& letters, const Known& known, std::vector<Hit>& hits) {
    std::vector<Place> kept;
    for (const std::string& name : known.kept)
        for (const Place& place : places_of(letters, plain(name))) kept.push_back(place);
    const auto add = [&](const std::string& word, std::string_view kind, const std::string& instead) {
        for (const Place& place : places_of(letters, plain(word)))
            if (!lies_in(place, kept))
                hits.push_back({.begin = letters[place.from].begin,
                                .end = letters[place.to - 1].end,
                                .kind = std::string(kind),
                                .instead = instead});
    };
    const std::vector<std::string> masks = masks_of(known.persons);
    for (std::size_t i = 0; i < known.persons.size(); ++i)
        if (plain(known.persons[i].name).size() >= 2)
            for (const std::string& form : forms_of(known.persons[i].name)) add(form, "name", masks[i]);
    for (const std::string& secret : known.secrets)
        if (plain(secret).size() >= 4) add(secret, "secret", "（略）");
}

}  // namespace redact
