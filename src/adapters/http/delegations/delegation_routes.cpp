#include "acts/act_request.hpp"
#include "delegations/grant.hpp"
#include "http/desk/routes.hpp"
#include "http/desk/values.hpp"

namespace desk {

namespace {

using base::List;
using base::Object;
using base::Value;

std::string_view state_of(const ports::Delegation& grant, base::Date today) {
    if (grant.ended_at) return "ended";
    if (today < grant.from) return "to_come";
    return today <= grant.until ? "in_force" : "expired";
}

Value grant_value(const office::Office& office, const ports::Delegation& grant) {
    Object value{
        {"id", grant.id},
        {"principal", person_value(grant.principal, grant.principal_name)},
        {"person", person_value(grant.person, grant.person_name)},
        {"role", grant.role},
        {"role_title", office.rules.table.role_label(grant.role)},
        {"from", grant.from.str()},
        {"until", grant.until.str()},
        {"paper", grant.paper},
        {"reason", grant.reason},
        {"presiding", grant.role == "CHIEF"},
        {"state", state_of(grant, office.today())},
        {"recorded_by", grant.recorded_by_name},
        {"recorded_at", grant.recorded_at.str()}
    };
    if (grant.ended_at) {
        value.set("ended_at", grant.ended_at->str());
        value.set("ended_by", grant.ended_by_name);
        value.set("end_reason", grant.end_reason);
    }
    return value;
}

base::Result<std::string> text_of(const Value& body, std::string_view name, bool optional = false) {
    if (body[name].is_null() && optional) return std::string();
    if (body[name].is_null()) return base::fail("missing_field", "请填写", {}, std::string(name));
    const auto* text = body[name].as_string();
    if (text == nullptr) return base::fail("wrong_type", "应当是文字", {}, std::string(name));
    return *text;
}

base::Result<base::Date> day_of(const Value& body, std::string_view name) {
    const auto day = base::Date::parse(TRY(text_of(body, name)));
    if (!day) return base::fail("bad_date", "日期应当写作 2026-11-21", {}, std::string(name));
    return *day;
}

http::Response list(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    TRY_OR_REFUSE(check_queries(request, {}));
    const auto staff = TRY_OR_REFUSE(desk.office.ports.directory.staff(viewer, desk.office.today()));
    List grants;
    for (const auto& grant : TRY_OR_REFUSE(desk.office.ports.delegations.list(viewer)))
        grants.push_back(grant_value(desk.office, grant));
    return http::json(
        200, Object{
                 {"delegations", std::move(grants)},
                 {"may_record", delegations::may_record(staff, viewer)}
    });
}

// Whoever is given a power or loses it feels it with his next request.
void make_felt(const Desk& desk) {
    desk.office.ports.directory.forget();
    desk.sign_in.forget_sessions();
}

http::Response record(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    const Value body = TRY_OR_REFUSE(object_body(request));
    TRY_OR_REFUSE(acts::check_members(
        body, {"principal", "person", "role", "from", "until", "paper", "reason", "presiding"}));
    if (!body["presiding"].is_null() && body["presiding"].as_bool() == nullptr)
        return refuse({"wrong_type", "应当是“是”或者“否”", {}, "presiding"});
    const delegations::Paper paper{.principal = TRY_OR_REFUSE(text_of(body, "principal")),
                                   .person = TRY_OR_REFUSE(text_of(body, "person")),
                                   .role = TRY_OR_REFUSE(text_of(body, "role")),
                                   .from = TRY_OR_REFUSE(day_of(body, "from")),
                                   .until = TRY_OR_REFUSE(day_of(body, "until")),
                                   .no = TRY_OR_REFUSE(text_of(body, "paper")),
                                   .reason = TRY_OR_REFUSE(text_of(body, "reason", true)),
                                   .presiding = body.truth("presiding")};
    const auto grant =
        TRY_OR_REFUSE(delegations::record(desk.office, desk.office.ports.delegations, viewer, paper));
    make_felt(desk);
    return http::json(201, grant_value(desk.office, grant));
}

http::Response end(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    auto& store = desk.office.ports.delegations;
    TRY_OR_REFUSE(store.load(viewer, request.parameter("id")));
    const Value body = TRY_OR_REFUSE(object_body(request));
    TRY_OR_REFUSE(acts::check_members(body, {"reason"}));
    const std::string reason = TRY_OR_REFUSE(text_of(body, "reason"));
    const auto grant =
        TRY_OR_REFUSE(delegations::end(desk.office, store, viewer, request.parameter("id"), reason));
    make_felt(desk);
    return http::json(200, grant_value(desk.office, grant));
}

}  // namespace

void add_delegation_routes(http::Router& router, const Desk& desk) {
    const SignedRoutes add(router, desk);
    add("GET", "/api/delegations", list);
    add("POST", "/api/delegations", record);
    add("POST", "/api/delegations/{id}/end", end);
}

}  // namespace desk
