#include "discretion/decide.hpp"
#include "http/desk/routes.hpp"

namespace desk {

namespace {

http::Response decide(const Desk& desk, const http::Request& request) {
    const base::Value body = TRY_OR_REFUSE(object_body(request));
    const auto benchmarks = desk.office.benchmarks.current();
    base::Value answer = discretion::decide_all(body, desk.office.discretion, *benchmarks);
    const base::Value& error = answer["error"];
    if (!error.is_null())
        return refuse({std::string(error.text("code")),
                       std::string(error.text("detail")),
                       {},
                       std::string(error.text("field"))});
    return http::json(200, answer);
}

}  // namespace

void add_discretion_routes(http::Router& router, const Desk& desk) {
    router.add("POST", "/api/discretion",
               signed_in(desk, [&desk](const http::Request& request,
                                       const identity::Viewer&) { return decide(desk, request); }),
               {.body_limit = 64 << 10});
}

}  // namespace desk
