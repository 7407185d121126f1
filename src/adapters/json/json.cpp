#include "json/json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/src.hpp>
#include <optional>

namespace json {

namespace {

using base::List;
using base::Object;
using base::Value;

// Builds a Value from the parser's events; a number keeps the words it was written in.
class Builder {
  public:
    static constexpr std::size_t max_object_size = 100'000;
    static constexpr std::size_t max_array_size = 1'000'000;
    static constexpr std::size_t max_key_size = 256;
    static constexpr std::size_t max_string_size = 16'000'000;
    using error_code = boost::system::error_code;
    using string_view = boost::json::string_view;

    Value take() { return stack_.empty() ? Value() : std::move(stack_.front().value); }
    const std::string& repeated() const { return repeated_; }
    // Where the character NUL stood, which no text of a case holds and no database takes.
    const std::optional<std::string>& place_of_nul() const { return place_of_nul_; }

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_object_begin(error_code&) { return open(Object()); }
    bool on_object_end(std::size_t, error_code&) { return close(); }
    bool on_array_begin(error_code&) { return open(List()); }
    bool on_array_end(std::size_t, error_code&) { return close(); }
    bool on_key_part(string_view part, std::size_t, error_code&) { return grow(part); }
    bool on_key(string_view part, std::size_t, error_code& error) {
        grow(part);
        if (holds_nul(error)) return false;
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
        if (holds_nul(error)) return false;
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
    bool holds_nul(error_code& error) {
        if (text_.find('\0') == std::string::npos) return false;
        place_of_nul_ = place();
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
    std::optional<std::string> place_of_nul_;
};

void write_string(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        switch (c) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '\t': out += "\\t"; break;
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
        std::ranges::sort(members, {}, [](const base::Member* member) -> const std::string& { return member->first; });
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
    if (const bool* truth = value.as_bool()) out += *truth ? "true" : "false";
    else if (const auto* number = value.as_int()) out += std::to_string(*number);
    else if (const auto* decimal = value.as_decimal()) out += decimal->text;
    else if (const auto* text = value.as_string()) write_string(out, *text);
    else if (const auto* list = value.as_list()) write_list(out, *list, style, depth);
    else if (const auto* object = value.as_object()) write_object(out, *object, style, depth);
    else out += "null";
}

}  // namespace

base::Result<Value> parse(std::string_view text, Limits limits) {
    boost::json::parse_options options;
    options.max_depth = limits.depth_max;
    boost::json::basic_parser<Builder> parser(options);
    boost::system::error_code error;
    const std::size_t used = parser.write_some(false, text.data(), text.size(), error);
    if (!error && used < text.size()) error = boost::json::error::extra_data;
    if (!parser.handler().repeated().empty())
        return base::fail("bad_json", fmt::format("JSON 中“{}”写了两次", parser.handler().repeated()), "",
                          parser.handler().repeated());
    if (parser.handler().place_of_nul())
        return base::fail("bad_json", "文字中含有不能使用的字符（NUL）", "", *parser.handler().place_of_nul());
    if (error == boost::json::error::too_deep)
        return base::fail("bad_json", fmt::format("JSON 嵌套超过{}层", limits.depth_max));
    if (error) return base::fail("bad_json", fmt::format("不是有效的 JSON（第{}字节附近，编码须为 UTF-8）", used));
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
