#include "explorer/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace explorer {

namespace {

using base::Value;

std::unexpected<base::Error> bad_row(std::string_view what, std::string_view reason) {
    return base::fail("bad_catalogue", fmt::format("discretion/words.yaml {}：{}", what, reason));
}

base::Result<Saying> read_saying(const Value& row, const discretion::Catalogue& catalogue) {
    Saying saying;
    for (const Value& word : row.list("said"))
        if (word.as_string()) saying.said.push_back(folded(*word.as_string()));
    if (saying.said.empty()) return bad_row("words", "缺少 said");
    for (const Value& id : row.list("items")) {
        const discretion::Violation* item = id.as_string() ? catalogue.find(*id.as_string()) : nullptr;
        if (!item) return bad_row(saying.said.front(), "没有所写的违法事项");
        saying.items.push_back(static_cast<std::size_t>(item - catalogue.violations().data()));
    }
    if (saying.items.empty()) return bad_row(saying.said.front(), "缺少 items");
    return saying;
}

std::size_t bytes_of(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

// "Ａ" → "A": the full-width forms U+FF01…FF5E.
std::string half_width(std::string_view character) {
    if (character.size() != 3 || character[0] != '\xEF') return std::string(character);
    const int point = 0xF000 | ((character[1] & 0x3F) << 6) | (character[2] & 0x3F);
    const bool is_wide = point >= 0xFF01 && point <= 0xFF5E;
    return is_wide ? std::string(1, static_cast<char>(point - 0xFEE0)) : std::string(character);
}

bool is_mark(std::string_view character) {
    constexpr std::array<std::string_view, 18> marks{"　", "，", "。", "、", "；", "：", "“",  "”", "‘",
                                                     "’",  "《", "》", "（", "）", "？", "！", "·", "—"};
    if (character.size() > 1) return std::ranges::find(marks, character) != marks.end();
    const char c = character.front();
    const bool is_word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    return !is_word;
}

}  // namespace

std::string folded(std::string_view text) {
    std::string kept;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t bytes = std::min(bytes_of(text[i]), text.size() - i);
        std::string character = half_width(text.substr(i, bytes));
        i += bytes;
        if (character.size() == 1 && character[0] >= 'A' && character[0] <= 'Z')
            character[0] = static_cast<char>(character[0] + ('a' - 'A'));
        if (!is_mark(character)) kept += character;
    }
    return kept;
}

base::Result<Words> Words::from(const Value& file, const discretion::Catalogue& catalogue) {
    Words words;
    for (const Value& row : file.list("fields")) {
        if (row.text("id").empty() || row.text("title").empty())
            return bad_row("fields", "缺少 id 或者 title");
        words.fields.push_back({std::string(row.text("id")), std::string(row.text("title"))});
    }
    for (const discretion::Violation& violation : catalogue.violations())
        if (std::ranges::find(words.fields, violation.field, &Field::id) == words.fields.end())
            return bad_row(violation.field, "没有名称");
    for (const Value& row : file.list("words")) words.sayings.push_back(TRY(read_saying(row, catalogue)));
    return words;
}

}  // namespace explorer
