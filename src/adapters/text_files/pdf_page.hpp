#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace text_files {

// A stretch of words that stands on one line of a page; places in points from the upper left corner.
struct PrintedLine {
    double left = 0, top = 0, right = 0, bottom = 0;
    std::string words;

    double height() const { return bottom - top; }
    double width() const { return right - left; }
};

struct PrintedPage {
    double width = 0, height = 0;
    std::vector<PrintedLine> lines;
};

// Pages as `pdftotext -bbox-layout` tells them. What is not understood is passed over.
std::vector<PrintedPage> printed_pages(std::string_view told);

// The lines of all pages joined to paragraphs: a line runs on when the next word had no room behind it. The
// counts of pages are left out, what else stands small at the foot of a page comes behind the last page.
std::vector<std::string> paragraphs_of(std::vector<PrintedPage> pages);

}  // namespace text_files
