#include "naming/dates.hpp"

namespace naming {

namespace {

constexpr int year_min = 1950, year_max = 2099;

int value_of(char32_t letter) {
    if (proofread::is_digit(letter)) return static_cast<int>(letter - U'0');
    if (letter == U'零' || letter == U'○' || letter == U'O') return 0;
    const std::size_t at = LettersView(U"〇一二三四五六七八九").find(letter);
    return at == proofread::nowhere ? -1 : static_cast<int>(at);
}

// A number of at most so many digits; 十二 and 二十 as well.
int number_at(LettersView letters, std::size_t& at, std::size_t digits_max) {
    int number = -1;
    for (std::size_t digits = 0; at < letters.size() && digits < digits_max; ++digits, ++at) {
        if (letters[at] == U'十') {
            const int tens = number < 0 ? 1 : number;
            const int ones = at + 1 < letters.size() ? value_of(letters[at + 1]) : -1;
            at += ones > 0 ? 2 : 1;
            return tens * 10 + (ones > 0 ? ones : 0);
        }
        const int digit = value_of(letters[at]);
        if (digit < 0) break;
        number = (number < 0 ? 0 : number * 10) + digit;
    }
    return number;
}

bool parts(char32_t letter, char32_t han) {
    return letter == han || letter == U'-' || letter == U'.' || letter == U'/' || letter == U'－' ||
           letter == U'．';
}

std::optional<FoundDate> date_at(LettersView letters, std::size_t begin) {
    std::size_t at = begin;
    const int year = number_at(letters, at, 4);
    if (at != begin + 4 || at >= letters.size() || !parts(letters[at], U'年')) return std::nullopt;
    const bool is_written = letters[at] == U'年';
    const int month = number_at(letters, ++at, 2);
    if (month < 1 || at >= letters.size() || !parts(letters[at], U'月')) return std::nullopt;
    const int day = number_at(letters, ++at, 2);
    if (day < 1 || year < year_min || year > year_max) return std::nullopt;
    if (at < letters.size() && letters[at] == U'日')
        ++at;
    else if (is_written || (at < letters.size() && proofread::is_digit(letters[at])))
        return std::nullopt;
    const std::chrono::year_month_day ymd{std::chrono::year(year),
                                          std::chrono::month(static_cast<unsigned>(month)),
                                          std::chrono::day(static_cast<unsigned>(day))};
    if (!ymd.ok()) return std::nullopt;
    return FoundDate{.date = base::Date(ymd), .begin = begin, .end = at};
}

}  // namespace

std::optional<FoundDate> first_date(LettersView letters, std::size_t from) {
    for (std::size_t at = from; at + 8 <= letters.size(); ++at) {
        if (at > 0 && value_of(letters[at - 1]) >= 0) continue;
        if (auto found = date_at(letters, at)) return found;
    }
    return std::nullopt;
}

std::optional<base::Date> last_date(const std::vector<Line>& lines) {
    for (std::size_t i = lines.size(); i-- > 0;) {
        std::optional<base::Date> last;
        for (auto found = first_date(lines[i].letters); found;
             found = first_date(lines[i].letters, found->end))
            last = found->date;
        if (last) return last;
    }
    return std::nullopt;
}

}  // namespace naming
