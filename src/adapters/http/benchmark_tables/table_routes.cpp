#include <fmt/format.h>

#include "acts/act_request.hpp"
#include "benchmark_tables/dry_run.hpp"
#include "benchmark_tables/export_rows.hpp"
#include "benchmark_tables/map_items.hpp"
#include "http/benchmark_tables/table_value.hpp"
#include "http/desk/routes.hpp"
#include "http/problem.hpp"

namespace desk {

namespace {

using base::List;
using base::Object;
using base::Value;

constexpr std::uint64_t file_bytes_max = (4U << 20U) + 1;

std::string query_of(const http::Request& request, std::string_view name) {
    return std::string(request.query(name).value_or(""));
}

base::Result<ports::BenchmarkVersion> version_of(const Desk& desk, const http::Request& request,
                                                 const identity::Viewer& viewer) {
    return desk.office.ports.benchmarks.load(viewer, request.parameter("id"));
}

http::Response list(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    TRY_OR_REFUSE(check_queries(request, {}));
    const auto versions = TRY_OR_REFUSE(desk.office.ports.benchmarks.list(viewer));
    List rows;
    for (const ports::BenchmarkVersion& version : versions)
        rows.push_back(table_head_value(version, state_of(version, versions, desk.office.today())));
    return http::json(200, Object{
                               {"tables",    std::move(rows)                                      },
                               {"may_draft", benchmark_tables::require_drafter(viewer).has_value()}
    });
}

http::Response shown(const Desk& desk, const identity::Viewer& viewer, std::string_view id,
                     int status = 200) {
    const auto version = TRY_OR_REFUSE(desk.office.ports.benchmarks.load(viewer, id));
    const auto all = TRY_OR_REFUSE(desk.office.ports.benchmarks.of_table(viewer, version.table));
    const auto signatures = TRY_OR_REFUSE(desk.office.ports.benchmarks.signatures(viewer, id));
    const auto subjects = TRY_OR_REFUSE(benchmark_tables::subjects_of(desk.office, viewer, version));
    List signed_by, actions;
    for (const ports::BenchmarkSignature& signature : signatures)
        signed_by.push_back(signature_value(signature));
    for (const std::string& action : benchmark_tables::open_actions(viewer, version, signatures))
        actions.push_back(action);
    Value value = table_head_value(version, state_of(version, all, desk.office.today()));
    Object& object = *value.as_object();
    object.set("lines", lines_value(version.lines));
    object.set("subjects", subjects_value(subjects, version.lines, desk.office.discretion));
    object.set("signatures", std::move(signed_by));
    object.set("actions", std::move(actions));
    object.set("approvals_needed", benchmark_tables::approvals_needed);
    return http::json(status, value);
}

http::Response show(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    return shown(desk, viewer, request.parameter("id"));
}

http::Response preview(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    TRY_OR_REFUSE(check_queries(request, {"name"}));
    const auto seen = TRY_OR_REFUSE(
        benchmark_tables::preview(desk.office, viewer, query_of(request, "name"), request.body));
    return http::json(
        200, Object{
                 {"lines", lines_value(seen.reading.lines)},
                 {"problems", problems_value(seen.reading.problems)},
                 {"subjects", subjects_value(seen.subjects, seen.reading.lines, desk.office.discretion)}
    });
}

http::Response import_file(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    TRY_OR_REFUSE(check_queries(request, {"name", "title", "from", "table"}));
    const auto imported =
        TRY_OR_REFUSE(benchmark_tables::import_table(desk.office, viewer,
                                                     {.file_name = query_of(request, "name"),
                                                      .bytes = request.body,
                                                      .title = query_of(request, "title"),
                                                      .from = query_of(request, "from"),
                                                      .table = query_of(request, "table")}));
    if (imported.problems.empty()) return shown(desk, viewer, imported.version.id, 201);
    return http::problem(422,
                         {
                             "table_unread",
                             fmt::format("表中有{}处不能读取，没有导入任何内容", imported.problems.size()),
                             {},
                             "file"
    },
                         {{"problems", problems_value(imported.problems)}});
}

base::Result<std::vector<benchmark_tables::Mapping>> mappings_of(const Value& body) {
    if (body["items"].as_list() == nullptr) return base::fail("wrong_type", "应当是列表", {}, "items");
    std::vector<benchmark_tables::Mapping> mappings;
    for (const Value& row : body.list("items")) {
        const std::string place = fmt::format("items.{}", mappings.size());
        const auto subject = row.integer("subject");
        const Value& item = row["item"];
        if (!subject || *subject < 0) return base::fail("wrong_type", "应当是数字", {}, place + ".subject");
        if (!item.is_null() && item.as_string() == nullptr)
            return base::fail("wrong_type", "应当是事项的代码", {}, place + ".item");
        mappings.push_back({static_cast<std::size_t>(*subject),
                            item.as_string() ? std::optional(*item.as_string()) : std::nullopt});
    }
    return mappings;
}

http::Response map_items(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    const auto version = TRY_OR_REFUSE(version_of(desk, request, viewer));
    const Value body = TRY_OR_REFUSE(object_body(request));
    TRY_OR_REFUSE(acts::check_members(body, {"lock", "items"}));
    const auto lock = body.integer("lock");
    if (!lock) return refuse({"missing_field", "请给出看到的版本", {}, "lock"});
    const auto mappings = TRY_OR_REFUSE(mappings_of(body));
    TRY_OR_REFUSE(benchmark_tables::map_items(desk.office, viewer, version, *lock, mappings));
    return shown(desk, viewer, version.id);
}

http::Response check(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    const auto version = TRY_OR_REFUSE(version_of(desk, request, viewer));
    const auto report = TRY_OR_REFUSE(benchmark_tables::dry_run(desk.office, version));
    return http::json(200, report_value(report, desk.office.discretion));
}

base::Result<std::string> opinion_of(const http::Request& request) {
    if (request.body.empty()) return std::string();
    const Value body = TRY(object_body(request));
    TRY(acts::check_members(body, {"opinion"}));
    if (body["opinion"].is_null()) return std::string();
    if (body["opinion"].as_string() == nullptr) return base::fail("wrong_type", "应当是文字", {}, "opinion");
    return *body["opinion"].as_string();
}

http::Response sign(const Desk& desk, const http::Request& request, const identity::Viewer& viewer,
                    std::string_view action) {
    const auto version = TRY_OR_REFUSE(version_of(desk, request, viewer));
    const std::string opinion = TRY_OR_REFUSE(opinion_of(request));
    const auto done = benchmark_tables::sign_table(desk.office, viewer, version, action, opinion);
    if (!done) return refuse(done.error());
    // What was withdrawn is still there to be read; so is everything else.
    return shown(desk, viewer, version.id);
}

http::Response export_file(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    const auto version = TRY_OR_REFUSE(version_of(desk, request, viewer));
    TRY_OR_REFUSE(check_queries(request, {"format"}));
    const std::string format = query_of(request, "format");
    if (format != "xlsx" && format != "csv")
        return refuse({"unknown_choice", "格式应当是 xlsx 或者 csv", {}, "format"});
    const auto rows = benchmark_tables::export_rows(version);
    const ports::Spreadsheets& sheets = desk.office.ports.spreadsheets;
    const bool is_csv = format == "csv";
    http::Response response =
        http::bytes(200,
                    is_csv ? "text/csv; charset=utf-8"
                           : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    is_csv ? sheets.write_csv(rows) : TRY_OR_REFUSE(sheets.write_xlsx(rows)));
    response.set("Content-Disposition", fmt::format("attachment; filename=\"benchmark-{}-v{}.{}\"",
                                                    version.agency, version.version, format));
    return response;
}

}  // namespace

void add_benchmark_table_routes(http::Router& router, const Desk& desk) {
    const SignedRoutes add(router, desk);
    const auto signs = [](std::string_view action) {
        return [action](const Desk& at, const http::Request& request, const identity::Viewer& viewer) {
            return sign(at, request, viewer, action);
        };
    };
    add("GET", "/api/benchmark-tables", list);
    add("POST", "/api/benchmark-tables", import_file, {.body_limit = file_bytes_max});
    add("POST", "/api/benchmark-tables/preview", preview, {.body_limit = file_bytes_max});
    add("GET", "/api/benchmark-tables/{id}", show);
    add("PUT", "/api/benchmark-tables/{id}/items", map_items);
    add("GET", "/api/benchmark-tables/{id}/check", check);
    add("GET", "/api/benchmark-tables/{id}/file", export_file);
    add("POST", "/api/benchmark-tables/{id}/submit", signs("submit"));
    add("POST", "/api/benchmark-tables/{id}/approve", signs("approve"));
    add("POST", "/api/benchmark-tables/{id}/return", signs("return"));
    add("POST", "/api/benchmark-tables/{id}/withdraw", signs("withdraw"));
}

}  // namespace desk
