#include <map>

#include "acts/act_request.hpp"
#include "acts/advise.hpp"
#include "acts/belonging.hpp"
#include "acts/check_act.hpp"
#include "acts/form_of_act.hpp"
#include "acts/published_copies.hpp"
#include "acts/record_act.hpp"
#include "http/acts/act_value.hpp"
#include "http/desk/routes.hpp"
#include "http/desk/values.hpp"
#include "http/problem.hpp"

namespace desk {

namespace {

using base::List;
using base::Object;
using base::Value;

http::Response list(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    const cases::LoadedCase loaded =
        TRY_OR_REFUSE(cases::load_case(desk.office, viewer, request.parameter("no")));
    std::map<int, std::vector<std::string>> papers;
    for (const auto& row : TRY_OR_REFUSE(desk.office.ports.documents.of_case(viewer, loaded.record.no)))
        papers[row.act_n].push_back(row.id);
    List acts;
    for (const auto& recorded : loaded.record.acts)
        acts.push_back(act_value(loaded, recorded, papers[recorded.act.n]));
    return http::json(200, acts);
}

// 409 says what came since, so that the page can show it beside what was typed.
http::Response conflict(const Desk& desk, const identity::Viewer& viewer, std::string_view no,
                        const base::Error& error, std::optional<std::int64_t> seen) {
    const cases::LoadedCase loaded = TRY_OR_REFUSE(cases::load_case(desk.office, viewer, no));
    List changed;
    for (const auto& recorded : loaded.record.acts)
        if (seen && recorded.act.n > *seen) changed.push_back(act_summary_value(loaded, recorded.act));
    return http::problem(409, error,
                         {
                             {"version", loaded.record.version},
                             {"changed", std::move(changed)   }
    });
}

http::Response recorded(const ports::Outcome& outcome) {
    http::Response response = http::json(201, Object{
                                                  {"recorded",  true                        },
                                                  {"n",         outcome.n                   },
                                                  {"version",   outcome.version             },
                                                  {"documents", text_list(outcome.documents)}
    });
    response.set("ETag", "\"" + std::to_string(outcome.version) + "\"");
    return response;
}

http::Response proposed(const Desk& desk, const identity::Viewer& viewer, const ports::Outcome& outcome) {
    const auto proposal = TRY_OR_REFUSE(desk.office.ports.proposals.load(viewer, outcome.proposal));
    const auto staff = TRY_OR_REFUSE(desk.office.ports.directory.staff(viewer, desk.office.today()));
    return http::json(
        202, Object{
                 {"recorded", false},
                 {"proposal", proposal_value(desk.office, viewer, proposal, staff)}
    });
}

http::Response record(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    const Value body = TRY_OR_REFUSE(object_body(request));
    auto act = TRY_OR_REFUSE(acts::ActRequest::from(body, viewer));
    // Whoever publishes from a desk has looked at it, or is told to.
    if (!act.looked_at && act.act == "publish") act.looked_at.emplace();
    const acts::WriteOptions options{
        .version_seen = TRY_OR_REFUSE(version_seen(request)),
        .idempotency = TRY_OR_REFUSE(idempotency_of(request, desk.office.ports.hasher))};
    const auto settled = acts::record_act(desk.office, viewer, request.parameter("no"), act, options);
    if (!settled && settled.error().code == "version_conflict")
        return conflict(desk, viewer, request.parameter("no"), settled.error(), options.version_seen);
    if (!settled) return refuse(settled.error());
    if (settled->refusal) return refuse_by_law(*settled->refusal);
    return settled->outcome.recorded ? recorded(settled->outcome) : proposed(desk, viewer, settled->outcome);
}

http::Response check(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    const Value body = TRY_OR_REFUSE(object_body(request));
    const auto act = TRY_OR_REFUSE(acts::ActRequest::from(body, viewer));
    const auto checked = TRY_OR_REFUSE(acts::check_act(desk.office, viewer, request.parameter("no"), act));
    return http::json(200, check_value(checked, desk.office.today()));
}

// The texts an act of publication would publish; with `document`, the PDF of one of them.
http::Response publication(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    Value body = TRY_OR_REFUSE(object_body(request));
    const std::string document(body.text("document"));
    body.as_object()->erase("document");
    const auto act = TRY_OR_REFUSE(acts::ActRequest::from(body, viewer));
    List rows;
    for (const auto& one :
         TRY_OR_REFUSE(acts::publications(desk.office, viewer, request.parameter("no"), act))) {
        if (one.key == document && !one.pdf.empty()) return http::bytes(200, "application/pdf", one.pdf);
        Object row = one.comparison.object();
        row.set("document", one.key);
        row.set("title", one.title);
        row.set("number", one.number);
        if (!one.pdf.empty()) row.set("sm3", desk.office.ports.hasher.sm3(one.pdf));
        rows.push_back(std::move(row));
    }
    if (!document.empty()) return refuse({"not_found", "没有这份公示文本", {}, "document"});
    return http::json(200, rows);
}

http::Response form(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    const auto units = TRY_OR_REFUSE(desk.office.ports.directory.units(viewer));
    const auto made = TRY_OR_REFUSE(
        acts::form_of_act(desk.office, viewer, request.parameter("no"), request.parameter("act")));
    return http::json(200, form_value(desk.office, made, units));
}

// A draft may be incomplete and half typed, but not hold what its form does not have.
http::Response advise(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    const Value body = TRY_OR_REFUSE(object_body(request));
    const auto act = TRY_OR_REFUSE(acts::ActRequest::from(body, viewer));
    const auto advice = TRY_OR_REFUSE(acts::advise(desk.office, viewer, request.parameter("no"), act));
    List proofs;
    for (const acts::Proof& proof : advice.proofs)
        proofs.push_back(Object{
            {"ref",   proof.ref  },
            {"title", proof.title}
        });
    Object value{
        {"grounds",   advice.grounds.is_null() ? Value(List()) : advice.grounds},
        {"reasoning", advice.reasoning                                         },
        {"proofs",    std::move(proofs)                                        }
    };
    if (!advice.finding.is_null()) value.set("finding", advice.finding);
    value.set("drafted", drafted_value(advice.drafted));
    return http::json(200, value);
}

base::Result<void> check_draft(const Value& body, std::string_view name,
                               const std::vector<procedure::Field>& fields) {
    if (body[name].is_null()) return {};
    std::vector<std::string> names;
    for (const procedure::Field& field : fields) names.push_back(field.name);
    return acts::check_members(body[name], names, std::string(name));
}

// What the officer's words are measured against: a text for every part he has seen drafted.
base::Result<void> check_drafted(const Value& drafted) {
    if (!drafted.is_null() && drafted.as_object() == nullptr)
        return base::fail("wrong_type", "应当是一组字段", {}, "drafted");
    for (const auto& [field, text] : drafted.object())
        if (text.as_string() == nullptr)
            return base::fail("wrong_type", "应当是文字", {}, "drafted." + field);
    return {};
}

http::Response save_draft(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    const Value body = TRY_OR_REFUSE(object_body(request));
    TRY_OR_REFUSE(acts::check_members(body, {"data", "paper", "at", "by", "party", "drafted"}));
    TRY_OR_REFUSE(check_drafted(body["drafted"]));
    TRY_OR_REFUSE(acts::check_size(body, ""));
    const auto* type = desk.office.rules.table.find(request.parameter("act"));
    if (type == nullptr) return refuse({"not_found", "没有这一行为"});
    TRY_OR_REFUSE(check_draft(body, "data", type->fields));
    TRY_OR_REFUSE(check_draft(body, "paper", type->paper));
    const auto loaded = TRY_OR_REFUSE(cases::load_case(desk.office, viewer, request.parameter("no")));
    TRY_OR_REFUSE(acts::check_may_draft(loaded, viewer, *type));
    const base::Instant now = desk.office.now();
    TRY_OR_REFUSE(desk.office.ports.drafts.put(viewer, {.case_no = std::string(request.parameter("no")),
                                                        .act = std::string(request.parameter("act")),
                                                        .body = body,
                                                        .saved_at = now}));
    return http::json(200, Object{
                               {"saved_at", now.str()}
    });
}

// Like saving one: no such act, or a case of another agency that one may look at only, has no draft of mine.
http::Response drop_draft(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    if (desk.office.rules.table.find(request.parameter("act")) == nullptr)
        return refuse({"not_found", "没有这一行为"});
    const auto record = TRY_OR_REFUSE(desk.office.ports.cases.load(viewer, request.parameter("no")));
    if (record.agency != viewer.agency) return refuse({"not_found", "没有这个案件"});
    TRY_OR_REFUSE(desk.office.ports.drafts.erase(viewer, request.parameter("no"), request.parameter("act")));
    return http::no_content();
}

}  // namespace

void add_act_routes(http::Router& router, const Desk& desk) {
    const SignedRoutes add(router, desk);
    add("GET", "/api/cases/{no}/acts", list);
    add("POST", "/api/cases/{no}/acts", record);
    add("POST", "/api/cases/{no}/acts/check", check);
    add("POST", "/api/cases/{no}/acts/advice", advise);
    add("POST", "/api/cases/{no}/acts/publication", publication);
    add("GET", "/api/cases/{no}/acts/{act}/form", form);
    add("PUT", "/api/cases/{no}/drafts/{act}", save_draft);
    add("DELETE", "/api/cases/{no}/drafts/{act}", drop_draft);
}

}  // namespace desk
