#pragma once
#include <vector>

#include "law/text_lines.hpp"

namespace law {

// Finds in head and articles when the text was issued and from when it says it is in force.
void read_dates(LawText& text, const std::vector<Line>& lines);

}  // namespace law
