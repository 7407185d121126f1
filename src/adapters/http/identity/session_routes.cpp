#include <fmt/format.h>

#include "acts/act_request.hpp"
#include "http/desk/routes.hpp"
#include "http/desk/values.hpp"

namespace desk {

namespace {

using base::List;
using base::Object;
using base::Value;

constexpr int session_seconds = 12 * 3600;

std::string cookie(const http::Request& request, std::string_view token, int seconds) {
    return fmt::format("{}={}; Path=/; HttpOnly; SameSite=Strict; Max-Age={}{}", session_cookie, token,
                       seconds, request.secure ? "; Secure" : "");
}

Value session_value(const ports::Session& session) {
    List posts;
    for (const ports::Post& post : session.posts)
        posts.push_back(Object{
            {"node",        post.node            },
            {"node_name",   post.node_name       },
            {"agency",      post.agency          },
            {"agency_name", post.agency_name     },
            {"roles",       text_list(post.roles)}
        });
    return Object{
        {"person",               Object{{"id", session.person}, {"name", session.name}, {"account", session.account}}},
        {"posts",                std::move(posts)                                                                    },
        {"must_change_password", session.must_change_password                                                        },
        {"expires_at",           session.expires_at.str()                                                            }
    };
}

base::Result<std::string> short_text(const Value& body, std::string_view name) {
    constexpr std::size_t bytes_max = 800;
    const auto* text = body[name].as_string();
    if (body[name].is_null()) return base::fail("missing_field", "请填写", {}, std::string(name));
    if (text == nullptr) return base::fail("wrong_type", "应当是文字", {}, std::string(name));
    if (text->size() > bytes_max) return base::fail("text_too_long", "内容过长", {}, std::string(name));
    return *text;
}

http::Response sign_in(const Desk& desk, const http::Request& request) {
    const Value body = TRY_OR_REFUSE(object_body(request));
    TRY_OR_REFUSE(acts::check_members(body, {"account", "password"}));
    const std::string account = TRY_OR_REFUSE(short_text(body, "account"));
    const std::string password = TRY_OR_REFUSE(short_text(body, "password"));
    const session::SignedIn signed_in = TRY_OR_REFUSE(desk.sign_in.sign_in(account, password));
    http::Response response = http::json(200, session_value(signed_in.session));
    response.add("Set-Cookie", cookie(request, signed_in.token, session_seconds));
    return response;
}

http::Response sign_out(const Desk& desk, const http::Request& request) {
    TRY_OR_REFUSE(desk.sign_in.sign_out(request.cookie(session_cookie)));
    http::Response response = http::no_content();
    response.add("Set-Cookie", cookie(request, "", 0));
    return response;
}

http::Response show(const Desk& desk, const http::Request& request) {
    return http::json(200,
                      session_value(TRY_OR_REFUSE(desk.sign_in.session(request.cookie(session_cookie)))));
}

http::Response change_password(const Desk& desk, const http::Request& request) {
    const std::string_view token = request.cookie(session_cookie);
    TRY_OR_REFUSE(desk.sign_in.session(token));
    const Value body = TRY_OR_REFUSE(object_body(request));
    TRY_OR_REFUSE(acts::check_members(body, {"old", "new"}));
    const std::string old_password = TRY_OR_REFUSE(short_text(body, "old"));
    const std::string new_password = TRY_OR_REFUSE(short_text(body, "new"));
    TRY_OR_REFUSE(desk.sign_in.change_password(token, old_password, new_password));
    return http::no_content();
}

}  // namespace

void add_session_routes(http::Router& router, const Desk& desk) {
    router.add("POST", "/api/session",
               [&desk](const http::Request& request) { return sign_in(desk, request); });
    router.add("GET", "/api/session", [&desk](const http::Request& request) { return show(desk, request); });
    router.add("DELETE", "/api/session",
               [&desk](const http::Request& request) { return sign_out(desk, request); });
    router.add("POST", "/api/session/password",
               [&desk](const http::Request& request) { return change_password(desk, request); });
}

}  // namespace desk
