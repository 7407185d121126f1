#pragma once
#include <string>
#include <vector>

namespace document {

struct Rectangle {  // in points from the left and the upper edge of the sheet
    double x = 0, y = 0, width = 0, height = 0;
};

// A sentence of a paper that came from a fact, and the parts of lines it covers on one page.
struct SentencePlace {
    std::string fact;
    std::string text;
    std::vector<Rectangle> lines;
};

// A page as a screen shows it, with the places that lead back to what was typed.
struct SheetView {
    double width = 0, height = 0;
    std::string picture;  // SVG
    std::vector<SentencePlace> sentences;
};

}  // namespace document
