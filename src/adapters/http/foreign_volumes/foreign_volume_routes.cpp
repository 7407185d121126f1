#include "http/foreign_volumes/foreign_volume_routes.hpp"

#include <array>
#include <charconv>

#include "acts/act_request.hpp"
#include "foreign_volumes/show_volume.hpp"
#include "http/desk/values.hpp"
#include "http/problem.hpp"

namespace desk {

namespace {

using base::List;
using base::Object;
using base::Value;
using foreign_volumes::Room;
using identity::Viewer;

Value upload_value(const ports::ForeignUpload& upload) {
    return Object{
        {"id", upload.id},
        {"name", upload.name},
        {"size", upload.size},
        {"chunk_size", upload.chunk_size},
        {"received", List(upload.received.begin(), upload.received.end())}
    };
}

Object volume_value(const ports::ForeignVolume& volume) {
    return {
        {"id", volume.id},
        {"region", volume.region},
        {"name", volume.name},
        {"size", volume.size},
        {"sm3", volume.sm3},
        {"key_sm3", volume.key_sm3},
        {"case_no", volume.case_no},
        {"agency", volume.agency},
        {"agency_name", volume.agency_name},
        {"made_at", volume.made_at},
        {"items", volume.items},
        {"added_by", person_value(volume.added_by, volume.added_by_name)},
        {"added_at", volume.added_at.str()}
    };
}

List faults_value(const std::vector<volume::Fault>& faults) {
    List list;
    for (const volume::Fault& fault : faults)
        list.push_back(Object{
            {"what",    fault.what   },
            {"path",    fault.path   },
            {"message", fault.message}
        });
    return list;
}

std::int64_t number_in(const http::Request& request) {
    const std::string_view text = request.parameter("k");
    std::int64_t k = -1;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), k);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() ? k : -1;
}

http::Response list(const Room& room, const http::Request& request, const Viewer& viewer) {
    TRY_OR_REFUSE(check_queries(request, {}));
    List rows;
    for (const auto& volume : TRY_OR_REFUSE(foreign_volumes::list(room, viewer)))
        rows.push_back(volume_value(volume));
    return http::json(200, rows);
}

http::Response begin(const Room& room, const http::Request& request, const Viewer& viewer) {
    const Value body = TRY_OR_REFUSE(object_body(request));
    TRY_OR_REFUSE(acts::check_members(body, {"name", "size"}));
    const auto* name = body["name"].as_string();
    if (name == nullptr) return refuse({"missing_field", "请给出文件名", {}, "name"});
    const auto size = body.integer("size");
    if (!size) return refuse({"wrong_type", "大小应当是字节数", {}, "size"});
    return http::json(201, upload_value(TRY_OR_REFUSE(foreign_volumes::begin(room, viewer, *name, *size))));
}

// With the digest of every piece: the page finds out by them whether a file chosen anew is the same one.
http::Response uploads(const Room& room, const http::Request& request, const Viewer& viewer) {
    TRY_OR_REFUSE(check_queries(request, {}));
    List rows;
    for (const auto& upload : TRY_OR_REFUSE(room.store.uploads(viewer))) {
        Value value = upload_value(upload);
        value.as_object()->set("digests", List(upload.digests.begin(), upload.digests.end()));
        value.as_object()->set("started_at", upload.started_at.str());
        rows.push_back(std::move(value));
    }
    return http::json(200, rows);
}

http::Response abandon(const Room& room, const http::Request& request, const Viewer& viewer) {
    TRY_OR_REFUSE(foreign_volumes::abandon(room, viewer, request.parameter("id")));
    return http::no_content();
}

http::Response receive(const Room& room, const http::Request& request, const Viewer& viewer) {
    const auto upload = TRY_OR_REFUSE(
        foreign_volumes::receive(room, viewer, request.parameter("id"), number_in(request), request.body));
    return http::json(200, upload_value(upload));
}

