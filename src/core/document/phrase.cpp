#include "document/phrase.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"

namespace document {

namespace {

constexpr std::string_view open_mark = "【", close_mark = "】";
constexpr std::string_view room = "＿＿＿＿";

// Words and places in turn: hands each to its function.
template <class Words, class Named>
void walk(std::string_view text, Words words, Named named) {
    while (!text.empty()) {
        const auto open = text.find(open_mark);
        const auto close = open == text.npos ? text.npos : text.find(close_mark, open);
        if (close == text.npos) return words(text);
        words(text.substr(0, open));
        const auto begin = open + open_mark.size();
        named(text.substr(begin, close - begin));
        text.remove_prefix(close + close_mark.size());
    }
}

// Characters that print nothing, or turn what stands around them: U+0000–001F but the line end, U+007F–009F,
// the marks of direction and the marks that hide.
bool is_hidden(char32_t character) {
    if (character == U'\n') return false;
    return character < 0x20 || (character >= 0x7F && character <= 0x9F) ||
           (character >= 0x200B && character <= 0x200F) || (character >= 0x2028 && character <= 0x202E) ||
           (character >= 0x2060 && character <= 0x206F) || character == 0xFEFF;
}

char32_t first_hidden(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t character = length == 1 ? lead : lead & (0xFF >> (length + 1));
        for (std::size_t i = 1; i < length; ++i)
            character = (character << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3F);
        if (is_hidden(character)) return character;
        at += length;
    }
    return U'\n';
}

}  // namespace

base::Result<void> check_phrase(std::span<const PhrasePlace> places, std::string_view text) {
    if (base::is_blank(text)) return base::fail("missing_field", "请填写常用语的内容", {}, "words");
    if (base::character_count(text) > phrase_characters_max)
        return base::fail("text_too_long", fmt::format("常用语不超过{}字", phrase_characters_max), {},
                          "words");
    for (const std::string_view mark : {"{{", "}}", "{%", "%}"})
        if (text.contains(mark))
            return base::fail("template_syntax", fmt::format("常用语中不能写模板标记“{}”", mark), {},
                              "words");
    if (const char32_t hidden = first_hidden(text); hidden != U'\n')
        return base::fail(
            "control_character",
            fmt::format("文字中有看不见的控制字符（U+{:04X}）", static_cast<std::uint32_t>(hidden)), {},
            "words");
    std::string_view unknown;
    walk(
        text, [](std::string_view) {},
        [&](std::string_view name) {
            if (std::ranges::find(places, name, &PhrasePlace::name) == places.end() && unknown.empty())
                unknown = name.empty() ? "　" : name;
        });
    if (!unknown.empty())
        return base::fail("unknown_place", fmt::format("没有“【{}】”这一填充项", unknown), {}, "words");
    return {};
}

base::Object place_values(std::span<const PhrasePlace> places, const base::Value& facts) {
    base::Object values;
    for (const PhrasePlace& place : places) {
        std::string said;
        if (const auto filled = place.words.fill(facts))
            for (const Block& block : filled->blocks)
                if (const auto* paragraph = std::get_if<Paragraph>(&block)) said += paragraph->text();
        values.set(place.name, base::is_blank(said) ? base::Value() : base::Value(std::move(said)));
    }
    return values;
}

FilledPhrase fill_phrase(std::string_view text, const base::Object& values) {
    FilledPhrase made;
    walk(
        text, [&](std::string_view words) { made.text += words; },
        [&](std::string_view name) {
            const base::Value* value = values.find(name);
            const std::string* said = value ? value->as_string() : nullptr;
            made.text += said ? std::string_view(*said) : room;
            const bool is_new = std::ranges::find(made.open, name) == made.open.end();
            if (!said && is_new) made.open.emplace_back(name);
        });
    return made;
}

}  // namespace document
