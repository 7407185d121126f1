#include <fmt/format.h>

#include <algorithm>

#include "base/numerals.hpp"
#include "base/text.hpp"
#include "law/text_dates.hpp"
#include "law/text_lines.hpp"

namespace law {

namespace {

using Kind = Line::Kind;

class Reader {
  public:
    explicit Reader(const std::vector<Line>& lines) : lines_(lines) {
        const auto is = [](Kind kind) { return [kind](const Line& line) { return line.kind == kind; }; };
        has_articles_ = std::ranges::any_of(lines, is(Kind::article));
        in_head_ = std::ranges::any_of(lines, is(Kind::end_of_head));
        text_.numbering = has_articles_ ? Numbering::articles : Numbering::points;
        text_.is_excerpt = std::ranges::any_of(
            lines, [](const Line& line) { return line.text.find("（节录") != std::string::npos; });
    }

    TextReading read() {
        for (const Line& line : lines_) take(line);
        if (!text_.articles.empty() && text_.articles.back().paragraphs.empty())
            complain(0, title_of(text_.articles.back().number) + "没有内容");
        if (text_.title.empty()) complain(0, "没有标题：第一行应当是“# 法律名称”");
        if (text_.articles.empty() && !lines_.empty())
            complain(0, "没有条文：没有以“第一条”或者“一、”开头的行");
        read_dates(text_, lines_);
        std::ranges::stable_sort(problems_, {}, &TextProblem::line);
        return {std::move(text_), std::move(problems_)};
    }

  private:
    void complain(std::size_t line, std::string message) { problems_.push_back({line, std::move(message)}); }

    void take(const Line& line) {
        if (!line.fault.empty()) complain(line.number, line.fault);
        if (line.kind == Kind::blank) return;
        if (line.kind == Kind::end_of_head) {
            in_head_ = false;
        } else if (line.kind == Kind::info) {
            if (!line.text.starts_with("<!--")) text_.history.push_back(line.text);
        } else if (line.kind == Kind::heading) {
            take_heading(line);
        } else if (in_annex_) {
            text_.annex.push_back(line.text);
        } else if (in_head_) {
            text_.history.push_back(line.text);
        } else {
            take_body(line);
        }
    }

    void take_body(const Line& line) {
        if (line.kind == Kind::article) return open_article(line, line.article);
        if (line.kind == Kind::point && !has_articles_) return take_point(line);
        if (line.kind != Kind::item && opens_annex(line.text) && !text_.articles.empty()) {
            in_annex_ = true;
            text_.annex.push_back(line.text);
        } else if (closed_) {
            take_words(line);
        } else if (text_.articles.empty()) {
            text_.preamble.push_back(line.text);
        } else if (line.kind == Kind::item) {
            take_item(line);
        } else {
            take_words(line);
        }
    }

    void take_heading(const Line& line) {
        if (line.level == Line::Level::title) {
            if (text_.title.empty())
                text_.title = line.text;
            else
                text_.history.push_back(line.text);
            return;
        }
        in_head_ = false;
        if (opens_annex(line.text)) in_annex_ = true;
        if (in_annex_) {
            text_.annex.push_back(line.text);
            return;
        }
        closed_ = true;
        if (line.level == Line::Level::part) {
            check_next(line, part_, "编");
            part_title_ = line.text;
            chapter_ = section_ = 0;
            chapter_title_.clear();
            section_title_.clear();
        } else if (line.level == Line::Level::section) {
            check_next(line, section_, "节");
            section_title_ = line.text;
        } else {
            if (line.level == Line::Level::chapter) check_next(line, chapter_, "章");
            chapter_title_ = line.text;
            section_ = 0;
            section_title_.clear();
        }
    }

    // Headings count on by one, except in an excerpt.
    void check_next(const Line& line, int& last, std::string_view word) {
        const bool fits = text_.is_excerpt ? line.count > last : line.count == last + 1;
        if (!fits)
            complain(line.number, fmt::format("这里应当是第{}{}，却是第{}{}", base::chinese_number(last + 1),
                                              word, base::chinese_number(line.count), word));
        last = line.count;
    }

