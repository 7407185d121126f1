#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/value.hpp"
#include "naming/lines.hpp"

namespace naming {

// What is found on a page of one kind, each by the labels it stands behind.
struct Labels {
    std::vector<Letters> party, number, date;
    bool undated = false;    // no day on it belongs into its name
    bool addressed = false;  // else the party is whom the head of the page addresses
};

struct Kind {
    std::string id, name;
    std::vector<Letters> titles, clues;
    Labels labels;
};

// A form of this installation: it is recognised by its title.
struct Form {
    std::string id, title;
};

// A piece of the rule a name is made by: a field or words, and whether it is left out with its field.
struct NamePiece {
    std::string before, field, after;
    bool optional = false;
};

struct Rules {
    std::vector<Kind> kinds;
    std::vector<NamePiece> name;
    std::size_t head_lines = 0, words_max = 0;
    int needed = 0;
    std::int64_t file_bytes_max = 0;
    std::uint64_t read_pixels_max = 0;  // of a picture that is read

    // catalogue/documents/file_names.yaml with the forms. Errors: `bad_catalogue`, naming the row.
    static base::Result<Rules> from(const base::Value& content, std::span<const Form> forms);
};

}  // namespace naming
