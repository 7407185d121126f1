#pragma once
#include <string>

#include "base/result.hpp"
#include "document/document.hpp"

namespace docx {

// A paper as an Office Open XML text (ECMA-376) for further work in a text processor: the same blocks on the
// same layout as the PDF. The same document gives the same bytes.
base::Result<std::string> write(const document::Document& document);

}  // namespace docx
