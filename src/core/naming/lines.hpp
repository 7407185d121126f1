#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "proofread/letters.hpp"

namespace naming {

using Letters = proofread::Letters;
using LettersView = proofread::LettersView;

// A line as it is compared: without its spaces, but where one stood is known, because a space parts a label
// from what stands before it. A reader of pictures that puts a space between all letters parts nothing.
struct Line {
    Letters letters;
    std::vector<bool> after_space;

    bool begins_at(std::size_t at) const;  // a word may begin there
};

Line line_of(std::string_view text);

// The lines that have letters, up to so many letters in all.
std::vector<Line> lines_of(std::span<const std::string> texts, std::size_t letters_max);

// A title as it is compared: without a last （副本） or 正本.
LettersView without_copy_mark(LettersView line);

}  // namespace naming
