#include "document/layout.hpp"

#include <algorithm>

namespace document {

namespace {

// 三号 with 22 lines to the page for letters, 四号 for records, 小四 for forms; titles 二号.
Measure body_of(Style style) {
    if (style == Style::letter) return {15.75, 225 * millimetre / 22};
    return style == Style::record ? Measure{14, 25} : Measure{12, 20};
}

Layout a4(Style style) {
    const bool form = style == Style::form;
    return {
        .width = 210 * millimetre,
        .height = 297 * millimetre,
        .left = 28 * millimetre,
        .top = (form ? 25 : 37) * millimetre,
        .text_width = 156 * millimetre,
        .text_height = (form ? 247 : 225) * millimetre,
        .body = body_of(style),
        .cell = form ? Measure{12,   19  }
            : Measure{12,   20  },
        .title = {22,   34  },
        .small = {10.5, 16  },
        .number = {14,   24  },
        .small_cell = {10.5, 16.5},
        .seal_height = 46 * millimetre, // the seal is 42 mm wide
        .signature_room = 42 * millimetre,
        .foot_drop = 14 * millimetre
    };
}

Layout a5() {
    return {
        .width = 148 * millimetre,
        .height = 210 * millimetre,
        .left = 16 * millimetre,
        .top = 16 * millimetre,
        .text_width = 118 * millimetre,
        .text_height = 174 * millimetre,
        .body = {10.5, 17},
        .cell = {9,    14},
        .title = {16,   24},
        .small = {8,    12},
        .number = {10.5, 17},
        .seal_height = 44 * millimetre,
        .signature_room = 30 * millimetre,
        .foot_drop = 10 * millimetre
    };
}

// The roll is as long as the paper needs: 5 m at most, cut behind the last line.
Layout roll() {
    return {
        .width = 80 * millimetre,
        .height = 5000 * millimetre,
        .left = 4 * millimetre,
        .top = 6 * millimetre,
        .text_width = 72 * millimetre,
        .text_height = 4988 * millimetre,
        .body = {9,   14},
        .cell = {8,   12},
        .title = {12,  18},
        .small = {7.5, 11},
        .number = {9,   14},
        .seal_height = 44 * millimetre,
        .signature_room = 24 * millimetre,
        .foot_drop = 0
    };
}

// documents.md no. 25: large 75 × 11 cm, small 30 × 7 cm.
Layout strip(bool large) {
    const double width = (large ? 750 : 300) * millimetre, height = (large ? 110 : 70) * millimetre;
    const double left = (large ? 30 : 12) * millimetre, seal_room = (large ? 150 : 80) * millimetre;
    const double top = (large ? 13 : 9) * millimetre;
    return {
        .width = width,
        .height = height,
        .left = left,
        .top = top,
        .text_width = width - 2 * left - seal_room,
        .text_height = height - 2 * top,
        .body = large ? Measure{30, 40}
            : Measure{15, 21},
        .cell = {12, 19},
        .title = large ? Measure{44, 52}
            : Measure{24, 30},
        .small = large ? Measure{14, 20}
            : Measure{9,  13},
        .number = {14, 24},
        .seal_height = 46 * millimetre,
        .signature_room = 42 * millimetre,
        .seal_left = width - left - seal_room
    };
}

}  // namespace

Measure page_sign_measure(const Document& document) {
    std::ptrdiff_t most = 1;
    for (const std::string& line : document.page_sign)
        most = std::max(most, std::ranges::count_if(line, [](char c) { return (c & 0xC0) != 0x80; }));
    const double room = layout_of(document.style, document.sheet).text_width;
    return {.size = std::clamp(room / static_cast<double>(most), 6.0, 12.0), .line = 24};
}

base::Result<Sheet> sheet_named(std::string_view name) {
    if (name == "a4" || name.empty()) return Sheet::a4;
    if (name == "a5") return Sheet::a5;
    if (name == "roll") return Sheet::roll;
    if (name == "strip_large") return Sheet::strip_large;
    if (name == "strip_small") return Sheet::strip_small;
    return base::fail("bad_parameter",
                      "纸张只有 a4、a5、roll（80毫米卷纸）、strip_large（大封条）和 strip_small（小封条）",
                      "", "sheet");
}

std::string_view name_of(Sheet sheet) {
    switch (sheet) {
        case Sheet::a4:
            return "a4";
        case Sheet::a5:
            return "a5";
        case Sheet::roll:
            return "roll";
        case Sheet::strip_large:
            return "strip_large";
        case Sheet::strip_small:
            return "strip_small";
    }
    return "a4";
}

std::string_view title_of(Sheet sheet) {
    switch (sheet) {
        case Sheet::a4:
            return "A4";
        case Sheet::a5:
            return "A5";
        case Sheet::roll:
            return "80毫米卷纸";
        case Sheet::strip_large:
            return "大封条（75厘米×11厘米）";
        case Sheet::strip_small:
            return "小封条（30厘米×7厘米）";
    }
    return "A4";
}

Layout layout_of(Style style, Sheet sheet) {
    switch (sheet) {
        case Sheet::a4:
            return a4(style);
        case Sheet::a5:
            return a5();
        case Sheet::roll:
            return roll();
        case Sheet::strip_large:
        case Sheet::strip_small:
            return strip(sheet == Sheet::strip_large);
    }
    return a4(style);
}

}  // namespace document
