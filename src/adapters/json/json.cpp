#include "json/json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/src.hpp>
#include <utility>

namespace json {

namespace {

using base::List;
using base::Object;
using base::Value;

// Two marks of UTF-8 are U+0080–009F (but U+0085, the next line), three of them U+202A–202E and U+2066–2069.
std::string control_in(std::string_view text) {
    constexpr std::string_view blanks = "\t\n\v\f\r";
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = [&](std::size_t at) {
            return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
        };
        const unsigned first = byte(i);
        if ((first < 0x20 && !blanks.contains(text[i])) || first == 0x7F)
            return fmt::format("U+{:04X}", first);
        if (first == 0xC2 && byte(i + 1) < 0xA0 && byte(i + 1) != 0x85)
            return fmt::format("U+{:04X}", byte(i + 1));
        if (first != 0xE2 || (byte(i + 1) != 0x80 && byte(i + 1) != 0x81)) continue;
        const unsigned mark = (byte(i + 1) == 0x80 ? 0x2000U : 0x2040U) + (byte(i + 2) & 0x3FU);
        if ((mark >= 0x202A && mark <= 0x202E) || (mark >= 0x2066 && mark <= 0x2069))
            return fmt::format("U+{:04X}", mark);
    }
    return {};
}

// Builds a Value from the parser's events; a number keeps the words it was written in.
class Builder {
  public:
    static constexpr std::size_t max_object_size = 100'000;
    static constexpr std::size_t max_array_size = 1'000'000;
    static constexpr std::size_t max_key_size = 256;
    static constexpr std::size_t max_string_size = 16'000'000;
    using error_code = boost::system::error_code;
    using string_view = boost::json::string_view;

    explicit Builder(bool plain_text) : plain_text_(plain_text) {}
    Value take() { return stack_.empty() ? Value() : std::move(stack_.front().value); }
    const std::string& repeated() const { return repeated_; }
    // A character that no text of a case holds, and the member it stood in. NUL is one that no database
    // takes.
    const std::string& control() const { return control_; }
    const std::string& place_of_control() const { return place_of_control_; }

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_object_begin(error_code&) { return open(Object()); }
    bool on_object_end(std::size_t, error_code&) { return close(); }
    bool on_array_begin(error_code&) { return open(List()); }
    bool on_array_end(std::size_t, error_code&) { return close(); }
    bool on_key_part(string_view part, std::size_t, error_code&) { return grow(part); }
    bool on_key(string_view part, std::size_t, error_code& error) {
        grow(part);
        if (holds_control(error)) return false;
        keys_.push_back(std::move(text_));
        text_.clear();
        if (stack_.back().value.as_object()->find(keys_.back())) {
            repeated_ = keys_.back();
            error = boost::json::error::syntax;
            return false;
        }
        return true;
    }
    bool on_string_part(string_view part, std::size_t, error_code&) { return grow(part); }
    bool on_string(string_view part, std::size_t, error_code& error) {
        grow(part);
        if (holds_control(error)) return false;
        return add(Value(std::exchange(text_, {})));
    }
    bool on_number_part(string_view part, error_code&) { return grow(part); }
    bool on_int64(std::int64_t number, string_view, error_code&) {
        text_.clear();
        return add(Value(number));
    }
    bool on_uint64(std::uint64_t, string_view part, error_code&) { return add_decimal(part); }
    bool on_double(double, string_view part, error_code&) { return add_decimal(part); }
    bool on_bool(bool value, error_code&) { return add(Value(value)); }
    bool on_null(error_code&) { return add(Value()); }
    bool on_comment_part(string_view, error_code&) { return true; }
    bool on_comment(string_view, error_code&) { return true; }

  private:
    struct Frame {
        Value value;
        bool is_root = false;
    };

    bool grow(string_view part) {
        text_.append(part.data(), part.size());
        return true;
    }
    bool holds_control(error_code& error) {
        if (text_.find('\0') != std::string::npos)
            control_ = "NUL";
        else if (plain_text_)
            control_ = control_in(text_);
        if (control_.empty()) return false;
        place_of_control_ = place();
        error = boost::json::error::syntax;
        return true;
    }
    std::string place() const {
        std::string path;
        for (const std::string& key : keys_) path += path.empty() ? key : "." + key;
        return path;
    }
    bool add_decimal(string_view part) {
        grow(part);
        return add(Value(base::Decimal{std::exchange(text_, {})}));
    }
    bool open(Value value) {
        stack_.push_back({std::move(value)});
        return true;
    }
    bool close() {
        if (stack_.size() == 1) return true;
        Value value = std::move(stack_.back().value);
        stack_.pop_back();
        return add(std::move(value));
    }
    bool add(Value value) {
        if (stack_.empty()) {
            stack_.push_back({std::move(value), true});
        } else if (List* list = stack_.back().value.as_list()) {
            list->push_back(std::move(value));
        } else {
            stack_.back().value.as_object()->set(keys_.back(), std::move(value));
            keys_.pop_back();
        }
        return true;
    }

