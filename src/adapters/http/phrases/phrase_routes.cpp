#include "http/phrases/phrase_routes.hpp"

#include "acts/act_request.hpp"
#include "http/desk/routes.hpp"
#include "http/desk/values.hpp"
#include "phrases/insert.hpp"
#include "phrases/keep.hpp"

namespace desk {

namespace {

using base::List;
using base::Object;
using base::Value;
using identity::Viewer;

Value phrase_value(const ports::Phrase& phrase) {
    Object value{
        {"id", phrase.id},
        {"of_agency", phrase.node.empty()},
        {"title", phrase.title},
        {"words", phrase.words},
        {"act", phrase.act},
        {"field", phrase.field},
        {"lock", phrase.lock},
        {"made_by", person_value(phrase.made_by, phrase.made_by_name)},
        {"made_at", phrase.made_at.str()},
        {"edited_by", phrase.edited_by_name},
        {"edited_at", phrase.edited_at.str()},
        {"may_keep", phrase.may_keep && !phrase.retired_at}
    };
    if (phrase.retired_at) {
        value.set("retired_at", phrase.retired_at->str());
        value.set("retired_by", phrase.retired_by_name);
    }
    return value;
}

base::Result<std::string> text_of(const Value& body, std::string_view name) {
    if (body[name].is_null()) return std::string();
    const auto* text = body[name].as_string();
    if (text == nullptr) return base::fail("wrong_type", "应当是文字", {}, std::string(name));
    return *text;
}

base::Result<phrases::Wording> wording_of(const Value& body) {
    return phrases::Wording{.title = TRY(text_of(body, "title")),
                            .words = TRY(text_of(body, "words")),
                            .act = TRY(text_of(body, "act")),
                            .field = TRY(text_of(body, "field"))};
}

base::Result<std::int64_t> lock_of(const Value& body) {
    const auto lock = body.integer("lock");
    if (!lock) return base::fail("missing_field", "请带上所见的修改次数", {}, "lock");
    return *lock;
}

http::Response list(ports::PhraseStore& store, const Desk& desk, const http::Request& request,
                    const Viewer& viewer) {
    TRY_OR_REFUSE(check_queries(request, {}));
    List rows, places;
    for (const auto& phrase : TRY_OR_REFUSE(store.list(viewer))) rows.push_back(phrase_value(phrase));
    for (const auto& place : desk.office.templates.places())
        places.push_back(Object{
            {"name", place.name},
            {"help", place.help}
        });
    return http::json(200, Object{
                               {"phrases",           std::move(rows)                   },
                               {"places",            std::move(places)                 },
                               {"may_add_to_unit",   phrases::may_add_to_unit(viewer)  },
                               {"may_add_to_agency", phrases::may_add_to_agency(viewer)}
    });
}

http::Response make(ports::PhraseStore& store, const Desk& desk, const http::Request& request,
                    const Viewer& viewer) {
    const Value body = TRY_OR_REFUSE(object_body(request));
    TRY_OR_REFUSE(acts::check_members(body, {"title", "words", "act", "field", "of_agency"}));
    if (!body["of_agency"].is_null() && body["of_agency"].as_bool() == nullptr)
        return refuse({"wrong_type", "请写明是或者否", {}, "of_agency"});
    const auto wording = TRY_OR_REFUSE(wording_of(body));
    return http::json(201, phrase_value(TRY_OR_REFUSE(
                               phrases::make(desk.office, store, viewer, wording, body.truth("of_agency")))));
}

http::Response edit(ports::PhraseStore& store, const Desk& desk, const http::Request& request,
                    const Viewer& viewer) {
    const auto id = request.parameter("id");
    TRY_OR_REFUSE(store.load(viewer, id));
    const Value body = TRY_OR_REFUSE(object_body(request));
    TRY_OR_REFUSE(acts::check_members(body, {"lock", "title", "words", "act", "field"}));
    const auto lock = TRY_OR_REFUSE(lock_of(body));
    const auto wording = TRY_OR_REFUSE(wording_of(body));
    return http::json(
        200, phrase_value(TRY_OR_REFUSE(phrases::edit(desk.office, store, viewer, id, lock, wording))));
}

http::Response retire(ports::PhraseStore& store, const Desk& desk, const http::Request& request,
                      const Viewer& viewer) {
    const auto id = request.parameter("id");
    TRY_OR_REFUSE(store.load(viewer, id));
    const Value body = TRY_OR_REFUSE(object_body(request));
    TRY_OR_REFUSE(acts::check_members(body, {"lock"}));
    const auto lock = TRY_OR_REFUSE(lock_of(body));
    return http::json(200,
                      phrase_value(TRY_OR_REFUSE(phrases::retire(desk.office, store, viewer, id, lock))));
}

http::Response ready(ports::PhraseStore& store, const Desk& desk, const http::Request& request,
                     const Viewer& viewer) {
    const Value body = TRY_OR_REFUSE(object_body(request));
    const auto act = TRY_OR_REFUSE(acts::ActRequest::from(body, viewer));
    List fitting;
    for (const auto& one :
         TRY_OR_REFUSE(phrases::ready(desk.office, store, viewer, request.parameter("no"), act)))
        fitting.push_back(Object{
            {"id",        one.phrase.id          },
            {"title",     one.phrase.title       },
            {"of_agency", one.phrase.node.empty()},
            {"field",     one.phrase.field       },
            {"text",      one.text               },
            {"open",      text_list(one.open)    }
        });
    return http::json(200, fitting);
}

}  // namespace

void add_phrase_routes(http::Router& router, const Desk& desk, ports::PhraseStore& store) {
    const SignedRoutes add(router, desk);
    const auto with = [&](auto handler) {
        return [&store, handler](const Desk& own, const http::Request& request, const Viewer& viewer) {
            return handler(store, own, request, viewer);
        };
    };
    add("GET", "/api/phrases", with(list));
    add("POST", "/api/phrases", with(make));
    add("PUT", "/api/phrases/{id}", with(edit));
    add("POST", "/api/phrases/{id}/retire", with(retire));
    add("POST", "/api/cases/{no}/phrases", with(ready));
}

}  // namespace desk
