#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace redact {

// Somebody a case knows by name, and what he is in it.
struct Person {
    enum class Kind { person, minor, reporter };
    std::string name;
    Kind kind = Kind::person;
};

// What is known of a case before it is made public.
struct Known {
    std::vector<Person> persons;
    std::vector<std::string> secrets;  // addresses and numbers of persons, business secrets, word for word
    std::vector<std::string> kept;     // names of legal persons, and what the agency says of itself
};

// A place that must not be published: bytes of the text, what it is, and what stands there instead.
struct Hit {
    std::size_t begin = 0, end = 0;
    std::string kind;  // name identity phone bank email plate birth address account secret
    std::string instead;
    friend bool operator==(const Hit&, const Hit&) = default;
};

// Every such place, in order, none overlapping another: 公示规定 第六条 (personal data and business secrets
// are dealt with before publication), 第七条 (all else is what was served).
std::vector<Hit> find(std::string_view text, const Known& known);
std::string apply(std::string_view text, const std::vector<Hit>& hits);

// A paragraph of a paper before and after.
struct Change {
    std::string before, after;
    std::vector<Hit> hits;  // in `before`
};

// The paper as it may be published, made from its words and not painted over; `changes` has every paragraph.
document::Document redact(document::Document paper, const Known& known, std::vector<Change>& changes);

// What is still to be seen in a text, whatever stands between the letters: nothing when it may be published.
std::vector<Hit> leaks(std::string_view text, const Known& known);

// 李某, 欧阳某某; of two persons the same way 李某甲 and 李某乙.
std::vector<std::string> masks_of(const std::vector<Person>& persons);

}  // namespace redact