    std::vector<Frame> stack_;
    std::vector<std::string> keys_;
    std::string text_;
    std::string repeated_;
    std::string control_;
    std::string place_of_control_;
    bool plain_text_;
};

void write_string(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\t':
                out += "\\t";
                break;
            default:
                if (static_cast<unsigned char>(c) < 0x20)
                    out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
                else
                    out += c;
        }
    }
    out += '"';
}

struct Style {
    bool sorted = false;
    int indent = 0;  // 0: compact
};

void write_value(std::string& out, const Value& value, Style style, int depth);

void break_line(std::string& out, Style style, int depth) {
    if (style.indent == 0) return;
    out += '\n';
    out.append(static_cast<std::size_t>(style.indent * depth), ' ');
}

void write_list(std::string& out, const List& list, Style style, int depth) {
    out += '[';
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (i > 0) out += ',';
        break_line(out, style, depth + 1);
        write_value(out, list[i], style, depth + 1);
    }
    if (!list.empty()) break_line(out, style, depth);
    out += ']';
}

void write_object(std::string& out, const Object& object, Style style, int depth) {
    std::vector<const base::Member*> members;
    for (const auto& member : object) members.push_back(&member);
    if (style.sorted)
        std::ranges::sort(members, {},
                          [](const base::Member* member) -> const std::string& { return member->first; });
    out += '{';
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (i > 0) out += ',';
        break_line(out, style, depth + 1);
        write_string(out, members[i]->first);
        out += style.indent > 0 ? ": " : ":";
        write_value(out, members[i]->second, style, depth + 1);
    }
    if (!members.empty()) break_line(out, style, depth);
    out += '}';
}

void write_value(std::string& out, const Value& value, Style style, int depth) {
    if (const bool* truth = value.as_bool())
        out += *truth ? "true" : "false";
    else if (const auto* number = value.as_int())
        out += std::to_string(*number);
    else if (const auto* decimal = value.as_decimal())
        out += decimal->text;
    else if (const auto* text = value.as_string())
        write_string(out, *text);
    else if (const auto* list = value.as_list())
        write_list(out, *list, style, depth);
    else if (const auto* object = value.as_object())
        write_object(out, *object, style, depth);
    else
        out += "null";
}

}  // namespace

base::Result<Value> parse(std::string_view text, Limits limits) {
    boost::json::parse_options options;
    options.max_depth = limits.depth_max;
    boost::json::basic_parser<Builder> parser(options, limits.plain_text);
    boost::system::error_code error;
    const std::size_t used = parser.write_some(false, text.data(), text.size(), error);
    if (!error && used < text.size()) error = boost::json::error::extra_data;
    if (!parser.handler().repeated().empty())
        return base::fail("bad_json", fmt::format("JSON 中“{}”写了两次", parser.handler().repeated()), "",
                          parser.handler().repeated());
    if (const auto& control = parser.handler().control(); !control.empty())
        return base::fail(control == "NUL" ? "bad_json" : "control_character",
                          fmt::format("文字中含有不能使用的字符（{}），请删去后再提交", control), "",
                          parser.handler().place_of_control());
    if (error == boost::json::error::too_deep)
        return base::fail("bad_json", fmt::format("JSON 嵌套超过{}层", limits.depth_max));
    if (error)
        return base::fail("bad_json", fmt::format("不是有效的 JSON（第{}字节附近，编码须为 UTF-8）", used));
    return parser.handler().take();
}

std::string write(const Value& value) {
    std::string out;
    write_value(out, value, {}, 0);
    return out;
}

std::string write_pretty(const Value& value) {
    std::string out;
    write_value(out, value, {.indent = 2}, 0);
    return out + "\n";
}

std::string write_canonical(const Value& value) {
    std::string out;
    write_value(out, value, {.sorted = true}, 0);
    return out;
}

}  // namespace json
