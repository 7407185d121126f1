#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "http/request.hpp"
#include "http/response.hpp"

namespace http {

using Handler = std::function<Response(const Request&)>;

struct RouteOptions {
    std::uint64_t body_limit = 1 << 20;  // bytes; a longer body is answered 413 before it is read
};

struct Route {
    std::string method;
    std::string pattern;  // "/api/cases/{no}/acts"
    RouteOptions options;
    Handler handler;
};

// Which handler answers which path. Filled once, before the server starts; then only read, from many threads.
class Router {
  public:
    void add(std::string method, std::string pattern, Handler handler, RouteOptions options = {});
    // What answers when no pattern fits: the pages of the web folder. Without it: 404.
    void set_fallback(Handler handler) { fallback_ = std::move(handler); }

    struct Match {
        const Route* route = nullptr;
        Pairs parameters;
        std::vector<std::string> allowed;  // no route, but these methods have one for this path
    };
    Match match(std::string_view method, const std::vector<std::string>& segments) const;
    // Calls the handler, with the path's parameters in the request. HEAD goes to GET's. Without a handler:
    // refuse().
    Response dispatch(Request& request) const;
    Response answer(Request request) const { return dispatch(request); }
    // 404, or 405 with the methods this path has.
    static Response refuse(const Match& match);
    const std::vector<Route>& routes() const { return routes_; }

  private:
    std::vector<Route> routes_;
    std::vector<std::vector<std::string>> patterns_;  // split, parallel to routes_
    Handler fallback_;
};

}  // namespace http
