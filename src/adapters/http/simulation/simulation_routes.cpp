#include "http/desk/routes.hpp"
#include "simulations/simulate.hpp"

namespace desk {

namespace {

http::Response simulate(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    const base::Value body = TRY_OR_REFUSE(object_body(request));
    const auto question = TRY_OR_REFUSE(simulations::Question::from_value(body));
    const auto answer = TRY_OR_REFUSE(simulations::simulate(desk.office, viewer, question));
    return http::json(200, answer.to_value());
}

}  // namespace

void add_simulation_routes(http::Router& router, const Desk& desk) {
    router.add(
        "POST", "/api/simulations",
        signed_in(desk, [&desk](const http::Request& request,
                                const identity::Viewer& viewer) { return simulate(desk, request, viewer); }),
        {.body_limit = 64 << 10});
}

}  // namespace desk
