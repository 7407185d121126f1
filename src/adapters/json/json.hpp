#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/value.hpp"

namespace json {

struct Limits {
    std::size_t depth_max = 32;
    bool plain_text = false;  // no control characters besides blanks and line ends, no marks that turn the writing
};

// RFC 8259 text → Value. Errors: `bad_json` with the byte position; broken UTF-8 and a member written twice are refused.
base::Result<base::Value> parse(std::string_view text, Limits limits = {});

std::string write(const base::Value& value);            // compact, members in their order
std::string write_pretty(const base::Value& value);     // two spaces
std::string write_canonical(const base::Value& value);  // compact, members sorted by name: what is hashed

}  // namespace json
