#include <charconv>

#include "base/text.hpp"
#include "explorer/item_value.hpp"
#include "explorer/scale.hpp"
#include "http/desk/routes.hpp"

namespace desk {

namespace {

constexpr std::size_t words_characters_max = 100;
constexpr std::size_t hits_max = 400;

base::Result<std::size_t> limit_of(const http::Request& request) {
    const auto text = request.query("limit");
    if (!text) return std::size_t{30};
    std::size_t limit = 0;
    const auto read = std::from_chars(text->data(), text->data() + text->size(), limit);
    if (read.ec != std::errc() || read.ptr != text->data() + text->size() || limit < 1 || limit > hits_max)
        return base::fail("bad_number", "limit 应当是 1 至 400 的整数", {}, "limit");
    return limit;
}

http::Response search(const Desk& desk, const http::Request& request) {
    TRY_OR_REFUSE(check_queries(request, {"q", "field", "limit"}));
    const std::string text(request.query("q").value_or(""));
    if (base::character_count(text) > words_characters_max)
        return refuse({"too_long", "查找的文字不超过 100 字", {}, "q"});
    const std::size_t limit = TRY_OR_REFUSE(limit_of(request));
    const auto hits = desk.explorer.find(
        {.text = text, .field = std::string(request.query("field").value_or("")), .limit = limit});
    return http::json(200, base::Object{
                               {"items", explorer::hits_value(hits, desk.explorer, desk.office.today())}
    });
}

http::Response item(const Desk& desk, const http::Request& request) {
    const discretion::Violation* violation = desk.office.discretion.find(request.parameter("id"));
    if (!violation) return refuse({"not_found", "没有这个违法事项", {}, "id"});
    return http::json(200, explorer::item_value(*violation, desk.explorer, desk.violations));
}

http::Response decide(const Desk& desk, const http::Request& request) {
    const base::Value body = TRY_OR_REFUSE(object_body(request));
    const auto benchmarks = desk.office.benchmarks.current();
    return http::json(200, TRY_OR_REFUSE(explorer::explore(body, desk.office.discretion, *benchmarks)));
}

}  // namespace

// 裁量基准查询 is public: what may be demanded of a person he may read and try himself.
void add_explorer_routes(http::Router& router, const Desk& desk) {
    router.add("GET", "/api/explorer", [&desk](const http::Request&) {
        return http::json(200, explorer::choices_value(desk.explorer));
    });
    router.add("GET", "/api/explorer/items",
               [&desk](const http::Request& request) { return search(desk, request); });
    router.add("GET", "/api/explorer/items/{id}",
               [&desk](const http::Request& request) { return item(desk, request); });
    router.add("POST", "/api/explorer/decide",
               [&desk](const http::Request& request) { return decide(desk, request); },
               {.body_limit = 16 << 10});
}

}  // namespace desk
