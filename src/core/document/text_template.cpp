#include "document/text_template.hpp"

#include <fmt/format.h>

namespace document {

using Piece = TextTemplate::Piece;
using Branch = TextTemplate::Branch;

namespace {

// Marks at the head of a template's own line become control characters, which facts cannot contain.
constexpr char to_right = '\x01';
constexpr char to_middle = '\x02';

std::string with_line_marks(std::string_view text) {
    std::string made;
    bool line_start = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view two = text.substr(i, 2);
        if (line_start && (two == ">>" || two == "^^")) {
            made += two == ">>" ? to_right : to_middle;
            ++i;
            line_start = false;
            continue;
        }
        made += text[i];
        line_start = text[i] == '\n';
    }
    return made;
}

// {% use name %} stands for a text of the shared table.
base::Result<std::string> with_shared_texts(std::string text, const base::Value& texts) {
    constexpr std::string_view open = "{% use ";
    for (auto at = text.find(open); at != std::string::npos; at = text.find(open, at)) {
        const auto close = text.find(" %}", at);
        const std::string name = text.substr(at + open.size(), close - at - open.size());
        const std::string_view shared = texts.text(name);
        if (shared.empty() || close == std::string::npos)
            return base::fail("bad_template", fmt::format("没有公用文字 {}", name));
        text.replace(at, close + 3 - at, shared);
    }
    return text;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

Expression always() {
    return Expression{
        .kind = Expression::Kind::literal, .name = {}, .literal = base::Value(true), .parts = {}};
}

class Reader {
  public:
    Reader(std::string_view text, const Names& names) : text_(text), names_(names) {}

    base::Result<std::vector<Piece>> whole() {
        std::vector<Piece> made = TRY(pieces());
        if (!stopped_at_.empty())
            return base::fail("bad_template", fmt::format("{{% {} %}} 没有开头", stopped_at_));
        return made;
    }

  private:
    // Reads up to a tag that ends or continues the enclosing one and leaves its words in stopped_at_.
    base::Result<std::vector<Piece>> pieces() {
        std::vector<Piece> made;
        stopped_at_ = {};
        while (!text_.empty()) {
            const auto print = text_.find("{{");
            const auto tag = text_.find("{%");
            const auto next = std::min(print, tag);
            if (next > 0) {
                Piece literal;
                literal.text = std::string(text_.substr(0, next));
                made.push_back(std::move(literal));
                text_.remove_prefix(std::min(next, text_.size()));
                continue;
            }
            const bool is_print = print == 0;
            const auto close = text_.find(is_print ? "}}" : "%}");
            if (close == std::string_view::npos) return base::fail("bad_template", "“{{”或“{%”没有配对");
            const std::string_view words = trimmed(text_.substr(2, close - 2));
            text_.remove_prefix(close + 2);
            if (is_print) {
                made.push_back(TRY(printed(words)));
            } else if (words.starts_with("if ")) {
                made.push_back(TRY(choice(words.substr(3))));
            } else if (words.starts_with("for ")) {
                made.push_back(TRY(loop(words.substr(4))));
            } else if (words == "end" || words == "else" || words.starts_with("elif ")) {
                stopped_at_ = words;
                return made;
            } else {
                return base::fail("bad_template", fmt::format("不认识的标记：{}", words));
            }
        }
        return made;
    }

    base::Result<Piece> printed(std::string_view words) {
        Piece made;
        made.kind = Piece::Kind::print;
        made.source = std::string(words);
        made.expression = TRY(parse_expression(words, names_));
        return made;
    }

    base::Result<Piece> choice(std::string_view condition) {
        Piece made;
        made.kind = Piece::Kind::choice;
        Expression parsed = TRY(parse_expression(condition, names_));
        while (true) {
            std::vector<Piece> inner = TRY(pieces());
            made.branches.push_back({std::move(parsed), std::move(inner)});
            if (stopped_at_ == "end") break;
            if (stopped_at_.empty()) return base::fail("bad_template", "{% if %} 没有 {% end %}");
            parsed = stopped_at_ == "else" ? always() : TRY(parse_expression(stopped_at_.substr(5), names_));
        }
        stopped_at_ = {};
        return made;
    }

    // x in list sep '；'
    base::Result<Piece> loop(std::string_view words) {
        Piece made;
        made.kind = Piece::Kind::loop;
        const auto in = words.find(" in ");
        if (in == std::string_view::npos)
            return base::fail("bad_template", "{% for %} 应当写成 for 名 in 列表");
        made.text = std::string(trimmed(words.substr(0, in)));
        std::string_view list = words.substr(in + 4);
        if (const auto sep = list.find(" sep '"); sep != std::string_view::npos) {
            const std::string_view quoted = list.substr(sep + 6);
            made.separator = std::string(quoted.substr(0, quoted.find('\'')));
            list = list.substr(0, sep);
        }
        made.expression = TRY(parse_expression(list, names_));
        names_.local.push_back(made.text);
        names_.local.push_back(made.text + "_no");
        std::vector<Piece> inner = TRY(pieces());
        if (stopped_at_ != "end") return base::fail("bad_template", "{% for %} 没有 {% end %}");
        stopped_at_ = {};
        names_.local.resize(names_.local.size() - 2);
        made.branches.push_back({always(), std::move(inner)});
        return made;
    }

    std::string_view text_;
    Names names_;
    std::string_view stopped_at_;
};

// Marks that turn the direction of writing or hide (U+200B–200F, 202A–202E, 2060–2069, FEFF): with them a
// name would read otherwise on paper than in the file.
bool is_hidden_mark(std::string_view text) {
    if (text.size() < 3) return false;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (byte(0) == 0xE2 && byte(1) == 0x80)
        return (byte(2) >= 0x8B && byte(2) <= 0x8F) || (byte(2) >= 0xA8 && byte(2) <= 0xAE);
    if (byte(0) == 0xE2 && byte(1) == 0x81) return byte(2) >= 0xA0 && byte(2) <= 0xA9;
    return text.starts_with("\xEF\xBB\xBF");
}

// U+0080 to U+009F
bool is_latin_control(std::string_view text) {
    return text.size() > 1 && text[0] == '\xC2' && static_cast<unsigned char>(text[1]) < 0xA0;
}

// U+2028 and U+2029, the ends of a line and of a paragraph
bool is_line_mark(std::string_view text) {
    return text.starts_with("\xE2\x80\xA8") || text.starts_with("\xE2\x80\xA9");
}

// A cell copied out of a table brings its tabs and line ends with it: "12⇥34盒" are two figures, never 1234.
std::string without_controls(std::string_view text) {
    constexpr std::string_view blanks = "\t\v\f";
    std::string made;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_line_mark(text.substr(i))) {
            made += '\n';
            i += 2;
        } else if (text.substr(i).starts_with("\xC2\x85")) {
            made += '\n';
            ++i;
        } else if (blanks.contains(text[i])) {
            made += ' ';
        } else if (is_hidden_mark(text.substr(i))) {
            i += 2;
        } else if (is_latin_control(text.substr(i))) {
            ++i;
        } else if (const auto c = static_cast<unsigned char>(text[i]);
                   (c >= 0x20 && c != 0x7F) || c == '\n') {
            made += text[i];
        }
    }
    while (!made.empty() && made.back() == '\n') made.pop_back();
    return made;
}

