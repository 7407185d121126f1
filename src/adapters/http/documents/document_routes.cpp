#include <map>

#include "acts/proofread_case.hpp"
#include "document/layout.hpp"
#include "documents/export_volume.hpp"
#include "documents/print.hpp"
#include "http/desk/routes.hpp"
#include "http/desk/values.hpp"
#include "http/documents/knowledge.hpp"
#include "http/documents/previewed.hpp"
#include "http/documents/words.hpp"

namespace desk {

namespace {

using base::List;
using base::Object;
using base::Value;

Value document_value(const Desk& desk, const ports::DocumentRow& row) {
    List sheets;
    for (const document::Sheet sheet : documents::sheets(desk.office, row))
        sheets.push_back(std::string(document::name_of(sheet)));
    Object value{
        {"id",       row.id           },
        {"document", row.document     },
        {"no",       row.no           },
        {"title",    row.title        },
        {"number",   row.number       },
        {"act_n",    row.act_n        },
        {"status",   row.status       },
        {"made_at",  row.made_at.str()},
        {"slot",     row.slot         },
        {"sheets",   std::move(sheets)}
    };
    if (!row.sm3.empty()) value.set("sm3", row.sm3);
    return value;
}

http::Response list(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    TRY_OR_REFUSE(desk.office.ports.cases.projection(viewer, request.parameter("no")));
    List documents;
    for (const auto& row :
         TRY_OR_REFUSE(desk.office.ports.documents.of_case(viewer, request.parameter("no"))))
        documents.push_back(document_value(desk, row));
    return http::json(200, documents);
}

http::Response pdf(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    http::Response response = http::bytes(
        200, "application/pdf", TRY_OR_REFUSE(documents::pdf(desk.office, viewer, request.parameter("id"))));
    response.set("Content-Disposition", "inline");
    return response;
}

http::Response text(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    return http::bytes(200, "text/plain; charset=utf-8",
                       TRY_OR_REFUSE(documents::text(desk.office, viewer, request.parameter("id"))));
}

http::Response preview(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    const auto paper = TRY_OR_REFUSE(previewed(desk, request, viewer));
    if (request.header("Accept").starts_with("application/json")) return http::json(200, words_value(paper));
    if (request.header("Accept").starts_with("text/plain"))
        return http::bytes(200, "text/plain; charset=utf-8", document::plain_text(paper));
    return http::bytes(200, "application/pdf", TRY_OR_REFUSE(desk.office.ports.renderer.pdf(paper)));
}

http::Response attached(std::string_view type, std::string bytes, const std::string& name) {
    http::Response response = http::bytes(200, type, std::move(bytes));
    response.set("Content-Disposition", "attachment; filename=\"" + name + "\"");
    return response;
}

http::Response docx(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    return attached("application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    TRY_OR_REFUSE(documents::docx(desk.office, viewer, request.parameter("id"))),
                    "document.docx");
}

http::Response copy(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    TRY_OR_REFUSE(check_queries(request, {"sheet"}));
    const auto sheet = TRY_OR_REFUSE(document::sheet_named(request.query("sheet").value_or("")));
    return http::bytes(200, "application/pdf",
                       TRY_OR_REFUSE(documents::copy(desk.office, viewer, request.parameter("id"), sheet)));
}

http::Response batch(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    TRY_OR_REFUSE(desk.office.ports.cases.projection(viewer, request.parameter("no")));
    return http::bytes(200, "application/pdf",
                       TRY_OR_REFUSE(documents::batch(desk.office, viewer, request.parameter("no"))));
}

http::Response volume(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    return http::json(
        200, TRY_OR_REFUSE(documents::volume_of(desk.office, desk.volumes, viewer, request.parameter("no"))));
}

http::Response volume_file(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    const auto path =
        TRY_OR_REFUSE(documents::export_volume(desk.office, desk.volumes, viewer, request.parameter("no")));
    http::Response response =
        http::file(request, path, {.content_type = "application/zip", .etag = {}, .cache_control = {}});
    response.set("Content-Disposition",
                 "attachment; filename=\"" + std::string(request.parameter("no")) + ".zip\"");
    return response;
}

http::Response proofread_papers(const Desk& desk, const http::Request& request,
                                const identity::Viewer& viewer) {
    return http::json(200, TRY_OR_REFUSE(acts::proofread_case(desk.office, viewer, request.parameter("no"),
                                                              {}, knowledge_of(desk))));
}

http::Response proofread_act(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    const Value body = TRY_OR_REFUSE(object_body(request));
    const auto act = TRY_OR_REFUSE(acts::ActRequest::from(body, viewer));
    return http::json(200, TRY_OR_REFUSE(acts::proofread_case(desk.office, viewer, request.parameter("no"),
                                                              act, knowledge_of(desk))));
}

}  // namespace

void add_document_routes(http::Router& router, const Desk& desk) {
    const SignedRoutes add(router, desk);
    add("GET", "/api/cases/{no}/documents", list);
    add("POST", "/api/cases/{no}/preview", preview);
    add("GET", "/api/cases/{no}/volume", volume);
    add("GET", "/api/cases/{no}/volume.zip", volume_file);
    add("GET", "/api/cases/{no}/proofreading", proofread_papers);
    add("POST", "/api/cases/{no}/proofreading", proofread_act);
    add("GET", "/api/cases/{no}/papers.pdf", batch);
    add("GET", "/api/documents/{id}/pdf", pdf);
    add("GET", "/api/documents/{id}/copy", copy);
    add("GET", "/api/documents/{id}/docx", docx);
    add("GET", "/api/documents/{id}/text", text);
}

}  // namespace desk
