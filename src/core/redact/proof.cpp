#include "redact/proof.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "redact/letters.hpp"

namespace redact {

namespace {

// A text as it is read aloud: no marks between letters, small Latin letters, numbers in figures.
struct Skeleton {
    std::u32string letters;
    std::vector<std::size_t> begin, end;  // bytes of each

    void add(char32_t letter, std::size_t from, std::size_t to) {
        letters += letter;
        begin.push_back(from);
        end.push_back(to);
    }
};

bool is_mark(char32_t c) {
    return std::u32string_view(U"·•.-_*/—–~").contains(c);
}

std::optional<int> digit_of(char32_t c) {
    constexpr std::u32string_view words = U"〇一二三四五六七八九";
    if (const auto at = words.find(c); at != std::u32string_view::npos) return static_cast<int>(at);
    return c == U'零' ? std::optional(0) : std::nullopt;
}

int unit_of(char32_t c) {
    return c == U'十' ? 10 : c == U'百' ? 100 : c == U'千' ? 1000 : 0;
}

// 一百二十六 and 一二六 → 126.
std::string figures_of(const std::vector<Letter>& letters, std::size_t from, std::size_t to) {
    int sum = 0, digit = 0;
    bool has_unit = false;
    std::string digits;
    constexpr std::size_t longest = 12;
    to = std::min(to, from + longest);
    for (std::size_t i = from; i < to; ++i) {
        if (const int unit = unit_of(letters[i].letter)) {
            sum += (digit == 0 ? 1 : digit) * unit;
            digit = 0;
            has_unit = true;
        } else {
            digit = *digit_of(letters[i].letter);
            digits += static_cast<char>('0' + digit);
        }
    }
    return has_unit ? std::to_string(sum + digit) : digits;
}

Skeleton skeleton_of(std::string_view text, bool numbers_in_figures) {
    const std::vector<Letter> letters = letters_of(text);
    Skeleton made;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const char32_t c = letters[i].letter;
        if (is_mark(c)) continue;
        std::size_t to = i;
        while (numbers_in_figures && to < letters.size() &&
               (digit_of(letters[to].letter) || unit_of(letters[to].letter)))
            ++to;
        if (to == i) {
            made.add(is_capital(c) ? c + 32 : c, letters[i].begin, letters[i].end);
            continue;
        }
        for (const char figure : figures_of(letters, i, to))
            made.add(static_cast<char32_t>(figure), letters[i].begin, letters[to - 1].end);
        i = to - 1;
    }
    return made;
}

// What stands unbroken in Latin letters and figures: 66210126, 99010119790312401x, ak3321 of 临A·K3321.
std::vector<std::u32string> runs_of(std::string_view text) {
    std::vector<std::u32string> runs(1);
    for (const char32_t c : skeleton_of(text, false).letters) {
        if (is_word(c))
            runs.back() += c;
        else if (!runs.back().empty())
            runs.emplace_back();
    }
    return runs;
}

class Search {
  public:
    Search(const Skeleton& in, const std::vector<std::u32string>& kept, std::vector<Hit>& hits)
        : in_(in), hits_(hits) {
        for (const std::u32string& one : kept)
            for (std::size_t at = in.letters.find(one); !one.empty() && at != std::u32string::npos;
                 at = in.letters.find(one, at + 1))
                kept_.emplace_back(at, at + one.size());
    }

    void look_for(const std::u32string& word, std::string_view kind) {
        if (word.empty()) return;
        for (std::size_t at = in_.letters.find(word); at != std::u32string::npos;
             at = in_.letters.find(word, at + 1)) {
            const std::size_t to = at + word.size();
            if (goes_on(at, word.front(), true) || goes_on(to, word.back(), false)) continue;
            if (std::ranges::any_of(kept_,
                                    [&](const auto& one) { return one.first <= at && to <= one.second; }))
                continue;
            hits_.push_back({.begin = in_.begin[at],
                             .end = in_.end[to - 1],
                             .kind = std::string(kind),
                             .instead = "（略）"});
        }
    }

  private:
    // A figure stands beside the figures of a number: it is another number.
    bool goes_on(std::size_t at, char32_t edge, bool before) const {
        if (!is_digit(edge) || (before && at == 0) || (!before && at >= in_.letters.size())) return false;
        return is_digit(in_.letters[before ? at - 1 : at]);
    }

    const Skeleton& in_;
    std::vector<Hit>& hits_;
    std::vector<std::pair<std::size_t, std::size_t>> kept_;
};

// 柳堤路126 of 临江市城东区柳堤街道柳堤路126号2单元.
std::u32string street_and_house(std::string_view address) {
    const std::u32string all = skeleton_of(address, true).letters;
    const auto number = std::ranges::find_if(all, is_digit);
    if (number == all.end()) return {};
    const auto to = std::find_if_not(number, all.end(), is_digit);
    auto from = number;
    while (from != all.begin() && !std::u32string_view(U"省市区县旗镇乡道").contains(*(from - 1))) --from;
    return number - from < 2 ? std::u32string() : std::u32string(from, to);
}

std::vector<std::u32string> days_of(const std::string& born) {
    if (born.size() != 10) return {};
    const auto wide = [](std::string_view text) { return std::u32string(text.begin(), text.end()); };
    const std::u32string year = wide(born.substr(0, 4)), month = wide(born.substr(5, 2)),
                         day = wide(born.substr(8, 2));
    const auto bare = [](std::u32string two) { return two.starts_with(U'0') ? two.substr(1) : two; };
    return {year + month + day, year + U'年' + month + U'月' + day + U'日',
            year + U'年' + bare(month) + U'月' + bare(day) + U'日'};
}

// 0999-66210126 may be told without its area, an identity number without its end.
std::vector<std::u32string> tails_of_number(const std::u32string& all) {
    const auto figures = std::ranges::count_if(all, is_digit);
    constexpr std::ptrdiff_t least = 7, least_with_letters = 3;
    const bool has_letters = std::cmp_less(figures, all.size());
    if (figures < (has_letters ? least_with_letters : least) || all.size() < 6) return {};
    std::vector<std::u32string> tails{all};
    if (all.size() >= 10 && all.size() <= 12 && all.starts_with(U'0'))
        tails.push_back(all.substr(all.size() - 8));
    if (all.size() == 18) {
        constexpr std::size_t day_of_birth = 6, until_day = 14;
        tails.push_back(all.substr(0, until_day));
        tails.push_back(all.substr(day_of_birth, until_day - day_of_birth));
    }
    return tails;
}

std::vector<std::u32string> skeletons(const std::vector<std::string>& words, bool numbers_in_figures) {
    std::vector<std::u32string> made;
    for (const std::string& word : words) made.push_back(skeleton_of(word, numbers_in_figures).letters);
    return made;
}

}  // namespace

std::vector<Hit> remains(std::string_view text, const Facts& facts) {
    std::vector<Hit> hits;
    const Skeleton plain = skeleton_of(text, false), counted = skeleton_of(text, true);
    Search words(plain, skeletons(facts.kept, false), hits);
    Search numbers(counted, skeletons(facts.kept, true), hits);
    for (const std::string& name : facts.names) words.look_for(skeleton_of(name, false).letters, "name");
    for (const std::string& number : facts.numbers)
        for (const std::u32string& run : runs_of(number))
            for (const std::u32string& tail : tails_of_number(run)) words.look_for(tail, "secret");
    for (const std::string& address : facts.addresses) numbers.look_for(street_and_house(address), "address");
    for (const std::string& born : facts.born)
        for (const std::u32string& day : days_of(born)) numbers.look_for(day, "birth");
    return hits;
}

}  // namespace redact
