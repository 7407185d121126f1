#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "redact/redact.hpp"

namespace redact {

// What the data of a case say of persons, gathered apart from what `find` is given.
struct Facts {
    std::vector<std::string> names, numbers, addresses;
    std::vector<std::string> born;  // 1979-03-12
    std::vector<std::string> kept;  // what may stand though a fact lies in it
};

// The second proof: which of the facts can still be read in a text. It compares other things than `find`
// does: names without regard to case and marks, the figures of a number whatever parts them, street and house
// of an address with its number in words or figures, a day of birth however it is written.
std::vector<Hit> remains(std::string_view text, const Facts& facts);

}  // namespace redact
