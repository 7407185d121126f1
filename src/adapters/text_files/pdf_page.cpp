#include "text_files/pdf_page.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace text_files {

namespace {

// The number of an attribute: xMin="79.37".
double number_of(std::string_view tag, std::string_view name) {
    const auto at = tag.find(name);
    if (at == std::string_view::npos || tag.substr(at + name.size(), 2) != "=\"") return 0;
    const char* begin = tag.data() + at + name.size() + 2;
    double number = 0;
    std::from_chars(begin, tag.data() + tag.size(), number);
    return number;
}

// &amp; and its like; an unknown one stays as it is written.
std::optional<char> sign_of(std::string_view entity) {
    if (entity == "amp") return '&';
    if (entity == "lt") return '<';
    if (entity == "gt") return '>';
    if (entity == "quot") return '"';
    if (entity == "apos" || entity == "#39") return '\'';
    return {};
}

std::string plain(std::string_view written) {
    std::string text;
    for (std::size_t at = 0; at < written.size(); ++at) {
        constexpr std::size_t longest = 6;
        const auto end = written[at] == '&' ? written.find(';', at) : std::string_view::npos;
        const auto sign = end != std::string_view::npos && end - at <= longest
                              ? sign_of(written.substr(at + 1, end - at - 1))
                              : std::nullopt;
        text.push_back(sign.value_or(written[at]));
        if (sign) at = end;
    }
    return text;
}

}  // namespace

std::vector<PrintedPage> printed_pages(std::string_view told) {
    std::vector<PrintedPage> pages;
    for (auto at = told.find('<'); at != std::string_view::npos; at = told.find('<', at + 1)) {
        const auto close = told.find('>', at);
        if (close == std::string_view::npos) break;
        const std::string_view tag = told.substr(at + 1, close - at - 1);
        if (tag.starts_with("page ")) {
            pages.push_back({number_of(tag, "width"), number_of(tag, "height"), {}});
        } else if (tag.starts_with("line ") && !pages.empty()) {
            pages.back().lines.push_back({number_of(tag, "xMin"),
                                          number_of(tag, "yMin"),
                                          number_of(tag, "xMax"),
                                          number_of(tag, "yMax"),
                                          {}});
        } else if (tag.starts_with("word ") && !pages.empty() && !pages.back().lines.empty()) {
            const auto end = std::min(told.find('<', close), told.size());
            std::string& words = pages.back().lines.back().words;
            if (!words.empty()) words.push_back(' ');
            words += plain(told.substr(close + 1, end - close - 1));
        }
    }
    return pages;
}

}  // namespace text_files
