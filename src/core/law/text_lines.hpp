#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "law/text.hpp"

namespace law {

// One line without the decoration of its source, and what it is on its own; what it means is seen from the
// lines around it.
struct Line {
    enum class Kind { blank, heading, article, point, item, subitem, info, end_of_head, plain };
    std::size_t number = 0;
    Kind kind = Kind::blank;
    std::string text;  // of articles, points and items: behind the number
    ArticleNumber article = {};
    int count = 0;                                                                   // of points and items
    enum class Level { title, part, chapter, section, other } level = Level::other;  // of headings
    std::string fault;  // what is wrong with the line itself
};

std::vector<Line> lines_of(std::string_view text);

// The first words of a line, for a message.
std::string beginning_of(std::string_view text);

// Whether a heading opens what stands behind the last article: 附件, 附录, 附表.
bool opens_annex(std::string_view text);

}  // namespace law
