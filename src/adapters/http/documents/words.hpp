#pragma once
#include "base/value.hpp"
#include "document/document.hpp"

namespace desk {

// The words of a paper line by line, each run with the field of the act it came from (`data.reason`), so that
// the page can lead from a sentence to its field and back.
base::Value words_value(const document::Document&);

}  // namespace desk