http::Response complete(const Room& room, const http::Request& request, const Viewer& viewer) {
    TRY_OR_REFUSE(room.store.upload(viewer, request.parameter("id")));
    const Value body = TRY_OR_REFUSE(object_body(request));
    TRY_OR_REFUSE(acts::check_members(body, {"key"}));
    if (body.has("key") && body["key"].as_string() == nullptr)
        return refuse({"wrong_type", "公钥的校验值应当是文字", {}, "key"});
    const auto loaded =
        TRY_OR_REFUSE(foreign_volumes::complete(room, viewer, request.parameter("id"), body.text("key")));
    if (loaded.volume) return http::json(201, volume_value(*loaded.volume));
    return http::problem(
        422,
        {
            "volume_not_sound", "核验未通过，没有载入：" + loaded.faults.front().message, {},
                {}
    },
        Object{{"faults", faults_value(loaded.faults)}});
}

http::Response show(const Room& room, const http::Request& request, const Viewer& viewer) {
    const auto shown = TRY_OR_REFUSE(foreign_volumes::show(room, viewer, request.parameter("id")));
    List things, acts;
    for (const volume::Item& item : shown.manifest.items)
        things.push_back(Object{
            {"path",  item.path                           },
            {"title", item.title                          },
            {"kind",  item.kind                           },
            {"size",  static_cast<std::int64_t>(item.size)},
            {"sm3",   item.sm3                            },
            {"page",  item.page                           }
        });
    for (const auto& act : shown.acts) {
        List signers;
        for (const std::string& name : act.signers) signers.push_back(name);
        acts.push_back(Object{
            {"n",       act.n             },
            {"title",   act.title         },
            {"at",      act.at            },
            {"hash",    act.hash          },
            {"signers", std::move(signers)},
            {"item",    act.item          }
        });
    }
    Object value = volume_value(shown.volume);
    value.set("things", std::move(things));
    value.set("acts", std::move(acts));
    return http::json(200, value);
}

struct Kind {
    std::string_view ending, type;
};
// What a browser may show of a stranger's file; everything else is only handed out.
constexpr std::array kinds{
    Kind{".pdf",  "application/pdf"          },
    Kind{".png",  "image/png"                },
    Kind{".jpg",  "image/jpeg"               },
    Kind{".jpeg", "image/jpeg"               },
    Kind{".json", "text/plain; charset=utf-8"}
};

http::Response item(const Room& room, const http::Request& request, const Viewer& viewer) {
    const auto stretch =
        TRY_OR_REFUSE(foreign_volumes::open_item(room, viewer, request.parameter("id"), number_in(request)));
    std::string_view type;
    for (const Kind& kind : kinds)
        if (stretch.item.path.ends_with(kind.ending)) type = kind.type;
    http::Response response;
    response.set("Content-Type", type.empty() ? "application/octet-stream" : type);
    response.set("Content-Disposition", type.empty() ? "attachment" : "inline");
    response.set("Cache-Control", "no-store");
    response.file = http::FileRange{.path = stretch.path, .offset = stretch.offset, .length = stretch.size};
    return response;
}

}  // namespace

void add_foreign_volume_routes(http::Router& router, const Desk& desk, const Room& room) {
    const SignedRoutes add(router, desk);
    const auto with = [&](auto handler) {
        return [&room, handler](const Desk&, const http::Request& request, const Viewer& viewer) {
            return handler(room, request, viewer);
        };
    };
    add("GET", "/api/foreign-volumes", with(list));
    add("POST", "/api/foreign-volumes", with(begin));
    add("GET", "/api/foreign-uploads", with(uploads));
    add("DELETE", "/api/foreign-uploads/{id}", with(abandon));
    add("GET", "/api/foreign-volumes/{id}", with(show));
    add("PUT", "/api/foreign-volumes/{id}/chunks/{k}", with(receive),
        {.body_limit = static_cast<std::uint64_t>(foreign_volumes::chunk_bytes)});
    add("POST", "/api/foreign-volumes/{id}/complete", with(complete));
    add("GET", "/api/foreign-volumes/{id}/items/{k}", with(item));
}

}  // namespace desk
