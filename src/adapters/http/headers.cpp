#include "http/headers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace http {

namespace {

std::string_view reason(int status) {
    switch (status) {
        case 200:
            return "OK";
        case 201:
            return "Created";
        case 202:
            return "Accepted";
        case 204:
            return "No Content";
        case 206:
            return "Partial Content";
        case 304:
            return "Not Modified";
        case 400:
            return "Bad Request";
        case 401:
            return "Unauthorized";
        case 403:
            return "Forbidden";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 408:
            return "Request Timeout";
        case 409:
            return "Conflict";
        case 413:
            return "Content Too Large";
        case 415:
            return "Unsupported Media Type";
        case 416:
            return "Range Not Satisfiable";
        case 422:
            return "Unprocessable Content";
        case 429:
            return "Too Many Requests";
        case 431:
            return "Request Header Fields Too Large";
        case 500:
            return "Internal Server Error";
        case 503:
            return "Service Unavailable";
        default:
            return "Status";
    }
}

// Element Plus sets style attributes, hence 'unsafe-inline' for styles; scripts come from our files only.
constexpr std::string_view page_policy =
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' "
    "blob:; "
    "frame-src 'self' blob:; object-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors "
    "'none'";
// Answers of the interface are shown inside our own pages (a PDF in a frame) and run nothing.
constexpr std::string_view data_policy = "script-src 'none'; base-uri 'none'; frame-ancestors 'self'";

bool is_data(const Request& request) {
    return !request.segments.empty() && request.segments.front() == "api";
}

void put(std::string& out, std::string_view name, std::string_view value) {
    out += name;
    out += ": ";
    for (const char c : value) out += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
    out += "\r\n";
}

}  // namespace

bool has_body(const Request& request, const Response& response) {
    return request.method != "HEAD" && response.status != 204 && response.status != 304;
}

std::string wire_header(const Request& request, const Response& response, AfterAnswer after) {
    std::string out = fmt::format("HTTP/1.1 {} {}\r\n", response.status, reason(response.status));
    for (const auto& [name, value] : response.headers) put(out, name, value);
    const std::array<std::pair<std::string_view, std::string_view>, 6> standard = {
        {
         {"Content-Security-Policy", is_data(request) ? data_policy : page_policy},
         {"X-Content-Type-Options", "nosniff"},
         {"X-Frame-Options", is_data(request) ? "SAMEORIGIN" : "DENY"},
         {"Referrer-Policy", "same-origin"},
         {"Cross-Origin-Resource-Policy", "same-origin"},
         {"Cache-Control", "no-store"},
         }
    };
    for (const auto& [name, value] : standard)
        if (response.header(name).empty()) put(out, name, value);
    if (response.status != 204 && response.status != 304)
        put(out, "Content-Length",
            std::to_string(response.file ? response.file->length : response.body.size()));
    put(out, "Connection", after == AfterAnswer::keep_alive ? "keep-alive" : "close");
    return out + "\r\n";
}

bool is_foreign_write(const Request& request) {
    if (!request.is_write()) return false;
    const std::string_view origin = request.header("origin");
    if (origin.empty()) return request.header("sec-fetch-site") == "cross-site";
    const auto scheme_end = origin.find("://");
    if (scheme_end == std::string_view::npos) return true;  // "null"
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return !std::ranges::equal(origin.substr(scheme_end + 3), request.header("host"), {}, lower, lower);
}

}  // namespace http
