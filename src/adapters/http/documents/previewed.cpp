#include "http/documents/previewed.hpp"

#include "acts/check_act.hpp"

namespace desk {

base::Result<document::Document> previewed(const Desk& desk, const http::Request& request,
                                           const identity::Viewer& viewer) {
    base::Value body = TRY(object_body(request));
    const std::string document(body.text("document"));
    if (document.empty()) return base::fail("missing_field", "请指明文书", {}, "document");
    body.as_object()->erase("document");
    const auto act = TRY(acts::ActRequest::from(body, viewer));
    return acts::preview(desk.office, viewer, request.parameter("no"), act, document);
}

}  // namespace desk
