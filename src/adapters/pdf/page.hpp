#pragma once
#include <pango/pangocairo.h>

#include <memory>
#include <vector>

#include "document/document.hpp"
#include "document/layout.hpp"
#include "pdf/fonts.hpp"

namespace pdf {

using document::Measure;
using document::millimetre;

using Runs = std::vector<document::Run>;

// One line of a layout; the layout lives as long as any page that shows one of its lines, hence shared.
struct TextLine {
    std::shared_ptr<PangoLayout> layout;
    int index = 0;
    double x = 0;  // within its column
    std::shared_ptr<const Runs> runs =
        nullptr;  // what the text of the layout is made of, where that is known
};

// A part of what a screen reader reads: a kind of ISO 32000-1 14.8.4 (H1, P, Table) and what it stands in.
struct Element {
    const char* kind;
    int parent = -1;
};

struct PlacedLine {
    TextLine line;
    double x = 0;
    double baseline = 0;
    int element = -1;  // none: page numbers and lines to sign on
};

struct Stroke {
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    double width = 0.5;
};

struct Box {  // filled, black
    double x = 0, y = 0, width = 0, height = 0;
};

struct Page {
    std::vector<PlacedLine> lines;
    std::vector<Stroke> strokes;
    std::vector<Box> boxes;
    std::vector<document::Spot> spots;  // their page is that of this one
    double width = 0, height = 0;
};

struct Column {
    std::vector<TextLine> lines;
};

enum class Side { left, centre, right };

// The text broken into lines of a column; `indent` is the room before the first line. Dates, sums and numbers
// that are not wider than the column stay on one line.
base::Result<Column> column(const Fonts& fonts, std::string_view text, Typeface face, double size,
                            double width, double indent, Side side, bool justified = true);
// The same of a text that knows the facts it came from.
base::Result<Column> column(const Fonts& fonts, const Runs& runs, Typeface face, double size, double width,
                            double indent, Side side, bool justified = true);

}  // namespace pdf
