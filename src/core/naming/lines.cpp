#include "naming/lines.hpp"

#include <algorithm>

namespace naming {

bool Line::begins_at(std::size_t at) const {
    return at == 0 || after_space[at] || !proofread::is_han(letters[at - 1]);
}

Line line_of(std::string_view text) {
    Line line;
    bool space = false;
    std::size_t spaces = 0;
    for (const char32_t letter : proofread::letters_of(text)) {
        if (proofread::is_hidden(letter) && letter != U'\n') continue;
        if (proofread::is_space(letter)) {
            space = true;
            continue;
        }
        if (space && !line.letters.empty()) ++spaces;
        line.letters.push_back(letter == U'﹕' || letter == U':' ? U'：' : letter);
        line.after_space.push_back(space);
        space = false;
    }
    if (spaces * 2 > line.letters.size()) line.after_space.assign(line.letters.size(), false);
    return line;
}

std::vector<Line> lines_of(std::span<const std::string> texts, std::size_t letters_max) {
    std::vector<Line> lines;
    std::size_t taken = 0;
    for (const std::string& text : texts) {
        if (taken >= letters_max) break;
        for (std::size_t begin = 0; begin <= text.size() && taken < letters_max;) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            Line line = line_of(std::string_view(text).substr(begin, end - begin));
            begin = end + 1;
            if (line.letters.empty()) continue;
            if (line.letters.size() > letters_max - taken) {
                line.letters.resize(letters_max - taken);
                line.after_space.resize(line.letters.size());
            }
            taken += line.letters.size();
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

LettersView without_copy_mark(LettersView line) {
    for (const char32_t close : {U'）', U')'})
        if (line.ends_with(close)) {
            const std::size_t open = line.find_last_of(U"（(");
            if (open != proofread::nowhere && open > 0) line = line.substr(0, open);
        }
    for (const LettersView mark : {LettersView(U"副本"), LettersView(U"正本")})
        if (line.size() > mark.size() && line.ends_with(mark)) line.remove_suffix(mark.size());
    return line;
}

}  // namespace naming
