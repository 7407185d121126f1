#include "http/desk/gate.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "http/problem.hpp"

namespace desk {

namespace {

struct Status {
    std::string_view code;
    int status;
};

// Every other code says that the request itself is wrong: 400.
constexpr std::array statuses = {
    Status{"not_signed_in",            401},
    Status{"wrong_credentials",        401},
    Status{"password_change_required", 403},
    Status{"no_post",                  403},
    Status{"not_waiting_for_you",      403},
    Status{"not_among_those_who_act",  403},
    Status{"not_authorised",           403},
    Status{"forbidden",                403},
    Status{"not_permitted",            403},
    Status{"delegation_not_in_force",  403},
    Status{"in_person_only",           403},
    Status{"already_granted",          409},
    Status{"already_ended",            409},
    Status{"append_only",              409},
    Status{"already_sealed",           409},
    Status{"file_archived",            409},
    Status{"already_signed",           409},
    Status{"document_struck",          409},
    Status{"not_sealed",               409},
    Status{"no_certificate",           409},
    Status{"no_seal_place",            409},
    Status{"signer_unavailable",       503},
    Status{"draft_open",               409},
    Status{"rests_on_old",             409},
    Status{"report_stale",             409},
    Status{"not_found",                404},
    Status{"text_not_held",            404},
    Status{"version_conflict",         409},
    Status{"list_waiting",             409},
    Status{"list_settled",             409},
    Status{"already_proposed",         409},
    Status{"proposal_settled",         409},
    Status{"meeting_begun",            409},
    Status{"meeting_not_open",         409},
    Status{"item_concluded",           409},
    Status{"voting_closed",            409},
    Status{"chair_not_last",           409},
    Status{"upload_complete",          409},
    Status{"upload_incomplete",        409},
    Status{"repeated",                 409},
    Status{"in_progress",              409},
    Status{"bad_content_type",         415},
    Status{"file_too_large",           413},
    Status{"picture_too_large",        413},
    Status{"link_unknown",             404},
    Status{"link_void",                410},
    Status{"link_expired",             410},
    Status{"paper_struck",             410},
    Status{"link_locked",              403},
    Status{"code_wrong",               403},
    Status{"code_used",                403},
    Status{"codes_used_up",            403},
    Status{"reading_over",             403},
    Status{"message_not_sent",         503},
    Status{"key_reused",               422},
    Status{"version_missing",          428},
    Status{"refused_by_law",           422},
    Status{"busy",                     503},
    Status{"database_unavailable",     503},
    Status{"database_busy",            503},
    Status{"database_error",           500},
    Status{"internal_error",           500},
    Status{"storage_error",            500},
    Status{"volume_too_large",         422},
    Status{"too_large",                413},
    Status{"already_loaded",           409},
    Status{"findings_unanswered",      422},
    Status{"storage_full",             503},
};

}  // namespace

void SignedRoutes::operator()(std::string method, std::string pattern, Handler handler,
                              http::RouteOptions options) const {
    router_.add(
        std::move(method), std::move(pattern),
        signed_in(desk_, [&desk = desk_, handler = std::move(handler)](
                             const http::Request& request,
                             const identity::Viewer& viewer) { return handler(desk, request, viewer); }),
        options);
}

http::Response refuse(const base::Error& error) {
    const auto found = std::ranges::find(statuses, error.code, &Status::code);
    return http::problem(found == statuses.end() ? 400 : found->status, error);
}

http::Response refuse_by_law(const procedure::Refusal& refusal) {
    base::Object more;
    if (!refusal.also.empty()) more.set("also", base::List(refusal.also.begin(), refusal.also.end()));
    if (!refusal.cure.empty()) more.set("cure", base::List(refusal.cure.begin(), refusal.cure.end()));
    if (refusal.open_from) more.set("open_from", refusal.open_from->str());
    return http::problem(422, {refusal.code, refusal.message, refusal.basis, refusal.field}, more);
}

namespace {

// Whoever may not see a case learns nothing of it, not even that what he sent was badly written.
http::Response as_seen_by(const Desk& desk, const identity::Viewer& viewer, const http::Request& request,
                          http::Response response) {
    const std::string_view no = request.parameter("no");
    const bool tells = response.status >= 400 && response.status < 500 && response.status != 404;
    if (!tells || no.empty()) return response;
    const auto seen = desk.office.ports.cases.projection(viewer, no);
    return seen || seen.error().code != "not_found" ? response : refuse(seen.error());
}

}  // namespace

http::Handler signed_in(const Desk& desk, ViewerHandler handler) {
    return [&desk, handler = std::move(handler)](const http::Request& request) {
        const ports::Session session = TRY_OR_REFUSE(desk.sign_in.session(request.cookie(session_cookie)));
        if (session.must_change_password) return refuse({"password_change_required", "首次登录请先修改密码"});
        const identity::Viewer viewer = TRY_OR_REFUSE(session::viewer_of(session));
        return as_seen_by(desk, viewer, request, handler(request, viewer));
    };
}

std::string session_mark(const Desk& desk, const http::Request& request) {
    return desk.office.ports.hasher.sm3("seen\n" + std::string(request.cookie(session_cookie)));
}

base::Result<base::Value> object_body(const http::Request& request) {
    base::Value body = TRY(http::json_body(request));
    if (body.as_object() == nullptr) return base::fail("wrong_type", "请求内容应当是一个 JSON 对象");
    return body;
}

base::Result<void> check_queries(const http::Request& request,
                                 std::initializer_list<std::string_view> allowed) {
    for (const auto& [name, value] : request.queries)
        if (std::ranges::find(allowed, name) == allowed.end())
            return base::fail("unknown_field", "没有“" + name + "”这一查询参数", {}, name);
    return {};
}

base::Result<std::optional<std::int64_t>> version_seen(const http::Request& request) {
    std::string_view tag = request.header("If-Match");
    if (tag.empty())
        return base::fail("version_missing", "请求没有说明所依据的案件版本（If-Match），请刷新页面后再提交",
                          {}, "If-Match");
    if (tag == "*") return std::optional<std::int64_t>();
    if (tag.starts_with("W/")) tag.remove_prefix(2);
    if (tag.size() >= 2 && tag.front() == '"' && tag.back() == '"') tag = tag.substr(1, tag.size() - 2);
    std::int64_t version = 0;
    const auto read = std::from_chars(tag.data(), tag.data() + tag.size(), version);
    if (read.ec != std::errc() || read.ptr != tag.data() + tag.size())
        return base::fail("bad_header", "If-Match 应当是看到的版本号", {}, "If-Match");
    return std::optional(version);
}

base::Result<ports::Idempotency> idempotency_of(const http::Request& request, const ports::Hasher& hasher) {
    constexpr std::size_t key_bytes_max = 100;
    const std::string_view key = request.header("Idempotency-Key");
    if (key.empty())
        return base::fail("key_missing",
                          "请求没有带请求标识（Idempotency-Key），不能防止重复记录，请刷新页面后再提交", {},
                          "Idempotency-Key");
    const bool printable = std::ranges::all_of(key, [](char c) { return c > 0x20 && c < 0x7f; });
    if (key.size() > key_bytes_max || !printable)
        return base::fail("bad_header", "Idempotency-Key 过长或者含有不能使用的字符", {}, "Idempotency-Key");
    const std::string digest = hasher.sm3(request.method + "\n" + request.path + "\n" + request.body);
    return ports::Idempotency{.key = std::string(key), .digest = digest};
}

}  // namespace desk
