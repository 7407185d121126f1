#pragma once
#include <string>
#include <vector>

#include "document/sheet_view.hpp"
#include "pdf/page.hpp"

namespace pdf {

// The page as SVG, its letters as outlines: a browser needs no font and no viewer of PDF for it.
base::Result<std::string> picture_of(const Page& page, const std::vector<Element>& elements);

// Where the sentences stand that came from facts; one that runs over a page is on both.
std::vector<document::SentencePlace> sentences_on(const Page& page);

}  // namespace pdf
