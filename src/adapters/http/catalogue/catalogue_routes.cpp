#include <algorithm>

#include "http/desk/routes.hpp"
#include "http/desk/values.hpp"
#include "json/json.hpp"

namespace desk {

namespace {

using base::List;
using base::Object;
using base::Value;

Value clock_titles(const procedure::Rules& rules) {
    Object titles;
    for (const std::string& code : rules.clocks.codes()) {
        const auto& versions = rules.clocks.versions(code);
        if (!versions.empty()) titles.set(code, versions.front().title);
    }
    return titles;
}

// The same for everybody until the program changes, so the browser keeps it under its tag.
http::Handler fixed(const Desk& desk, Value value) {
    const std::string body = json::write(value);
    const std::string tag = "\"" + desk.office.ports.hasher.sm3(body).substr(0, 32) + "\"";
    return signed_in(desk, [body, tag](const http::Request& request, const identity::Viewer&) {
        http::Response response = http::bytes(200, "application/json", body);
        if (request.header("If-None-Match") == tag) {
            response.status = 304;
            response.body.clear();
        }
        response.set("ETag", tag);
        response.set("Cache-Control", "private, no-cache");
        return response;
    });
}

http::Response people(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    TRY_OR_REFUSE(check_queries(request, {"role"}));
    const auto role = request.query("role");
    if (role && !role->empty() && !desk.office.rules.table.knows_role(*role))
        return refuse({"unknown_choice", "没有“" + std::string(*role) + "”这一角色", {}, "role"});
    const auto staff = TRY_OR_REFUSE(desk.office.ports.directory.staff(viewer, desk.office.today()));
    const auto units = TRY_OR_REFUSE(desk.office.ports.directory.units(viewer));
    List list;
    for (const casefile::Staff& person : staff)
        if (!role || role->empty() || std::ranges::find(person.roles, *role) != person.roles.end())
            list.push_back(colleague_value(person, units));
    return http::json(200, list);
}

http::Response case_places(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    TRY_OR_REFUSE(check_queries(request, {}));
    List list;
    for (const auto& place : TRY_OR_REFUSE(desk.office.ports.directory.case_places(viewer)))
        list.push_back(Object{
            {"id",   place.is_unit ? place.node : place.region},
            {"name", place.name                               }
        });
    return http::json(200, list);
}

}  // namespace

void add_catalogue_routes(http::Router& router, const Desk& desk) {
    Value procedure = desk.office.rules.table.to_value();
    procedure.as_object()->set("clocks", clock_titles(desk.office.rules));
    router.add("GET", "/api/procedure", fixed(desk, std::move(procedure)));
    router.add("GET", "/api/violations", fixed(desk, desk.violations));
    router.add("GET", "/api/people",
               signed_in(desk, [&desk](const http::Request& request, const identity::Viewer& viewer) {
                   return people(desk, request, viewer);
               }));
    router.add("GET", "/api/units",
               signed_in(desk, [&desk](const http::Request& request, const identity::Viewer& viewer) {
                   return case_places(desk, request, viewer);
               }));
}

}  // namespace desk
