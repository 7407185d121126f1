#include <fmt/format.h>

#include "base/text.hpp"
#include "http/request.hpp"

namespace http {

namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

enum class Plus { literal, space };  // "+" means a space in a query (HTML forms), itself in a path

base::Result<std::string> decode(std::string_view text, Plus plus) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus == Plus::space) {
            out += ' ';
        } else if (text[i] == '%') {
            const int high = i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
            if (high < 0 || low < 0) return base::fail("bad_target", "网址中的百分号转义不完整");
            out += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            out += text[i];
        }
    }
    for (const char c : out)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            return base::fail("bad_target", "网址中有控制字符");
    if (!base::is_valid_utf8(out)) return base::fail("bad_target", "网址不是有效的 UTF-8 文字");
    return out;
}

base::Result<std::vector<std::string>> split_path(std::string_view path) {
    std::vector<std::string> segments;
    while (!path.empty()) {
        path.remove_prefix(1);  // the slash
        const auto end = std::min(path.find('/'), path.size());
        std::string segment = TRY(decode(path.substr(0, end), Plus::literal));
        if (segment == "." || segment == "..") return base::fail("bad_target", "网址中不能有相对路径");
        path.remove_prefix(end);
        if (!segment.empty() || !path.empty()) segments.push_back(std::move(segment));
    }
    return segments;
}

base::Result<Pairs> split_query(std::string_view text) {
    Pairs queries;
    while (!text.empty()) {
        const std::string_view one = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(one.size() + 1, text.size()));
        if (one.empty()) continue;
        const auto equals = std::min(one.find('='), one.size());
        std::string name = TRY(decode(one.substr(0, equals), Plus::space));
        std::string value = TRY(decode(one.substr(std::min(equals + 1, one.size())), Plus::space));
        queries.emplace_back(std::move(name), std::move(value));
    }
    return queries;
}

}  // namespace

base::Result<Target> parse_target(std::string_view text) {
    if (!text.starts_with('/')) return base::fail("bad_target", "网址须以“/”开头");
    const auto question = std::min(text.find('?'), text.size());
    Target target;
    target.segments = TRY(split_path(text.substr(0, question)));
    target.queries = TRY(split_query(text.substr(std::min(question + 1, text.size()))));
    for (const std::string& segment : target.segments) target.path += "/" + segment;
    if (target.path.empty()) target.path = "/";
    return target;
}

}  // namespace http