base::Result<void> render_pieces(const std::vector<Piece>& pieces, Scope& scope, std::vector<Run>& runs) {
    for (const Piece& piece : pieces) {
        if (piece.kind == Piece::Kind::literal) {
            runs.push_back({piece.text, {}});
        } else if (piece.kind == Piece::Kind::print) {
            const Term term = TRY(piece.expression.evaluate(scope));
            const bool given =
                piece.expression.kind == Expression::Kind::literal || piece.source.ends_with("''");
            if (is_absent(term.value()) && !given) {
                const std::string field = piece.expression.field();
                return base::fail("missing_field", fmt::format("缺少“{}”（{}）", field, piece.source), "",
                                  field);
            }
            runs.push_back({without_controls(shown(term.value())), piece.expression.field()});
        } else if (piece.kind == Piece::Kind::choice) {
            for (const Branch& branch : piece.branches) {
                const Term holds = TRY(branch.condition.evaluate(scope));
                if (!is_true(holds.value())) continue;
                TRY(render_pieces(branch.pieces, scope, runs));
                break;
            }
        } else {
            const Term list = TRY(piece.expression.evaluate(scope));
            const base::List items = list.value().items();
            for (std::size_t i = 0; i < items.size(); ++i) {
                if (i > 0 && !piece.separator.empty()) runs.push_back({piece.separator, {}});
                scope.names.emplace_back(piece.text, items[i]);
                scope.names.emplace_back(piece.text + "_no", base::Value(i + 1));
                TRY(render_pieces(piece.branches[0].pieces, scope, runs));
                scope.names.resize(scope.names.size() - 2);
            }
        }
    }
    return {};
}

void add_line(std::vector<Paragraph>& made, std::string_view text, const std::string& field) {
    if (text.empty()) return;
    if (text.front() == to_right || text.front() == to_middle) {
        made.back().align = text.front() == to_right ? Align::right : Align::centre;
        made.back().indented = false;
        text.remove_prefix(1);
    }
    if (text.empty()) return;
    if (!made.back().runs.empty() && made.back().runs.back().field == field)
        made.back().runs.back().text += text;
    else
        made.back().runs.push_back({std::string(text), field});
}

}  // namespace

base::Result<TextTemplate> TextTemplate::parse(std::string_view text, const Names& names) {
    TextTemplate made;
    const std::string whole = TRY(with_shared_texts(std::string(text), names.vocabulary.texts));
    const std::string marked = with_line_marks(whole);
    made.pieces_ = TRY(Reader(marked, names).whole());
    return made;
}

base::Result<std::vector<Paragraph>> TextTemplate::render(Scope& scope) const {
    std::vector<Run> runs;
    TRY(render_pieces(pieces_, scope, runs));
    std::vector<Paragraph> made(1);
    for (const Run& run : runs) {
        std::string_view rest = run.text;
        while (true) {
            const auto line_end = rest.find('\n');
            add_line(made, rest.substr(0, line_end), run.field);
            if (line_end == std::string_view::npos) break;
            rest.remove_prefix(line_end + 1);
            made.emplace_back();
        }
    }
    std::erase_if(made, [](const Paragraph& paragraph) { return paragraph.runs.empty(); });
    return made;
}

}  // namespace document
