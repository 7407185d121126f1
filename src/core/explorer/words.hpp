#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/value.hpp"
#include "discretion/catalogue.hpp"

namespace explorer {

struct Field {
    std::string id, title;
};

// What somebody may type, and the items meant, the likeliest first.
struct Saying {
    std::vector<std::string> said;   // as they are compared, see folded()
    std::vector<std::size_t> items;  // places in the catalogue
};

// catalogue/discretion/words.yaml.
struct Words {
    std::vector<Field> fields;
    std::vector<Saying> sayings;

    // Error `bad_catalogue` for a row without words, an item the catalogue does not have, a field without a
    // title.
    static base::Result<Words> from(const base::Value& file, const discretion::Catalogue& catalogue);
};

// A text as it is compared: small letters, half-width, without blanks and marks.
std::string folded(std::string_view text);

}  // namespace explorer
