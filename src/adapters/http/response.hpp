#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/value.hpp"
#include "http/request.hpp"

namespace http {

// A part of a file, sent as it is read: memory does not grow with the file.
struct FileRange {
    std::filesystem::path path;
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
};

struct Response {
    int status = 200;
    Pairs headers;
    std::string body;
    std::optional<FileRange> file;  // instead of `body`

    Response& set(std::string_view name, std::string_view value);  // replaces what was there
    Response& add(std::string_view name, std::string_view value);  // Set-Cookie may stand twice
    std::string_view header(std::string_view name) const;          // "" when absent
};

Response json(int status, const base::Value& value);
Response bytes(int status, std::string_view content_type, std::string body);
Response no_content();  // 204

struct FileOptions {
    std::string_view content_type;
    std::string_view etag;           // with its quotes; "" when there is none
    std::string_view cache_control;  // "" means no-store
};
// A file, or the one range of it the request asks for (RFC 9110 §14: 206, or 416 when it lies outside);
// 304 when If-None-Match names its tag; 404 when it cannot be opened.
Response file(const Request& request, const std::filesystem::path& path, const FileOptions& options);

}  // namespace http
