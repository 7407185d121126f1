#include "pdf/number_sheets.hpp"

#include <algorithm>

namespace pdf {

namespace {

constexpr double size = 12, from_top = 14 * millimetre, from_right = 15 * millimetre;

}  // namespace

base::Result<Page> number_page(const Fonts& fonts, const SheetSize& sheet, int number) {
    Page page;
    page.width = sheet.width;
    page.height = sheet.height;
    // The margin of a small sheet is small, too.
    const double right = std::min(from_right, sheet.width / 10), top = std::min(from_top, sheet.height / 15);
    Column set = TRY(column(fonts, std::to_string(number), Typeface::fangsong, size, sheet.width - right, 0,
                            Side::right, false));
    page.lines.push_back(
        {.line = set.lines.front(), .x = set.lines.front().x, .baseline = std::max(top, size)});
    return page;
}

}  // namespace pdf
