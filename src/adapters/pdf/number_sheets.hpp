#pragma once
#include "base/result.hpp"
#include "pdf/page.hpp"
#include "pdf/renderer.hpp"

namespace pdf {

// A sheet with nothing but the running number of a bound file in its upper right corner, above the text.
base::Result<Page> number_page(const Fonts& fonts, const SheetSize& sheet, int number);

}  // namespace pdf
