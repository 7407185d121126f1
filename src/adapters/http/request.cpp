#include "http/request.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "json/json.hpp"

namespace http {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_name(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, lower, lower);
}

std::optional<std::string_view> find(const Pairs& pairs, std::string_view name) {
    for (const auto& [key, value] : pairs)
        if (key == name) return value;
    return std::nullopt;
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

}  // namespace

std::string_view Request::header(std::string_view name) const {
    for (const auto& [key, value] : headers)
        if (same_name(key, name)) return value;
    return {};
}

std::string_view Request::cookie(std::string_view name) const {
    for (const auto& [key, value] : headers) {
        if (!same_name(key, "cookie")) continue;
        std::string_view rest = value;
        while (!rest.empty()) {
            const std::string_view one = trim(rest.substr(0, rest.find(';')));
            const auto equals = one.find('=');
            if (equals != std::string_view::npos && one.substr(0, equals) == name)
                return one.substr(equals + 1);
            const auto next = rest.find(';');
            rest = next == std::string_view::npos ? std::string_view() : rest.substr(next + 1);
        }
    }
    return {};
}

std::optional<std::string_view> Request::query(std::string_view name) const {
    return find(queries, name);
}

std::string_view Request::parameter(std::string_view name) const {
    return find(parameters, name).value_or("");
}

base::Result<base::Value> json_body(const Request& request) {
    const std::string_view type = request.header("content-type");
    if (!same_name(trim(type.substr(0, type.find(';'))), "application/json"))
        return base::fail("bad_content_type", "请求正文须为 JSON（Content-Type: application/json）");
    return json::parse(request.body, {.plain_text = true});
}

}  // namespace http
