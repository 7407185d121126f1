#include "acts/act_request.hpp"
#include "http/desk/routes.hpp"
#include "http/desk/values.hpp"

namespace desk {

namespace {

using base::List;
using base::Object;
using base::Value;

Value naming_value(const ports::FileNaming& naming) {
    Object value{
        {"evidence",  naming.evidence },
        {"file_name", naming.file_name}
    };
    if (!naming.state.empty()) value.set("state", naming.state);
    if (!naming.proposal.is_null()) value.set("proposal", naming.proposal);
    if (!naming.failure.empty()) value.set("failure", naming.failure);
    if (naming.given)
        value.set("given", Object{
                               {"name", naming.given->name},
                               {"was_proposed", naming.given->was_proposed},
                               {"by", person_value(naming.given->by, naming.given->by_name)},
                               {"at", naming.given->at.str()}
        });
    return value;
}

http::Response list(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    List rows;
    for (const auto& naming : TRY_OR_REFUSE(desk.file_names.of_case(viewer, request.parameter("no"))))
        rows.push_back(naming_value(naming));
    return http::json(200, rows);
}

http::Response give(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    TRY_OR_REFUSE(desk.office.ports.evidence.load(viewer, request.parameter("id")));
    const Value body = TRY_OR_REFUSE(object_body(request));
    TRY_OR_REFUSE(acts::check_members(body, {"name"}));
    if (body["name"].is_null()) return refuse({"missing_field", "请填写名称", {}, "name"});
    const auto* name = body["name"].as_string();
    if (name == nullptr) return refuse({"wrong_type", "名称应当是文字", {}, "name"});
    return http::json(
        200, evidence_value(TRY_OR_REFUSE(desk.file_names.give(viewer, request.parameter("id"), *name))));
}

http::Response read_anew(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    TRY_OR_REFUSE(desk.file_names.read_anew(viewer, request.parameter("id")));
    return http::no_content();
}

}  // namespace

void add_file_name_routes(http::Router& router, const Desk& desk) {
    const SignedRoutes add(router, desk);
    add("GET", "/api/cases/{no}/file-names", list);
    add("PUT", "/api/evidence/{id}/name", give);
    add("POST", "/api/evidence/{id}/reading", read_anew);
}

}  // namespace desk
