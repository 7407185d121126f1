#include "naming/values.hpp"

#include <algorithm>

#include "base/identifiers.hpp"
#include "naming/dates.hpp"

namespace naming {

namespace {

constexpr std::size_t party_letters_max = 50;
constexpr std::size_t number_letters_max = 40;

bool ends_value(char32_t letter) {
    return proofread::ends_clause(letter) || letter == U'|' || letter == U'，' || letter == U',' ||
           letter == U'、';
}

bool is_mark(char32_t letter) {
    return letter == U'：' || letter == U'|' || letter == U'_' || letter == U'＿' || letter == U'.' ||
           letter == U'·' || letter == U'-' || letter == U'—';
}

bool is_label_at(const Kind& kind, const Line& line, std::size_t at) {
    if (!line.begins_at(at)) return false;
    const LettersView rest = LettersView(line.letters).substr(at);
    const auto begins = [&](const std::vector<Letters>& labels) {
        return std::ranges::any_of(
            labels, [&](const Letters& label) { return rest.starts_with(LettersView(label)); });
    };
    return begins(kind.labels.party) || begins(kind.labels.number) || begins(kind.labels.date) ||
           begins(kind.clues);
}

// Where a label stands as a word of its own; 名称 is none inside 样品名称.
std::optional<std::size_t> behind_label(const Line& line, LettersView label) {
    const LettersView letters = line.letters;
    for (std::size_t at = letters.find(label); at != proofread::nowhere; at = letters.find(label, at + 1))
        if (line.begins_at(at)) return at + label.size();
    return std::nullopt;
}

// From there to the next label, separator or sentence end; nothing when the line ends there.
LettersView value_at(const Kind& kind, const Line& line, std::size_t at) {
    const LettersView letters = line.letters;
    while (at < letters.size() && is_mark(letters[at])) ++at;
    std::size_t end = at;
    while (end < letters.size() && !ends_value(letters[end]) && (end == at || !is_label_at(kind, line, end)))
        ++end;
    return letters.substr(at, end - at);
}

// The value behind the label, on its line or alone on the next one.
template <class Use>
bool with_values(const Kind& kind, const std::vector<Line>& lines, const std::vector<Letters>& labels,
                 const Use& use) {
    for (const Letters& label : labels)
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const auto behind = behind_label(lines[i], label);
            if (!behind) continue;
            const LettersView value = value_at(kind, lines[i], *behind);
            if (!value.empty() && use(value)) return true;
            if (value.empty() && i + 1 < lines.size() && !is_label_at(kind, lines[i + 1], 0) &&
                use(value_at(kind, lines[i + 1], 0)))
                return true;
        }
    return false;
}

bool is_party(LettersView value) {
    const auto han = std::ranges::count_if(value, proofread::is_han);
    return value.size() >= 2 && value.size() <= party_letters_max && han >= 2 &&
           !first_date(value).has_value();
}

bool is_number_letter(char32_t letter) {
    return proofread::is_digit(letter) || proofread::is_latin(letter) || letter == U'-' || letter == U'/' ||
           letter == U'*';
}

bool opens_year(char32_t letter) {
    return letter == U'〔' || letter == U'（' || letter == U'(' || letter == U'[' || letter == U'【' ||
           letter == U'［';
}
bool closes_year(char32_t letter) {
    return letter == U'〕' || letter == U'）' || letter == U')' || letter == U']' || letter == U'】' ||
           letter == U'］';
}

// 城东市监罚〔2024〕12号, （2024）浙01行初12号: a year in brackets, then on to 号.
std::string official_number(const Line& line) {
    const LettersView letters = line.letters;
    for (std::size_t at = 0; at + 7 < letters.size(); ++at) {
        if (!opens_year(letters[at]) || !closes_year(letters[at + 5])) continue;
        if (!std::ranges::all_of(letters.substr(at + 1, 4), proofread::is_digit)) continue;
        std::size_t end = at + 6;
        bool digits = false;
        while (end < letters.size() && end < at + 26 && letters[end] != U'号' &&
               (proofread::is_digit(letters[end]) || proofread::is_han(letters[end])))
            digits |= proofread::is_digit(letters[end++]);
        if (!digits || end >= letters.size() || letters[end] != U'号') continue;
        std::size_t begin = at;
        while (begin > 0 && at - begin < 20 && proofread::is_han(letters[begin - 1]) &&
               (begin == at || !line.after_space[begin]))
            --begin;
        return proofread::text_of(letters.substr(begin, at - begin)) + "〔" +
               proofread::text_of(letters.substr(at + 1, 4)) + "〕" +
               proofread::text_of(letters.substr(at + 6, end + 1 - at - 6));
    }
    return {};
}

std::string plain_number(LettersView value) {
    std::size_t end = 0;
    while (end < value.size() && is_number_letter(value[end])) ++end;
    const LettersView number = value.substr(0, std::min(end, number_letters_max));
    if (number.size() < 3 || std::ranges::none_of(number, proofread::is_digit)) return {};
    return proofread::text_of(number);
}

}  // namespace

