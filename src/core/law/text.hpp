#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/value.hpp"
#include "law/article_number.hpp"

namespace law {

// 项. Its subitems (目) stand as further lines of the text.
struct Item {
    int number = 0;
    std::string text;
    friend bool operator==(const Item&, const Item&) = default;
};

// 款: a natural paragraph with the items it opens.
struct Paragraph {
    std::string text;
    std::vector<Item> items;
    friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

struct Article {
    ArticleNumber number;
    std::string part, chapter, section;  // 编、章、节 as they are headed: "第七章 法律责任"
    std::vector<Paragraph> paragraphs;
    friend bool operator==(const Article&, const Article&) = default;
};

// How the text counts: 第一条 …, or, as guides and amendments do, 一、…
enum class Numbering { articles, points };

struct LawText {
    std::string title;
    Numbering numbering = Numbering::articles;
    bool is_excerpt = false;                 // 节录: articles may be missing
    std::optional<base::Date> issued;        // the last day of passing, issue or amendment its head names
    std::optional<base::Date> printed_from;  // 自…起施行, or the head's own EFFECTIVE_FROM
    std::vector<std::string> history;        // the lines of the head
    std::vector<std::string> preamble;       // what stands before the first article
    std::vector<Article> articles;
    std::vector<std::string> annex;
    friend bool operator==(const LawText&, const LawText&) = default;
};

// What keeps a text from being imported: the line, 1 for the first, 0 for the text as a whole, and why.
struct TextProblem {
    std::size_t line = 0;
    std::string message;
};

struct TextReading {
    LawText text;
    std::vector<TextProblem> problems;  // in the order of lines; a text with one is not a text
    bool is_good() const { return problems.empty(); }
};

inline constexpr std::size_t text_bytes_max = 4u << 20;

// Reads a law as the public collections keep it: Markdown with a head, or the same with the traces of a site
// (&emsp;, bold, span). Never throws, whatever the bytes.
TextReading read_text(std::string_view bytes);

// [{text, items: [{no, text}]}]: the paragraphs of an article as they are kept and shown.
base::Value paragraphs_value(const Article& article);
base::Value text_value(const LawText& text);  // everything a reader sees; equal texts have equal values

}  // namespace law
