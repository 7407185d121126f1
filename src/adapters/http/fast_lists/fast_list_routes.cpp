#include "http/fast_lists/fast_list_routes.hpp"

#include <fmt/format.h>

#include "acts/act_request.hpp"
#include "http/desk/values.hpp"

namespace desk {

namespace {

using base::List;
using base::Object;
using base::Value;
using identity::Viewer;

using fast_lists::Room;

List items_value(const std::vector<ports::FastListItem>& items) {
    List list;
    for (const auto& item : items)
        list.push_back(Object{
            {"no",         item.no                   },
            {"title",      item.title                },
            {"violations", text_list(item.violations)}
        });
    return list;
}

base::Result<Value> list_value(const Room& room, const Viewer& viewer, const ports::FastListRow& list,
                               const std::vector<ports::FastListRow>& all) {
    const auto signatures = TRY(room.lists.signatures(viewer, list.id));
    List signed_by;
    for (const auto& signature : signatures)
        signed_by.push_back(Object{
            {"action", signature.action},
            {"person", person_value(signature.person, signature.person_name)},
            {"role", room.office.rules.table.role_label(signature.role)},
            {"opinion", signature.opinion},
            {"at", signature.at.str()}
        });
    Object value{
        {"id", list.id},
        {"agency", list.agency},
        {"title", list.title},
        {"source", list.source},
        {"from", list.from.str()},
        {"items", items_value(list.items)},
        {"state", fast_lists::state_of(list, all, room.office.today())},
        {"drafted_by", person_value(list.drafted_by, list.drafted_by_name)},
        {"created_at", list.created_at.str()},
        {"signatures", std::move(signed_by)},
        {"actions", text_list(fast_lists::open_actions(viewer, list, signatures))}
    };
    if (list.to) value.set("to", list.to->str());
    return Value(std::move(value));
}

// What a filing of today is held against, wherever it comes from.
Value in_force_value(const Room& room, const Viewer& viewer) {
    const auto lists = room.office.fast_track.current();
    const auto* list = lists->of(viewer.agency, room.office.today());
    if (list == nullptr) return {};
    Object value{
        {"region", list->region            },
        {"title",  list->title             },
        {"from",   list->from.str()        },
        {"items",  items_value(list->items)}
    };
    if (list->to) value.set("to", list->to->str());
    return value;
}

http::Response all(const Room& room, const http::Request& request, const Viewer& viewer) {
    TRY_OR_REFUSE(check_queries(request, {}));
    const auto lists = TRY_OR_REFUSE(room.lists.list(viewer));
    List rows;
    for (const auto& list : lists)
        if (list.agency == viewer.agency)
            rows.push_back(TRY_OR_REFUSE(list_value(room, viewer, list, lists)));
    Object answer{
        {"lists",     std::move(rows)              },
        {"may_draft", fast_lists::may_draft(viewer)}
    };
    if (Value in_force = in_force_value(room, viewer); !in_force.is_null())
        answer.set("in_force", std::move(in_force));
    return http::json(200, answer);
}

http::Response shown(const Room& room, const Viewer& viewer, std::string_view id, int status) {
    const auto list = TRY_OR_REFUSE(room.lists.load(viewer, id));
    const auto lists = TRY_OR_REFUSE(room.lists.list(viewer));
    return http::json(status, TRY_OR_REFUSE(list_value(room, viewer, list, lists)));
}

base::Result<std::string> text_in(const Value& body, std::string_view name, const std::string& path = {}) {
    if (body[name].is_null()) return std::string();
    if (const auto* text = body[name].as_string()) return *text;
    return base::fail("wrong_type", "应当是文字", {}, path + std::string(name));
}

base::Result<fast_lists::Draft::Item> item_in(const Value& row, const std::string& path) {
    if (row.as_object() == nullptr) return base::fail("wrong_type", "应当写明事项和违法事项", {}, path);
    TRY(acts::check_members(row, {"title", "violations"}, path));
    fast_lists::Draft::Item item{.title = TRY(text_in(row, "title", path + ".")), .violations = {}};
    const Value& violations = row["violations"];
    if (!violations.is_null() && violations.as_list() == nullptr)
        return base::fail("wrong_type", "应当是一列", {}, path + ".violations");
    for (const Value& id : violations.items()) {
        if (id.as_string() == nullptr)
            return base::fail("wrong_type", "应当是违法事项的代码", {}, path + ".violations");
        item.violations.push_back(*id.as_string());
    }
    return item;
}

base::Result<fast_lists::Draft> draft_in(const Value& body) {
    TRY(acts::check_size(body, {}));
    TRY(acts::check_members(body, {"title", "source", "from", "to", "items"}));
    fast_lists::Draft draft{.title = TRY(text_in(body, "title")),
                            .source = TRY(text_in(body, "source")),
                            .from = TRY(text_in(body, "from")),
                            .to = TRY(text_in(body, "to")),
                            .items = {}};
    if (!body["items"].is_null() && body["items"].as_list() == nullptr)
        return base::fail("wrong_type", "应当是一列", {}, "items");
    for (const Value& row : body.list("items"))
        draft.items.push_back(TRY(item_in(row, fmt::format("items.{}", draft.items.size()))));
    return draft;
}

http::Response draft(const Room& room, const http::Request& request, const Viewer& viewer) {
    const Value body = TRY_OR_REFUSE(object_body(request));
    const auto read = TRY_OR_REFUSE(draft_in(body));
    return shown(room, viewer, TRY_OR_REFUSE(fast_lists::draft_list(room, viewer, read)), 201);
}

http::Response sign(const Room& room, const http::Request& request, const Viewer& viewer,
                    std::string_view action) {
    const auto list = TRY_OR_REFUSE(room.lists.load(viewer, request.parameter("id")));
    std::string opinion;
    if (!request.body.empty()) {
        const Value body = TRY_OR_REFUSE(object_body(request));
        TRY_OR_REFUSE(acts::check_members(body, {"opinion"}));
        opinion = TRY_OR_REFUSE(text_in(body, "opinion"));
    }
    const auto done = fast_lists::sign_list(room, viewer, list, action, opinion);
    if (!done) return refuse(done.error());
    return shown(room, viewer, list.id, 200);
}

}  // namespace

void add_fast_list_routes(http::Router& router, const Desk& desk, const Room& room) {
    const SignedRoutes add(router, desk);
    const auto at = [room](auto handler) {
        return [room, handler](const Desk&, const http::Request& request, const Viewer& viewer) {
            return handler(room, request, viewer);
        };
    };
    const auto signs = [&](std::string_view action) {
        return at([action](const Room& in, const http::Request& request, const Viewer& viewer) {
            return sign(in, request, viewer, action);
        });
    };
    add("GET", "/api/fast-lists", at(all));
    add("POST", "/api/fast-lists", at(draft));
    add("POST", "/api/fast-lists/{id}/approve", signs("approve"));
    add("POST", "/api/fast-lists/{id}/return", signs("return"));
    add("POST", "/api/fast-lists/{id}/withdraw", signs("withdraw"));
}

}  // namespace desk
