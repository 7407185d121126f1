#pragma once
#include <string_view>

namespace documents {

// Pages of a PDF of our own making: its page objects are written in plain text. 0 when there are none to be
// seen.
inline int page_count(std::string_view pdf) {
    constexpr std::string_view mark = "/Type /Page";
    int pages = 0;
    for (auto at = pdf.find(mark); at != std::string_view::npos; at = pdf.find(mark, at + mark.size()))
        if (at + mark.size() >= pdf.size() || pdf[at + mark.size()] != 's') ++pages;
    return pages;
}

}  // namespace documents
