#include "acts/act_request.hpp"
#include "hand_over/hand_over.hpp"
#include "http/desk/routes.hpp"
#include "http/desk/values.hpp"

namespace desk {

namespace {

using base::List;
using base::Object;
using base::Value;

constexpr std::size_t cases_max = 200;  // of one request; the page sends the next ones after

Value holdings_value(const Desk& desk, const identity::Viewer& viewer, const hand_over::Holdings& held) {
    List posts, cases, proposals, grants;
    for (const auto& post : held.posts) {
        Object value{
            {"node_name", post.node_name       },
            {"roles",     text_list(post.roles)},
            {"from",      post.from.str()      }
        };
        if (post.until) value.set("until", post.until->str());
        posts.push_back(std::move(value));
    }
    for (const auto& each : held.cases) {
        Object value{
            {"no",            each.no                      },
            {"cause",         each.cause                   },
            {"party",         each.party                   },
            {"state_label",   each.state_label             },
            {"handlers",      text_list(each.handlers)     },
            {"handler_names", text_list(each.handler_names)},
            {"tasks",         each.tasks                   }
        };
        if (each.next_due) value.set("next_due", each.next_due->str());
        cases.push_back(std::move(value));
    }
    for (const auto& each : held.proposals)
        proposals.push_back(Object{
            {"id",          each.id                           },
            {"case_no",     each.case_no                      },
            {"title",       each.title                        },
            {"author_name", each.author_name                  },
            {"status",      each.status                       },
            {"awaited",     each.waiting_person == held.person}
        });
    for (const auto& grant : held.grants)
        grants.push_back(Object{
            {"paper",          grant.paper         },
            {"person_name",    grant.person_name   },
            {"principal_name", grant.principal_name},
            {"until",          grant.until.str()   }
        });
    return Object{
        {"person", person_value(held.person, held.name)},
        {"posts", std::move(posts)},
        {"cases", std::move(cases)},
        {"proposals", std::move(proposals)},
        {"grants", std::move(grants)},
        {"may_hand_over", viewer.has_role("UNIT_HEAD")},
        {"may_end_posts", hand_over::may_end_posts(viewer) && held.person != viewer.person},
        {"today", desk.office.today().str()}
    };
}

http::Response show(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    TRY_OR_REFUSE(check_queries(request, {}));
    const auto held =
        TRY_OR_REFUSE(hand_over::holdings_of(desk.office, desk.hand_over, viewer, request.parameter("id")));
    return http::json(200, holdings_value(desk, viewer, held));
}

struct Move {
    std::string no, to;
};

base::Result<std::vector<Move>> moves_of(const Value& body) {
    if (body["cases"].as_list() == nullptr) return base::fail("wrong_type", "应当是列表", {}, "cases");
    if (body.list("cases").empty()) return base::fail("missing_field", "请选择要交接的案件", {}, "cases");
    if (body.list("cases").size() > cases_max)
        return base::fail("too_many", "一次最多交接200件，请分次办理", {}, "cases");
    std::vector<Move> moves;
    for (const Value& row : body.list("cases")) {
        const std::string place = "cases." + std::to_string(moves.size());
        if (row.text("no").empty()) return base::fail("missing_field", "请写明案件", {}, place + ".no");
        if (row.text("to").empty()) return base::fail("missing_field", "请选择接收人", {}, place + ".to");
        moves.push_back({std::string(row.text("no")), std::string(row.text("to"))});
    }
    return moves;
}

http::Response hand(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    const std::string_view person = request.parameter("id");
    TRY_OR_REFUSE(desk.hand_over.posts(viewer, person));
    if (!viewer.has_role("UNIT_HEAD"))
        return refuse({"not_permitted", "工作交接由办案机构负责人办理", "执衡设计规则"});
    const Value body = TRY_OR_REFUSE(object_body(request));
    TRY_OR_REFUSE(acts::check_members(body, {"cases", "reason"}));
    const std::string reason(body.text("reason"));
    if (reason != "left" && reason != "leave" && reason != "moved")
        return refuse({"unknown_choice", "原因应当是离职、请假或者调岗", {}, "reason"});
    List results;
    for (const Move& move : TRY_OR_REFUSE(moves_of(body))) {
        const auto handed =
            hand_over::hand_over_case(desk.office, desk.hand_over, viewer, move.no, person, move.to, reason);
        Object value{
            {"no",        handed.case_no  },
            {"done",      handed.done     },
            {"proposals", handed.proposals}
        };
        if (handed.n > 0) value.set("n", handed.n);
        if (!handed.message.empty()) value.set("message", handed.message);
        if (!handed.basis.empty()) value.set("basis", handed.basis);
        results.push_back(std::move(value));
    }
    return http::json(200, Object{
                               {"results", std::move(results)}
    });
}

http::Response end_posts(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    const std::string_view person = request.parameter("id");
    TRY_OR_REFUSE(desk.hand_over.posts(viewer, person));
    const Value body = TRY_OR_REFUSE(object_body(request));
    TRY_OR_REFUSE(acts::check_members(body, {"last_day", "reason"}));
    const auto last_day = base::Date::parse(body.text("last_day"));
    if (!last_day) return refuse({"bad_date", "日期应当写作 2026-11-21", {}, "last_day"});
    TRY_OR_REFUSE(
        hand_over::end_posts(desk.office, desk.hand_over, viewer, person, *last_day, body.text("reason")));
    desk.office.ports.directory.forget();
    desk.sign_in.forget_sessions();
    const auto held = TRY_OR_REFUSE(hand_over::holdings_of(desk.office, desk.hand_over, viewer, person));
    return http::json(200, holdings_value(desk, viewer, held));
}

}  // namespace

void add_hand_over_routes(http::Router& router, const Desk& desk) {
    const SignedRoutes add(router, desk);
    add("GET", "/api/people/{id}/holdings", show);
    add("POST", "/api/people/{id}/hand-over", hand);
    add("POST", "/api/people/{id}/end-posts", end_posts);
}

}  // namespace desk
