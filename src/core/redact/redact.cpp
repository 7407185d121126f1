#include "redact/redact.hpp"

#include <algorithm>

#include "redact/names.hpp"
#include "redact/patterns.hpp"

namespace redact {

namespace {

// What the agency says of itself (its telephone, the account fines are paid to) stays.
bool is_kept(std::string_view text, const Hit& hit, const Known& known) {
    const std::u32string words = plain(text.substr(hit.begin, hit.end - hit.begin));
    return std::ranges::any_of(known.kept, [&](const std::string& kept) {
        const std::u32string whole = plain(kept);
        return !whole.empty() && (whole == words || whole.find(words) != std::u32string::npos);
    });
}

// The longest of those that overlap.
std::vector<Hit> apart(std::vector<Hit> hits) {
    std::ranges::stable_sort(hits, [](const Hit& a, const Hit& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    std::vector<Hit> made;
    for (Hit& hit : hits) {
        if (made.empty() || hit.begin >= made.back().end) {
            made.push_back(std::move(hit));
        } else if (hit.end > made.back().end) {
            made.back().end = hit.end;
            made.back().instead = "（略）";
        }
    }
    return made;
}

}  // namespace

std::vector<Hit> find(std::string_view text, const Known& known) {
    const std::vector<Letter> letters = letters_of(text);
    std::vector<Hit> hits;
    find_patterns(letters, hits);
    std::erase_if(hits, [&](const Hit& hit) { return is_kept(text, hit, known); });
    find_names(letters, known, hits);
    return apart(std::move(hits));
}

std::string apply(std::string_view text, const std::vector<Hit>& hits) {
    std::string made;
    std::size_t at = 0;
    for (const Hit& hit : hits) {
        made += text.substr(at, hit.begin - at);
        made += hit.instead;
        at = hit.end;
    }
    made += text.substr(at);
    return made;
}

std::vector<Hit> leaks(std::string_view text, const Known& known) {
    return find(text, known);
}

}  // namespace redact
