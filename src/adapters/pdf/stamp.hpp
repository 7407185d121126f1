#pragma once
#include <cairo.h>

#include "base/result.hpp"
#include "pdf/page.hpp"
#include "signing/marks.hpp"

namespace pdf {

// Draws seal and handwriting of a page into their spots, as outlines: below the text, so that not a letter is
// covered. An error when what has to be drawn has no spot on any page.
base::Result<void> check_spots(const std::vector<Page>& pages, const signing::Marks& marks);
base::Result<void> stamp(cairo_t* cairo, const Fonts& fonts, const Page& page, const signing::Marks& marks);

}  // namespace pdf
