#include "http/response.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "http/problem.hpp"
#include "json/json.hpp"

namespace http {

namespace {

bool same_name(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::ranges::equal(a, b, {}, lower, lower);
}

struct Range {
    std::uint64_t first = 0;
    std::uint64_t length = 0;
};
enum class RangeKind { whole, part, outside };

std::optional<std::uint64_t> number(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

// RFC 9110 §14.1.2. A header we cannot read, or one with several ranges, is ignored: the whole file is sent.
RangeKind parse_range(std::string_view text, std::uint64_t size, Range& range) {
    range = {0, size};
    if (!text.starts_with("bytes=") || text.contains(',')) return RangeKind::whole;
    text.remove_prefix(6);
    const auto dash = text.find('-');
    if (dash == std::string_view::npos) return RangeKind::whole;
    const auto first = number(text.substr(0, dash));
    const auto last = number(text.substr(dash + 1));
    if (dash == 0) {
        if (!last) return RangeKind::whole;
        if (*last == 0 || size == 0) return RangeKind::outside;
        range = {size - std::min(*last, size), std::min(*last, size)};
        return RangeKind::part;
    }
    if (!first || (dash + 1 < text.size() && (!last || *last < *first))) return RangeKind::whole;
    if (*first >= size) return RangeKind::outside;
    range = {*first, std::min(last.value_or(size - 1), size - 1) - *first + 1};
    return RangeKind::part;
}

bool names_tag(std::string_view list, std::string_view etag) {
    return !etag.empty() && (list == "*" || list.find(etag) != std::string_view::npos);
}

}  // namespace

Response& Response::set(std::string_view name, std::string_view value) {
    std::erase_if(headers, [&](const auto& header) { return same_name(header.first, name); });
    return add(name, value);
}

Response& Response::add(std::string_view name, std::string_view value) {
    headers.emplace_back(name, value);
    return *this;
}

std::string_view Response::header(std::string_view name) const {
    for (const auto& [key, value] : headers)
        if (same_name(key, name)) return value;
    return {};
}

Response json(int status, const base::Value& value) {
    return bytes(status, "application/json", json::write(value));
}

Response bytes(int status, std::string_view content_type, std::string body) {
    Response response{.status = status, .headers = {}, .body = std::move(body), .file = {}};
    response.add("Content-Type", content_type);
    return response;
}

Response no_content() {
    return {.status = 204, .headers = {}, .body = {}, .file = {}};
}

Response file(const Request& request, const std::filesystem::path& path, const FileOptions& options) {
    std::error_code error;
    const std::uint64_t size = std::filesystem::file_size(path, error);
    if (error) return problem(404, {"not_found", "没有这个文件"});
    Response response;
    response.add("Cache-Control", options.cache_control.empty() ? "no-store" : options.cache_control);
    if (!options.etag.empty()) response.add("ETag", options.etag);
    if (names_tag(request.header("if-none-match"), options.etag)) {
        response.status = 304;
        return response;
    }
    Range range;
    const std::string_view if_range = request.header("if-range");
    const bool stale = !if_range.empty() && if_range != options.etag;
    switch (parse_range(stale ? std::string_view() : request.header("range"), size, range)) {
        case RangeKind::outside:
            return problem(416, {"range_outside", "请求的字节范围超出文件"})
                .set("Content-Range", fmt::format("bytes */{}", size));
        case RangeKind::part:
            response.status = 206;
            response.add("Content-Range",
                         fmt::format("bytes {}-{}/{}", range.first, range.first + range.length - 1, size));
            break;
        case RangeKind::whole:
            break;
    }
    response.add("Content-Type", options.content_type).add("Accept-Ranges", "bytes");
    response.file = FileRange{path, range.first, range.length};
    return response;
}

}  // namespace http
