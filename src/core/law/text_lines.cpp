#include "law/text_lines.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace law {

namespace {

constexpr std::string_view ideographic_space = "　";
constexpr std::size_t line_bytes_max = 20'000;  // the longest line of a law has some 6,000

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

// Tags of a site are dropped when they only dress the text; any other would lose something.
std::string without_tags(const std::string& text, std::string& fault) {
    std::string kept;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool opens = text[i] == '<' && i + 1 < text.size() &&
                           (text[i + 1] == '/' || (text[i + 1] >= 'a' && text[i + 1] <= 'z') ||
                            (text[i + 1] >= 'A' && text[i + 1] <= 'Z'));
        const auto end = opens ? text.find('>', i) : std::string::npos;
        if (!opens || end == std::string::npos) {
            kept += text[i];
            continue;
        }
        const std::string tag = text.substr(i, end - i + 1);
        constexpr std::array<std::string_view, 4> dress{"<span", "</span", "<a", "</a"};
        bool known = false;
        for (const std::string_view name : dress)
            known = known || (tag.starts_with(name) && (tag[name.size()] == ' ' || tag[name.size()] == '>'));
        if (!known && fault.empty()) fault = "不能识别的标记“" + beginning_of(tag) + "”";
        i = end;
    }
    return kept;
}

