#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "pdf/page.hpp"

namespace pdf {

// A QR code of the words as filled boxes in a square of `side` points, with the quiet zone the norm asks for.
base::Result<std::vector<Box>> square_code(const std::string& words, double x, double y, double side);

}  // namespace pdf
