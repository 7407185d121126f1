#pragma once
#include <string_view>

#include "base/result.hpp"
#include "document/document.hpp"

namespace document {

constexpr double millimetre = 72.0 / 25.4;  // in points

// Type sizes of one kind of text, in points. The baseline stands at the same place of every line whatever
// font a character comes from, so the lines keep their grid.
struct Measure {
    double size = 0;
    double line = 0;
    double baseline() const { return (line + size * 0.74) / 2; }
};

// How a paper lies on its sheet, in points: one answer for the printer, for the text processor and for
// whoever asks.
struct Layout {
    double width = 0, height = 0;  // the sheet
    double left = 0, top = 0;      // of the text area
    double text_width = 0, text_height = 0;
    Measure body, cell, title, small, number;
    double seal_height = 0;     // nothing else may stand there
    double signature_room = 0;  // the line to sign on
    double foot_drop = 0;       // from the text area to the page number
    double bottom() const { return top + text_height; }
};

// GB/T 9704-2012: A4, 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm. Forms are tables made for one sheet and use
// more of its height; A5 and the roll of 80 mm are for printers carried along.
Layout layout_of(Style style, Sheet sheet);
base::Result<Sheet> sheet_named(std::string_view name);  // a4 a5 roll

// The lines to sign on at the foot of every page: as large as lets each stay one line.
Measure page_sign_measure(const Document& document);

// Points every row of a form is given less when that keeps the form on its sheet: the shares that are tried.
inline constexpr double spreads[] = {0.85, 0.7, 0.55, 0.4, 0.25};

}  // namespace document
