#pragma once
#include <vector>

#include "pdf/page.hpp"

namespace pdf {

// Puts a finished page on a surface and ends it there; what cannot bear a structure leaves the elements out.
void draw(cairo_t* cairo, const Page& page, const std::vector<Element>& elements);

}  // namespace pdf