std::string without_entities(std::string text, std::string& fault) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> entities{
        {{"&emsp;", " "}, {"&ensp;", " "}, {"&nbsp;", " "}, {"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}}
    };
    for (const auto& [entity, character] : entities) replace_all(text, entity, character);
    const auto at = text.find('&');
    const auto end = at == std::string::npos ? at : text.find(';', at);
    if (end != std::string::npos && end - at <= 8 && fault.empty())
        fault = "不能识别的字符实体“" + text.substr(at, end - at + 1) + "”";
    return text;
}

bool trim_front(std::string_view& text) {
    if (text.starts_with(ideographic_space))
        text.remove_prefix(ideographic_space.size());
    else if (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    else
        return false;
    return true;
}

std::string_view trimmed(std::string_view text) {
    while (trim_front(text)) continue;
    for (;;) {
        if (text.ends_with(ideographic_space))
            text.remove_suffix(ideographic_space.size());
        else if (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
            text.remove_suffix(1);
        else
            return text;
    }
}

// "第五章　罚    则" → "第五章 罚则": the blanks that only set the type are left out.
std::string heading_words(std::string_view text, std::size_t number_bytes) {
    std::string words(text.substr(0, number_bytes));
    std::string_view rest = trimmed(text.substr(number_bytes));
    if (!words.empty() && !rest.empty()) words += ' ';
    while (!rest.empty()) {
        if (trim_front(rest)) continue;
        words += rest.front();
        rest.remove_prefix(1);
    }
    return words;
}

struct HeadingNumber {
    Line::Level level = Line::Level::other;
    int count = 0;
    std::size_t bytes = 0;
};

// "第七章", "第一编", "第二节" at the beginning.
HeadingNumber heading_number(std::string_view text) {
    constexpr std::string_view opening = "第";
    if (!text.starts_with(opening)) return {};
    const auto number = leading_number(text.substr(opening.size()));
    const std::string_view rest = text.substr(opening.size() + number.bytes);
    constexpr std::array<std::pair<std::string_view, Line::Level>, 4> words{
        {{"编", Line::Level::part},
         {"分编", Line::Level::part},
         {"章", Line::Level::chapter},
         {"节", Line::Level::section}}
    };
    for (const auto& [word, level] : words)
        if (number.bytes > 0 && rest.starts_with(word))
            return {level, number.number, opening.size() + number.bytes + word.size()};
    return {};
}

bool is_blank_at(std::string_view text, std::size_t at) {
    return at >= text.size() || text[at] == ' ' || text[at] == '\t' ||
           text.substr(at).starts_with(ideographic_space);
}

void read_heading(Line& line, std::string_view text, std::size_t hashes) {
    line.kind = Line::Kind::heading;
    const HeadingNumber number = heading_number(text);
    line.level = hashes == 1 && number.bytes == 0 ? Line::Level::title : number.level;
    line.count = number.count;
    line.text = heading_words(text, number.bytes);
}

// "（一）" or "(一)": the bytes of the mark, 0 when there is none.
std::size_t item_mark(std::string_view text, int& count) {
    for (const auto& [open, close] : {
             std::pair<std::string_view, std::string_view>{"（", "）"},
              {"(",  ")" }
    }) {
        if (!text.starts_with(open)) continue;
        const auto number = leading_number(text.substr(open.size()));
        const std::string_view rest = text.substr(open.size() + number.bytes);
        const bool mixed = rest.starts_with(close == ")" ? "）" : ")");
        if (number.bytes == 0 || (!rest.starts_with(close) && !mixed)) continue;
        count = number.number;
        return open.size() + number.bytes + (mixed ? (close == ")" ? 3 : 1) : close.size());
    }
    return 0;
}

// "1.", "２．", "（3）": a subitem.
bool opens_subitem(std::string_view text) {
    if (text.starts_with("（")) text.remove_prefix(3);
    if (text.starts_with("(")) text.remove_prefix(1);
    std::size_t digits = 0;
    for (;;) {
        if (!text.empty() && text.front() >= '0' && text.front() <= '9')
            text.remove_prefix(1);
        else if (text.starts_with("\xEF\xBC") && text.size() >= 3 && text[2] >= '\x90' && text[2] <= '\x99')
            text.remove_prefix(3);
        else
            break;
        ++digits;
    }
    if (digits == 0 || digits > 2) return false;
    for (const std::string_view mark : {"．", "、", "）", ")"})
        if (text.starts_with(mark)) return true;
    return text.starts_with('.') && (text.size() == 1 || text[1] < '0' || text[1] > '9');
}

void classify(Line& line, std::string_view text) {
    line.text = text;
    line.kind = Line::Kind::plain;
    if (const auto article = leading_article(text); article.bytes > 0 && is_blank_at(text, article.bytes)) {
        line.kind = Line::Kind::article;
        line.article = article.number;
        line.text = trimmed(text.substr(article.bytes));
        return;
    }
    constexpr std::size_t heading_bytes_max = 120;
    const HeadingNumber heading = heading_number(text);
    if (heading.bytes > 0 && is_blank_at(text, heading.bytes) && text.size() <= heading_bytes_max &&
        text.find("。") == std::string_view::npos)
        return read_heading(line, text, 0);
    // "（一）至（六）项…" speaks of items and is none.
    if (const std::size_t bytes = item_mark(text, line.count);
        bytes > 0 && !text.substr(bytes).starts_with("至（") && !text.substr(bytes).starts_with("、（")) {
        line.kind = Line::Kind::item;
        line.text = trimmed(text.substr(bytes));
        return;
    }
    constexpr std::string_view comma = "、";
    if (const auto point = leading_number(text);
        point.bytes > 0 && text.substr(point.bytes).starts_with(comma)) {
        line.kind = Line::Kind::point;
        line.count = point.number;
        return;
    }
    if (opens_subitem(text)) line.kind = Line::Kind::subitem;
}

void read_comment(Line& line, std::string_view text) {
    line.kind = text == "<!-- INFO END -->" ? Line::Kind::end_of_head : Line::Kind::info;
    line.text = text;
    if (!text.ends_with("-->")) line.fault = "注释没有在本行结束";
}

void check_characters(Line& line, std::string_view raw) {
    for (const char c : raw)
        if ((static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\r') || c == 0x7f)
            line.fault = "含有不能使用的控制字符";
}

Line read_line(std::size_t number, std::string_view raw) {
    Line line;
    line.number = number;
    if (raw.size() > line_bytes_max) {
        line.kind = Line::Kind::plain;
        line.fault = "一行超过 20000 字节";
        return line;
    }
    check_characters(line, raw);
    const std::string_view bare = trimmed(raw);
    if (bare.starts_with("<!--")) {
        read_comment(line, bare);
        return line;
    }
    std::string words = without_entities(without_tags(std::string(bare), line.fault), line.fault);
    for (const std::string_view unseen : {"**", "\u200b", "\ufeff"}) replace_all(words, unseen, "");
    std::string_view text = trimmed(words);
    if (text.empty()) return line;
    if (text.starts_with('#')) {
        const std::size_t hashes = std::min(text.find_first_not_of('#'), text.size());
        read_heading(line, trimmed(text.substr(hashes)), hashes);
        return line;
    }
    if (text.starts_with('>')) {
        line.kind = Line::Kind::info;
        line.text = trimmed(text.substr(1));
        return line;
    }
    classify(line, text);
    return line;
}

}  // namespace

std::vector<Line> lines_of(std::string_view text) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
    std::vector<Line> lines;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.push_back(read_line(number, text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string beginning_of(std::string_view text) {
    constexpr std::size_t bytes_max = 36;
    if (text.size() <= bytes_max) return std::string(text);
    std::size_t end = bytes_max;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) --end;
    return std::string(text.substr(0, end)) + "…";
}

bool opens_annex(std::string_view text) {
    for (const std::string_view word : {"附件", "附录", "附表"})
        if (text.starts_with(word)) return true;
    return text == "附：" || text == "附:" || text == "附";
}

}  // namespace law
