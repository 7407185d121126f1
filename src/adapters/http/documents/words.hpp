#pragma once
#include <string_view>

#include "base/value.hpp"
#include "document/document.hpp"

namespace desk {

// The field of the act's form a fact was typed in (`data.reason`); empty for what the case and the agency
// give.
std::string_view typed_field(std::string_view fact);

// The words of a paper line by line, each run with the field of the act it came from (`data.reason`), so that
// the page can lead from a sentence to its field and back.
base::Value words_value(const document::Document&);

}  // namespace desk
