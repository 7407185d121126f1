#include <fmt/format.h>

#include <algorithm>

#include "acts/act_request.hpp"
#include "acts/sign_together.hpp"
#include "http/desk/routes.hpp"
#include "http/desk/values.hpp"

namespace desk {

namespace {

using base::List;
using base::Object;
using base::Value;

constexpr std::size_t together_max = 100;
constexpr std::size_t opinion_bytes_max = 8000;

base::Result<std::int64_t> version_in(const http::Request& request) {
    const Value body = TRY(object_body(request));
    TRY(acts::check_members(body, {"version"}));
    const auto version = body.integer("version");
    if (!version) return base::fail("missing_field", "请写明看到的版本", {}, "version");
    return *version;
}

http::Response see(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    TRY_OR_REFUSE(desk.office.ports.proposals.load(viewer, request.parameter("id")));
    const std::int64_t version = TRY_OR_REFUSE(version_in(request));
    TRY_OR_REFUSE(acts::see_proposal(desk.office, viewer, session_mark(desk, request),
                                     request.parameter("id"), version));
    return http::no_content();
}

struct Together {
    std::vector<std::string> ids;
    std::string opinion;
};

base::Result<std::vector<std::string>> ids_of(const Value& body) {
    if (body["ids"].as_list() == nullptr || body.list("ids").empty())
        return base::fail("missing_field", "请选择要批准的报批件", {}, "ids");
    if (body.list("ids").size() > together_max)
        return base::fail("too_many", fmt::format("一次最多批准{}件", together_max), {}, "ids");
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < body.list("ids").size(); ++i) {
        const auto* id = body.list("ids").at(i).as_string();
        const std::string field = fmt::format("ids.{}", i);
        if (id == nullptr) return base::fail("wrong_type", "应当是报批件的编号", {}, field);
        if (std::ranges::find(ids, *id) != ids.end())
            return base::fail("repeated_row", "同一报批件出现了两次", {}, field);
        ids.push_back(*id);
    }
    return ids;
}

base::Result<Together> together_in(const http::Request& request) {
    const Value body = TRY(object_body(request));
    TRY(acts::check_members(body, {"ids", "opinion"}));
    Together together{.ids = TRY(ids_of(body)), .opinion = std::string(body.text("opinion"))};
    if (!body["opinion"].is_null() && body["opinion"].as_string() == nullptr)
        return base::fail("wrong_type", "应当是文字", {}, "opinion");
    if (together.opinion.size() > opinion_bytes_max)
        return base::fail("text_too_long", "意见过长", {}, "opinion");
    return together;
}

Value failure(const base::Error& error) {
    Object value{
        {"code",    error.code   },
        {"message", error.message},
        {"basis",   error.basis  }
    };
    if (!error.field.empty()) value.set("field", error.field);
    return value;
}

// What became of one: recorded, sent on to the next signature, or left waiting with the reason.
Value outcome_value(const acts::SignedOne& one) {
    Object value{
        {"id", one.id}
    };
    if (!one.result) {
        value.set("outcome", "refused");
        value.set("refusal", failure(one.result.error()));
    } else if (one.result->refusal) {
        const procedure::Refusal& refusal = *one.result->refusal;
        value.set("outcome", "refused");
        value.set("refusal", failure({refusal.code, refusal.message, refusal.basis, refusal.field}));
    } else {
        value.set("outcome", one.result->recorded ? "recorded" : "forwarded");
        if (one.result->n > 0) value.set("n", one.result->n);
    }
    return value;
}

http::Response approve(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    const Together together = TRY_OR_REFUSE(together_in(request));
    List results;
    for (const acts::SignedOne& one : acts::sign_together(desk.office, viewer, session_mark(desk, request),
                                                          together.ids, together.opinion))
        results.push_back(outcome_value(one));
    return http::json(200, Object{
                               {"results", std::move(results)}
    });
}

}  // namespace

void add_approval_routes(http::Router& router, const Desk& desk) {
    const SignedRoutes add(router, desk);
    add("POST", "/api/proposals/{id}/seen", see);
    add("POST", "/api/approvals", approve);
}

}  // namespace desk
