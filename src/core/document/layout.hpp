#pragma once
#include <string>
#include <string_view>
#include <vector>

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
    Measure small_cell = cell;  // of a table of many columns
    double seal_height = 0;     // nothing else may stand there
    double signature_room = 0;  // the line to sign on
    double foot_drop = 0;       // from the text area to the page number
    double seal_left = 0;       // of the room beside the text where a strip bears its seal; 0: below the text
    double bottom() const { return top + text_height; }
};

// Something that has its own place on a printed paper, known once the paper is laid out: in points from the
// left and the upper edge of its sheet, pages counted from 0. A seal or a signature that comes later is drawn
// over the finished page inside its spot and moves nothing. The spot of a seal is a square of 42 mm in which
// there is nothing but the agency's name and the date; the spot of a signature is the room above its line.
struct Spot {
    enum class Kind { seal, signature, page_sign, check };
    Kind kind = Kind::seal;
    int page = 0;
    double x = 0, y = 0, width = 0, height = 0;
    std::string label = {};  // whose: 城东区市场监督管理局, 执法人员（签名）
};

// A paper as it was printed.
struct Printed {
    std::string bytes;  // PDF
    int pages = 0;
    std::vector<Spot> spots = {};
};

inline constexpr double seal_side = 42 * millimetre;

// GB/T 9704-2012: A4, 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm. Forms are tables made for one sheet and use
// more of its height; A5 and the roll of 80 mm are for printers carried along.
// A strip (封条) has its seal at the right of its text.
Layout layout_of(Style style, Sheet sheet);
base::Result<Sheet> sheet_named(std::string_view name);  // a4 a5 roll strip_large strip_small
std::string_view name_of(Sheet sheet);
std::string_view title_of(Sheet sheet);  // A4, A5, 80毫米卷纸, 大封条（75厘米×11厘米）

// The lines to sign on at the foot of every page: as large as lets each stay one line.
Measure page_sign_measure(const Document& document);

// Points every row of a form is given less when that keeps the form on its sheet: the shares that are tried.
inline constexpr double spreads[] = {0.85, 0.7, 0.55, 0.4, 0.25};

// GB/T 9704-2012 7.3.5.4: where the seal would stand almost alone on a page, the lines of a letter are set
// closer.
inline constexpr double line_shares[] = {0.98, 0.96, 0.94, 0.92, 0.9};

}  // namespace document
