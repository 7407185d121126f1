#include "http/sealing/sealing_routes.hpp"

#include "http/documents/knowledge.hpp"
#include "publicity/prepare.hpp"
#include "sealing/findings.hpp"

namespace desk {

namespace {

using identity::Viewer;

http::Response state(const sealing::Desk& sealing, const http::Request& request, const Viewer& viewer) {
    return http::json(200, TRY_OR_REFUSE(sealing.state(viewer, request.parameter("id"))));
}

http::Response findings(const Desk& desk, const http::Request& request, const Viewer& viewer) {
    return http::json(200, TRY_OR_REFUSE(sealing::findings_on(desk.office, viewer, request.parameter("id"),
                                                              knowledge_of(desk))));
}

// What a paper says wrong is answered before it is closed.
base::Result<std::vector<ports::FindingAnswer>> answers_of(const Desk& desk, const sealing::Desk& sealing,
                                                           const http::Request& request, const Viewer& viewer,
                                                           const base::Value& body) {
    if (!TRY(sealing.closes(viewer, request.parameter("id")))) return std::vector<ports::FindingAnswer>();
    const auto found =
        TRY(sealing::findings_on(desk.office, viewer, request.parameter("id"), knowledge_of(desk)));
    return sealing::answers_to(found, body["answers"]);
}

http::Response seal(const Desk& desk, const sealing::Desk& sealing, const http::Request& request,
                    const Viewer& viewer) {
    const base::Value body = TRY_OR_REFUSE(object_body(request));
    auto answers = TRY_OR_REFUSE(answers_of(desk, sealing, request, viewer, body));
    TRY_OR_REFUSE(sealing.seal(viewer, request.parameter("id"), std::move(answers)));
    return state(sealing, request, viewer);
}

http::Response sign(const Desk& desk, const sealing::Desk& sealing, const http::Request& request,
                    const Viewer& viewer) {
    const base::Value body = TRY_OR_REFUSE(object_body(request));
    auto answers = TRY_OR_REFUSE(answers_of(desk, sealing, request, viewer, body));
    TRY_OR_REFUSE(sealing.sign(viewer, request.parameter("id"), body.text("passphrase"), std::move(answers)));
    return state(sealing, request, viewer);
}

http::Response handwrite(const sealing::Desk& sealing, const http::Request& request, const Viewer& viewer) {
    const base::Value body = TRY_OR_REFUSE(object_body(request));
    constexpr std::size_t device_max = 200;
    const auto device = request.header("User-Agent").substr(0, device_max);
    TRY_OR_REFUSE(sealing.handwrite(viewer, request.parameter("id"), body, device));
    return state(sealing, request, viewer);
}

http::Response compare(const Desk& desk, const http::Request& request, const Viewer& viewer) {
    return http::json(200, TRY_OR_REFUSE(publicity::compare(desk.office, viewer, request.parameter("id"))));
}

http::Response published_pdf(const Desk& desk, const http::Request& request, const Viewer& viewer) {
    http::Response response = http::bytes(
        200, "application/pdf", TRY_OR_REFUSE(publicity::pdf(desk.office, viewer, request.parameter("id"))));
    response.set("Content-Disposition", "inline");
    return response;
}

http::Response kept_pdf(const Desk& desk, const http::Request& request, const Viewer& viewer) {
    http::Response response =
        http::bytes(200, "application/pdf",
                    TRY_OR_REFUSE(publicity::published_pdf(desk.office, viewer, request.parameter("id"))));
    response.set("Content-Disposition", "inline");
    return response;
}

}  // namespace

void add_sealing_routes(http::Router& router, const Desk& desk, const sealing::Desk& sealing) {
    const SignedRoutes add(router, desk);
    const auto with = [&](auto handler) {
        return [&sealing, handler](const Desk&, const http::Request& request, const Viewer& viewer) {
            return handler(sealing, request, viewer);
        };
    };
    const auto with_desk = [&](auto handler) {
        return [&sealing, handler](const Desk& office, const http::Request& request, const Viewer& viewer) {
            return handler(office, sealing, request, viewer);
        };
    };
    add("GET", "/api/documents/{id}/signatures", with(state));
    add("POST", "/api/documents/{id}/signatures", with_desk(sign));
    add("POST", "/api/documents/{id}/seal", with_desk(seal));
    add("GET", "/api/documents/{id}/proofreading", findings);
    add("POST", "/api/documents/{id}/handwriting", with(handwrite));
    add("GET", "/api/documents/{id}/publication", compare);
    add("GET", "/api/documents/{id}/publication/pdf", published_pdf);
    add("GET", "/api/documents/{id}/publication/kept", kept_pdf);
}

}  // namespace desk
