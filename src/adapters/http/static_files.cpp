#include "http/static_files.hpp"

#include <fmt/format.h>

#include "http/problem.hpp"

namespace http {

namespace {

namespace fs = std::filesystem;

std::string_view content_type(const fs::path& path) {
    static constexpr std::pair<std::string_view, std::string_view> table[] = {
        {".html",        "text/html; charset=utf-8"      },
        {".js",          "text/javascript; charset=utf-8"},
        {".css",         "text/css; charset=utf-8"       },
        {".json",        "application/json"              },
        {".svg",         "image/svg+xml"                 },
        {".png",         "image/png"                     },
        {".ico",         "image/x-icon"                  },
        {".woff2",       "font/woff2"                    },
        {".txt",         "text/plain; charset=utf-8"     },
        {".webmanifest", "application/manifest+json"     },
        {".wasm",        "application/wasm"              },
    };
    const std::string extension = path.extension();
    for (const auto& [known, type] : table)
        if (extension == known) return type;
    return "application/octet-stream";
}

std::string tag_of(const fs::path& path, std::string_view suffix) {
    std::error_code error;
    const auto size = fs::file_size(path, error);
    const auto written = fs::last_write_time(path, error).time_since_epoch().count();
    return fmt::format("\"{:x}-{:x}{}\"", static_cast<std::uint64_t>(written), size, suffix);
}

bool is_file(const fs::path& path) {
    std::error_code error;
    return fs::is_regular_file(path, error);
}

Response send(const Request& request, const fs::path& path) {
    const bool hashed = !request.segments.empty() && request.segments.front() == "assets";
    const std::string_view caching = hashed ? "public, max-age=31536000, immutable" : "no-cache";
    const fs::path packed = path.string() + ".gz";
    const bool gzip = request.header("accept-encoding").contains("gzip") && is_file(packed);
    const std::string etag = tag_of(path, gzip ? "-gz" : "");
    Response response = file(request, gzip ? packed : path,
                             {.content_type = content_type(path), .etag = etag, .cache_control = caching});
    response.set("Vary", "Accept-Encoding");
    if (gzip && response.file) response.set("Content-Encoding", "gzip");
    return response;
}

}  // namespace

// Segments come decoded and without "." and "..", but may still hold a slash (%2F) or start a hidden name.
Response StaticFiles::answer(const Request& request) const {
    fs::path path = root_;
    for (const std::string& segment : request.segments) {
        if (segment.empty() || segment.starts_with('.') || segment.contains('/'))
            return problem(404, {"not_found", "没有这个地址"});
        path /= segment;
    }
    if (!request.segments.empty() && is_file(path)) return send(request, path);
    const bool is_asset = !request.segments.empty() &&
                          (request.segments.front() == "assets" || request.segments.back().contains('.'));
    const fs::path index = root_ / "index.html";
    if (is_asset || !is_file(index)) return problem(404, {"not_found", "没有这个地址"});
    return send(request, index);
}

}  // namespace http
