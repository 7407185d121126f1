#include <fmt/format.h>

#include <charconv>

#include "acts/act_request.hpp"
#include "acts/belonging.hpp"
#include "cases/evidence_of.hpp"
#include "evidence/upload.hpp"
#include "evidence/view_evidence.hpp"
#include "http/desk/routes.hpp"
#include "http/desk/values.hpp"

namespace desk {

namespace {

using base::List;
using base::Object;
using base::Value;

Value upload_value(const ports::Upload& upload) {
    Object value{
        {"id", upload.id},
        {"case_no", upload.case_no},
        {"name", upload.name},
        {"size", upload.size},
        {"chunk_size", upload.chunk_size},
        {"received", List(upload.received.begin(), upload.received.end())}
    };
    if (!upload.evidence.empty()) value.set("evidence", upload.evidence);
    return value;
}

http::Response start(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    const Value body = TRY_OR_REFUSE(object_body(request));
    TRY_OR_REFUSE(acts::check_members(body, {"name", "size", "sm3"}));
    const auto* name = body["name"].as_string();
    if (name == nullptr) return refuse({"missing_field", "请给出文件名", {}, "name"});
    const auto size = body.integer("size");
    if (!size) return refuse({"wrong_type", "大小应当是字节数", {}, "size"});
    if (body.has("sm3") && body["sm3"].as_string() == nullptr)
        return refuse({"wrong_type", "校验值应当是文字", {}, "sm3"});
    const auto loaded = TRY_OR_REFUSE(cases::load_case(desk.office, viewer, request.parameter("no")));
    TRY_OR_REFUSE(acts::check_may_add_files(loaded, viewer, desk.office.rules.table));
    const auto upload = TRY_OR_REFUSE(
        evidence::start_upload(desk.office, viewer, request.parameter("no"), *name, *size, body.text("sm3")));
    return http::json(201, upload_value(upload));
}

http::Response show_upload(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    return http::json(
        200,
        upload_value(TRY_OR_REFUSE(desk.office.ports.evidence.load_upload(viewer, request.parameter("id")))));
}

http::Response chunk(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    TRY_OR_REFUSE(desk.office.ports.evidence.load_upload(viewer, request.parameter("id")));
    const std::string_view text = request.parameter("k");
    std::int64_t k = -1;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), k);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size())
        return refuse({"bad_chunk", "分块序号应当是数字", {}, "k"});
    const auto receipt =
        TRY_OR_REFUSE(evidence::receive_chunk(desk.office, viewer, request.parameter("id"), k, request.body));
    return http::json(200, Object{
                               {"k", k},
                               {"sm3", receipt.sm3},
                               {"received", List(receipt.received.begin(), receipt.received.end())}
    });
}

http::Response complete(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    const auto filed = TRY_OR_REFUSE(evidence::complete_upload(desk.office, viewer, request.parameter("id")));
    return http::json(200, Object{
                               {"evidence", evidence_value(filed)}
    });
}

http::Response list(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    const auto loaded = TRY_OR_REFUSE(cases::load_case(desk.office, viewer, request.parameter("no")));
    List rows;
    for (const auto& row : TRY_OR_REFUSE(cases::evidence_of(desk.office, viewer, loaded.record))) {
        Value value = evidence_value(row);
        if (row.case_no != loaded.record.no) value.as_object()->set("from_case", row.case_no);
        rows.push_back(std::move(value));
    }
    return http::json(200, rows);
}

http::Response content(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    const std::string_view range = request.header("Range");
    const bool first_part = range.empty() || range.starts_with("bytes=0-");
    const auto opened =
        TRY_OR_REFUSE(evidence::view_evidence(desk.office, viewer, request.parameter("id"), first_part));
    const std::string tag = fmt::format("\"{}\"", opened.evidence.sm3);
    http::Response response =
        http::file(request, opened.path,
                   {.content_type = opened.evidence.type, .etag = tag, .cache_control = "private, no-cache"});
    response.set("Content-Disposition", "inline");
    return response;
}

std::string_view custody_label(std::string_view kind) {
    if (kind == "received") return "收存";
    if (kind == "viewed") return "查看";
    if (kind == "copied") return "复制";
    if (kind == "named") return "命名";
    return "移交";
}

http::Response custody(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    TRY_OR_REFUSE(desk.office.ports.evidence.load(viewer, request.parameter("id")));
    List events;
    for (const auto& event :
         TRY_OR_REFUSE(desk.office.ports.evidence.custody(viewer, request.parameter("id")))) {
        Object value{
            {"kind", event.kind},
            {"label", custody_label(event.kind)},
            {"by", person_value(event.person, event.person_name)},
            {"at", event.at.str()}
        };
        if (!event.note.empty()) value.set("note", event.note);
        events.push_back(std::move(value));
    }
    return http::json(200, events);
}

}  // namespace

void add_evidence_routes(http::Router& router, const Desk& desk) {
    const SignedRoutes add(router, desk);
    add("POST", "/api/cases/{no}/uploads", start);
    add("GET", "/api/uploads/{id}", show_upload);
    add("PUT", "/api/uploads/{id}/chunks/{k}", chunk,
        {.body_limit = static_cast<std::uint64_t>(evidence::chunk_bytes)});
    add("POST", "/api/uploads/{id}/complete", complete);
    add("GET", "/api/cases/{no}/evidence", list);
    add("GET", "/api/evidence/{id}/content", content);
    add("GET", "/api/evidence/{id}/custody", custody);
}

}  // namespace desk
