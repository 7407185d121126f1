#include "acts/act_request.hpp"
#include "calendars/calendars.hpp"
#include "http/desk/routes.hpp"
#include "http/desk/values.hpp"

namespace desk {

namespace {

using base::List;
using base::Object;
using base::Value;

List names_of(const Value& years) {
    List names;
    for (const auto& [name, content] : years.object()) names.push_back(name);
    return names;
}

base::Result<Value> head_value(const Desk& desk, const ports::CalendarVersion& version) {
    const auto totals = TRY(desk.calendars.store().totals(version.id));
    Object value{
        {"id",          version.id               },
        {"state",       version.status           },
        {"years",       names_of(version.years)  },
        {"notice",      version.notice           },
        {"drafted_by",  version.drafted_by_name  },
        {"drafted_at",  version.drafted_at.str() },
        {"reported_on", version.reported_on.str()},
        {"cases",       totals.cases             },
        {"clocks",      totals.clocks            }
    };
    if (version.settled_at) {
        value.set("settled_by", version.settled_by_name);
        value.set("settled_at", version.settled_at->str());
    }
    return Value(std::move(value));
}

List year_values(const Value& years) {
    List list;
    for (const auto& [name, content] : years.object())
        list.push_back(Object{
            {"year",   name                                                       },
            {"status", content.text("status")                                     },
            {"notice", content.text("notice")                                     },
            {"off",    content["off"].is_null() ? Value(List()) : content["off"]  },
            {"work",   content["work"].is_null() ? Value(List()) : content["work"]}
        });
    return list;
}

http::Response list(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    TRY_OR_REFUSE(check_queries(request, {}));
    List versions;
    const auto all = TRY_OR_REFUSE(desk.calendars.store().list());
    for (auto version = all.rbegin(); version != all.rend(); ++version)
        versions.push_back(TRY_OR_REFUSE(head_value(desk, *version)));
    return http::json(200, Object{
                               {"may_draft", calendars::Calendars::may_draft(viewer)                    },
                               {"years",     year_values(TRY_OR_REFUSE(desk.calendars.years_in_force()))},
                               {"versions",  std::move(versions)                                        }
    });
}

Value difference_value(const ports::CalendarDifference& one) {
    Object value{
        {"case_no",         one.case_no        },
        {"cause",           one.cause          },
        {"title",           one.title          },
        {"old_provisional", one.old_provisional},
        {"new_provisional", one.new_provisional},
        {"why",             one.why            }
    };
    if (one.old_due) value.set("old_due", one.old_due->str());
    if (one.new_due) value.set("new_due", one.new_due->str());
    return value;
}

http::Response shown(const Desk& desk, const identity::Viewer& viewer, const ports::CalendarVersion& version,
                     int status = 200) {
    Value value = TRY_OR_REFUSE(head_value(desk, version));
    List days, rows, actions;
    for (const auto& change : TRY_OR_REFUSE(desk.calendars.changed_days(version)))
        days.push_back(Object{
            {"day",    change.day.str()},
            {"before", change.before   },
            {"after",  change.after    }
        });
    for (const auto& one : TRY_OR_REFUSE(desk.calendars.store().report(viewer, version.id)))
        rows.push_back(difference_value(one));
    if (version.status == "draft") {
        if (calendars::Calendars::may_accept(viewer) && version.drafted_by != viewer.person)
            actions.push_back("accept");
        if (calendars::Calendars::may_draft(viewer)) actions.push_back("withdraw");
    }
    Object& object = *value.as_object();
    object.set("days", std::move(days));
    object.set("differences", std::move(rows));
    object.set("actions", std::move(actions));
    return http::json(status, value);
}

base::Result<std::string> text_of(const Value& body, std::string_view name) {
    if (body[name].is_null()) return base::fail("missing_field", "请填写", {}, std::string(name));
    if (body[name].as_string() == nullptr)
        return base::fail("wrong_type", "应当是文字", {}, std::string(name));
    return *body[name].as_string();
}

base::Result<Value> years_of(const Desk& desk, const Value& body) {
    const std::string format = TRY(text_of(body, "format")), text = TRY(text_of(body, "text"));
    if (format == "yaml") return calendars::years_of_yaml(text, desk.calendars.read_yaml());
    if (format != "rows") return base::fail("unknown_choice", "格式应当是 rows 或者 yaml", {}, "format");
    const auto year = body.integer("year");
    if (!year || *year < 0 || *year > 9999) return base::fail("wrong_type", "请填写年份", {}, "year");
    return calendars::years_of_rows(text, static_cast<int>(*year));
}

http::Response draft(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    if (!calendars::Calendars::may_draft(viewer))
        return refuse({"not_permitted", "放假安排由系统管理员或者机关负责人导入"});
    const Value body = TRY_OR_REFUSE(object_body(request));
    TRY_OR_REFUSE(acts::check_members(body, {"format", "text", "year", "notice"}));
    const Value years = TRY_OR_REFUSE(years_of(desk, body));
    const std::string notice = TRY_OR_REFUSE(text_of(body, "notice"));
    return shown(desk, viewer, TRY_OR_REFUSE(desk.calendars.draft(viewer, years, notice)), 201);
}

http::Response show(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    return shown(desk, viewer, TRY_OR_REFUSE(desk.calendars.look(request.parameter("id"))));
}

http::Response accept(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    return shown(desk, viewer, TRY_OR_REFUSE(desk.calendars.accept(viewer, request.parameter("id"))));
}

http::Response withdraw(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    return shown(desk, viewer, TRY_OR_REFUSE(desk.calendars.withdraw(viewer, request.parameter("id"))));
}

}  // namespace

void add_calendar_routes(http::Router& router, const Desk& desk) {
    const SignedRoutes add(router, desk);
    add("GET", "/api/calendars", list);
    add("POST", "/api/calendars", draft);
    add("GET", "/api/calendars/{id}", show);
    add("POST", "/api/calendars/{id}/accept", accept);
    add("POST", "/api/calendars/{id}/withdraw", withdraw);
}

}  // namespace desk
