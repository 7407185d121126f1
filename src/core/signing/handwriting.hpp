#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/value.hpp"

namespace signing {

// One touch of the pen: place in hundredths of a millimetre of the pad, milliseconds since the first touch,
// pressure in thousandths (0 where the device measures none).
struct Touch {
    int x = 0, y = 0, time = 0, pressure = 0;
};
using PenStroke = std::vector<Touch>;

struct Handwriting {
    int width = 0, height = 0;  // of the pad, in the same measure
    std::vector<PenStroke> strokes;
};

// {width, height, strokes: [[[x, y, time, pressure] …] …]}. Refused: what lies outside the pad, time that
// runs back, more than the limits, and what is too little to be a name.
base::Result<Handwriting> read_handwriting(const base::Value& value);
base::Value to_value(const Handwriting& handwriting);

// The strokes as lines in a box of the given height (points), at most `width_max` wide, thicker where
// pressed.
struct InkLine {
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0, width = 0;
};
std::vector<InkLine> ink(const Handwriting& handwriting, double width_max, double height);

}  // namespace signing