    void open_article(const Line& line, ArticleNumber number) {
        if (in_head_) in_head_ = false;
        check_article(line, number);
        text_.articles.push_back({.number = number,
                                  .part = part_title_,
                                  .chapter = chapter_title_,
                                  .section = section_title_,
                                  .paragraphs = {}});
        closed_ = false;
        if (!line.text.empty()) text_.articles.back().paragraphs.push_back({line.text, {}});
    }

    void check_article(const Line& line, ArticleNumber number) {
        const ArticleNumber last = text_.articles.empty() ? ArticleNumber{} : text_.articles.back().number;
        if (!text_.articles.empty() && text_.articles.back().paragraphs.empty())
            complain(line.number, fmt::format("{}没有内容", title_of(last)));
        const ArticleNumber next{last.number + 1, 0}, inserted{last.number, last.inserted + 1};
        if (text_.is_excerpt ? number > last : number == next || (number == inserted && last.number > 0))
            return;
        if (number <= last)
            complain(line.number,
                     fmt::format("{}在{}之后，重复或者次序颠倒", title_of(number), title_of(last)));
        else
            complain(line.number,
                     fmt::format("缺少{}：{}之后是{}；节录应当在文件头注明“（节录”", title_of(next),
                                 last.number == 0 ? std::string("开头") : title_of(last), title_of(number)));
    }

    void take_point(const Line& line) {
        const auto mark = leading_number(line.text).bytes + std::string_view("、").size();
        Line point = line;
        point.text = line.text.substr(std::min(mark, line.text.size()));
        open_article(point, {line.count, 0});
    }

    void take_item(const Line& line) {
        Article& article = text_.articles.back();
        if (article.paragraphs.empty()) article.paragraphs.emplace_back();
        std::vector<Item>& items = article.paragraphs.back().items;
        const int expected = items.empty() ? 1 : items.back().number + 1;
        if (line.count != expected)
            complain(line.number,
                     fmt::format("{}这里应当是第（{}）项，却是第（{}）项", title_of(article.number),
                                 base::chinese_number(expected), base::chinese_number(line.count)));
        if (line.text.empty())
            complain(line.number, fmt::format("{}第（{}）项没有内容", title_of(article.number),
                                              base::chinese_number(line.count)));
        items.push_back({line.count, line.text});
    }

    // A natural paragraph is a 款 of its own; a subitem belongs to the item, or the list, before it.
    void take_words(const Line& line) {
        if (closed_ && continues_heading(line)) return;
        if (closed_) {
            complain(line.number, "标题之后、下一条之前的文字不属于任何一条：" + beginning_of(line.text));
            return;
        }
        Article& article = text_.articles.back();
        if (line.kind != Kind::subitem || article.paragraphs.empty()) {
            article.paragraphs.push_back({line.text, {}});
            return;
        }
        Paragraph& paragraph = article.paragraphs.back();
        std::string& words = paragraph.items.empty() ? paragraph.text : paragraph.items.back().text;
        words += "\n" + line.text;
    }

    // A heading that the source broke over two lines.
    bool continues_heading(const Line& line) {
        constexpr std::size_t bytes_max = 60;
        std::string& title = section_title_.empty() ? chapter_title_ : section_title_;
        if (title.empty() || line.text.size() > bytes_max || line.text.find("。") != std::string::npos)
            return false;
        title += line.text;
        return true;
    }

    const std::vector<Line>& lines_;
    bool has_articles_ = false, in_head_ = false, in_annex_ = false;
    bool closed_ = false;  // behind a heading and before its first article
    int part_ = 0, chapter_ = 0, section_ = 0;
    std::string part_title_, chapter_title_, section_title_;
    LawText text_;
    std::vector<TextProblem> problems_;
};

TextReading refused(std::string message) {
    TextReading reading;
    reading.problems.push_back({0, std::move(message)});
    return reading;
}

}  // namespace

TextReading read_text(std::string_view bytes) {
    if (bytes.size() > text_bytes_max) return refused("文本超过 4 MiB");
    if (!base::is_valid_utf8(bytes)) return refused("不是 UTF-8 文本");
    if (base::is_blank(bytes)) return refused("文本是空的");
    return Reader(lines_of(bytes)).read();
}

}  // namespace law
