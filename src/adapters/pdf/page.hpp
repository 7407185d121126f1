#pragma once
#include <pango/pangocairo.h>

#include <memory>
#include <vector>

#include "pdf/fonts.hpp"

namespace pdf {

constexpr double millimetre = 72.0 / 25.4;

// GB/T 9704-2012: A4, 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm.
constexpr double page_width = 210 * millimetre;
constexpr double page_height = 297 * millimetre;
constexpr double area_left = 28 * millimetre;
constexpr double area_top = 37 * millimetre;
constexpr double area_width = 156 * millimetre;
constexpr double area_height = 225 * millimetre;

// Forms are tables made for one sheet and say so otherwise: they use more of its height.
struct Area {
    double top = area_top;
    double height = area_height;
    double bottom() const { return top + height; }
};
constexpr Area form_area{25 * millimetre, 247 * millimetre};

// One line of a layout; the layout lives as long as any page that shows one of its lines, hence shared.
struct TextLine {
    std::shared_ptr<PangoLayout> layout;
    int index = 0;
    double x = 0;  // within its column
};

struct PlacedLine {
    TextLine line;
    double x = 0;
    double baseline = 0;
};

struct Stroke {
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    double width = 0.5;
};

struct Page {
    std::vector<PlacedLine> lines;
    std::vector<Stroke> strokes;
};

// Type sizes of one style of paper, in points. The baseline stands at the same place of every line whatever
// font a character comes from, so the lines keep their grid.
struct Measure {
    double size;
    double line;
    double baseline() const { return (line + size * 0.74) / 2; }
};

struct Column {
    std::vector<TextLine> lines;
};

enum class Side { left, centre, right };

// The text broken into lines of a column; `indent` is the room before the first line.
base::Result<Column> column(const Fonts& fonts, std::string_view text, Typeface face, double size,
                            double width, double indent, Side side, bool justified = true);

}  // namespace pdf
