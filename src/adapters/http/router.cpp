#include "http/router.hpp"

#include <algorithm>

#include "http/problem.hpp"

namespace http {

namespace {

std::vector<std::string> split(std::string_view pattern) {
    std::vector<std::string> segments;
    while (!pattern.empty()) {
        pattern.remove_prefix(1);
        const auto end = std::min(pattern.find('/'), pattern.size());
        segments.emplace_back(pattern.substr(0, end));
        pattern.remove_prefix(end);
    }
    return segments;
}

bool is_parameter(std::string_view segment) {
    return segment.starts_with('{');
}

bool fits(const std::vector<std::string>& pattern, const std::vector<std::string>& segments) {
    return std::ranges::equal(pattern, segments, [](const std::string& expected, const std::string& given) {
        return is_parameter(expected) ? !given.empty() : expected == given;
    });
}

Pairs parameters_of(const std::vector<std::string>& pattern, const std::vector<std::string>& segments) {
    Pairs parameters;
    for (std::size_t i = 0; i < pattern.size(); ++i)
        if (is_parameter(pattern[i]))
            parameters.emplace_back(pattern[i].substr(1, pattern[i].size() - 2), segments[i]);
    return parameters;
}

}  // namespace

void Router::add(std::string method, std::string pattern, Handler handler, RouteOptions options) {
    patterns_.push_back(split(pattern));
    routes_.push_back({std::move(method), std::move(pattern), options, std::move(handler)});
}

// A pattern with a literal where another has a parameter ("/api/cases/search", "/api/cases/{no}") goes first
// when it was added first: the order of add() decides.
Router::Match Router::match(std::string_view method, const std::vector<std::string>& segments) const {
    const std::string_view wanted = method == "HEAD" ? "GET" : method;
    Match match;
    for (std::size_t i = 0; i < routes_.size(); ++i) {
        if (!fits(patterns_[i], segments)) continue;
        if (routes_[i].method == wanted)
            return {.route = &routes_[i], .parameters = parameters_of(patterns_[i], segments), .allowed = {}};
        match.allowed.push_back(routes_[i].method);
    }
    return match;
}

Response Router::dispatch(Request& request) const {
    Match found = match(request.method, request.segments);
    if (found.route) {
        request.parameters = std::move(found.parameters);
        return found.route->handler(request);
    }
    const bool is_page =
        !request.is_write() && (request.segments.empty() || request.segments.front() != "api");
    if (fallback_ && is_page && found.allowed.empty()) return fallback_(request);
    return refuse(found);
}

Response Router::refuse(const Match& match) {
    if (match.allowed.empty()) return problem(404, {"not_found", "没有这个地址"});
    std::string allow;
    for (const std::string& method : match.allowed) allow += (allow.empty() ? "" : ", ") + method;
    return problem(405, {"method_not_allowed", "这个地址不支持该操作，可用的是 " + allow})
        .set("Allow", allow);
}

}  // namespace http
