#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "base/value.hpp"

namespace http {

using Pairs = std::vector<std::pair<std::string, std::string>>;

// One request, read whole: its target decoded, its headers as they came, its body within the route's limit.
struct Request {
    std::string method;
    std::string path;                   // decoded: "/api/cases/沪市监/acts"
    std::vector<std::string> segments;  // decoded one by one, so that %2F inside a segment stays there
    Pairs queries;
    Pairs headers;
    Pairs parameters;  // {no} of the route's pattern, set by the router
    std::string body;
    std::string remote;   // the other side's address, without port
    bool secure = false;  // TLS ends before us and the proxy said so

    std::string_view header(std::string_view name) const;  // case-insensitive; "" when absent
    std::string_view cookie(std::string_view name) const;  // "" when absent
    std::optional<std::string_view> query(std::string_view name) const;
    std::string_view parameter(std::string_view name) const;
    bool is_write() const { return method != "GET" && method != "HEAD"; }
};

// The path and query of a request line. Errors: `bad_target` for a broken escape, broken UTF-8, a control
// character or a relative segment.
struct Target {
    std::string path;
    std::vector<std::string> segments;
    Pairs queries;
};
base::Result<Target> parse_target(std::string_view text);

// The body as JSON. Errors: `bad_content_type`, `bad_json`.
base::Result<base::Value> json_body(const Request& request);

}  // namespace http