std::string party_of(const Kind& kind, const std::vector<Line>& lines, std::size_t head_lines) {
    std::string found;
    with_values(kind, lines, kind.labels.party, [&](LettersView value) {
        if (!is_party(value)) return false;
        found = proofread::text_of(value);
        return true;
    });
    if (!found.empty() || !kind.labels.addressed) return found;
    for (std::size_t i = 0; i < std::min(head_lines, lines.size()); ++i) {
        LettersView line = lines[i].letters;
        if (!line.ends_with(U'：')) continue;
        line.remove_suffix(1);
        if (is_party(line)) return proofread::text_of(line);
    }
    return found;
}

std::string number_of(const Kind& kind, const std::vector<Line>& lines, std::size_t head_lines) {
    std::string found;
    with_values(kind, lines, kind.labels.number, [&](LettersView value) {
        if (std::string official = official_number({Letters(value), std::vector<bool>(value.size())});
            !official.empty())
            found = official;
        else
            found = plain_number(value);
        // GB 32100-2015: a code whose check letter is wrong was read wrong, and no number beats a wrong one.
        if (found.size() == 18 && found.starts_with('9') && !base::is_credit_code(found)) found.clear();
        return !found.empty();
    });
    for (std::size_t i = 0; found.empty() && i < std::min(head_lines, lines.size()); ++i)
        found = official_number(lines[i]);
    return found;
}

std::optional<base::Date> date_of(const Kind& kind, const std::vector<Line>& lines) {
    if (kind.labels.undated) return std::nullopt;
    if (kind.labels.date.empty()) return last_date(lines);
    std::optional<base::Date> found;
    with_values(kind, lines, kind.labels.date, [&](LettersView value) {
        const auto date = first_date(value);
        if (date && date->begin <= 2) found = date->date;
        return found.has_value();
    });
    return found;
}

std::string known_party(std::span<const std::string> parties, const std::vector<Line>& lines) {
    std::string found;
    for (const std::string& party : parties) {
        const Letters name = line_of(party).letters;
        if (name.size() < 2 || party.size() <= found.size()) continue;
        if (std::ranges::any_of(lines, [&](const Line& line) { return proofread::has(line.letters, name); }))
            found = party;
    }
    return found;
}

std::string nearest_party(std::span<const std::string> parties, std::string_view read) {
    const Letters letters = line_of(read).letters;
    for (const std::string& party : parties) {
        const Letters name = line_of(party).letters;
        const std::size_t wrong_max = name.size() >= 10 ? 2 : name.size() >= 4 ? 1 : 0;
        if (proofread::distance(name, letters, wrong_max) <= wrong_max) return party;
    }
    return {};
}

}  // namespace naming
