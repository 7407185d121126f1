#include <array>

#include "acts/act_request.hpp"
#include "alarms/warnings.hpp"
#include "alarms/watch.hpp"
#include "http/desk/routes.hpp"
#include "http/desk/values.hpp"

namespace desk {

namespace {

using alarms::Alarm;
using alarms::Scope;
using base::List;
using base::Object;
using base::Value;

constexpr std::array scopes{Scope::mine, Scope::unit, Scope::agency};

Value alarm_value(const Alarm& alarm) {
    List cures;
    for (const auto& [act, title] : alarm.cures)
        cures.push_back(Object{
            {"act",   act  },
            {"title", title}
        });
    Object value{
        {"kind",        code_of(alarm.kind)      },
        {"case_no",     alarm.case_no            },
        {"cause",       alarm.cause              },
        {"party",       alarm.party              },
        {"handlers",    text_list(alarm.handlers)},
        {"title",       alarm.title              },
        {"says",        alarm.says               },
        {"due",         alarm.due.str()          },
        {"days_left",   alarm.days_left          },
        {"provisional", alarm.provisional        },
        {"cures",       std::move(cures)         }
    };
    if (!alarm.basis.empty()) value.set("basis", alarm.basis);
    if (!alarm.clock.empty()) value.set("clock", alarm.clock);
    if (!alarm.proposal.empty()) value.set("proposal", alarm.proposal);
    return value;
}

Value counts_of(const std::vector<Alarm>& list) {
    Object counts;
    for (int i = 0; i < alarms::kinds; ++i) {
        const auto kind = static_cast<alarms::Kind>(i);
        counts.set(code_of(kind), static_cast<int>(std::ranges::count(list, kind, &Alarm::kind)));
    }
    return counts;
}

base::Result<Scope> scope_of(const http::Request& request, const identity::Viewer& viewer) {
    const auto asked = request.query("scope");
    if (!asked || asked->empty()) return alarms::Watch::widest(viewer);
    for (const Scope scope : scopes)
        if (code_of(scope) == *asked) return scope;
    return base::fail("unknown_choice", "范围应当是 mine、unit 或者 agency", {}, "scope");
}

http::Response list(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    TRY_OR_REFUSE(check_queries(request, {"scope"}));
    const Scope scope = TRY_OR_REFUSE(scope_of(request, viewer));
    const auto found = TRY_OR_REFUSE(desk.watch.alarms(viewer, scope));
    List rows, allowed;
    for (const Alarm& alarm : found) rows.push_back(alarm_value(alarm));
    for (const Scope each : scopes)
        if (each <= alarms::Watch::widest(viewer)) allowed.push_back(code_of(each));
    return http::json(200, Object{
                               {"scope",  code_of(scope)    },
                               {"scopes", std::move(allowed)},
                               {"counts", counts_of(found)  },
                               {"alarms", std::move(rows)   }
    });
}

http::Response counts(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    TRY_OR_REFUSE(check_queries(request, {}));
    const auto found = TRY_OR_REFUSE(desk.watch.alarms(viewer, alarms::Watch::widest(viewer)));
    return http::json(200, Object{
                               {"counts", counts_of(found)},
                               {"total",  found.size()    }
    });
}

Value digest_value(const ports::Digest& digest) {
    return Object{
        {"day",     digest.day.str()        },
        {"made_at", digest.made_at.str()    },
        {"counts",  digest.content["counts"]},
        {"text",    digest.text             }
    };
}

http::Response digests(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    TRY_OR_REFUSE(check_queries(request, {}));
    List rows;
    for (const ports::Digest& digest : TRY_OR_REFUSE(desk.watch.store().digests(viewer)))
        rows.push_back(digest_value(digest));
    return http::json(200, Object{
                               {"digests", std::move(rows)}
    });
}

http::Response digest(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    const base::Error none{"not_found", "没有这一天的摘要"};
    const auto day = base::Date::parse(request.parameter("day"));
    if (!day) return refuse(none);
    const auto found = TRY_OR_REFUSE(desk.watch.store().digest(viewer, *day));
    return found ? http::json(200, digest_value(*found)) : refuse(none);
}

Value numbers(const std::vector<int>& days) {
    return List(days.begin(), days.end());
}

Value warning_value(const clocks::Row& row, const std::vector<ports::ClockWarning>& own) {
    Object value{
        {"code",            row.code                                       },
        {"title",           row.title                                      },
        {"basis",           row.basis                                      },
        {"period",          row.period.chinese()                           },
        {"in_working_days", row.period.unit == calendar::Unit::working_days},
        {"before",          numbers(row.warn_before)                       },
        {"after",           numbers(row.warn_after)                        }
    };
    const auto chosen = std::ranges::find(own, row.code, &ports::ClockWarning::code);
    if (chosen != own.end())
        value.set("own", Object{
                             {"before", numbers(chosen->before)},
                             {"after",  numbers(chosen->after) },
                             {"set_by", chosen->set_by_name    },
                             {"set_at", chosen->set_at.str()   }
        });
    return value;
}

http::Response warnings(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    TRY_OR_REFUSE(check_queries(request, {}));
    const auto own = TRY_OR_REFUSE(desk.watch.own_warnings(viewer));
    const auto& table = desk.office.rules.clocks;
    List rows;
    for (const std::string& code : table.codes())
        if (const clocks::Row& row = table.versions(code).front(); alarms::is_watched(row))
            rows.push_back(warning_value(row, own));
    return http::json(200, Object{
                               {"may_set", alarms::may_set_warnings(viewer)},
                               {"clocks",  std::move(rows)                 }
    });
}

base::Result<std::vector<int>> days_of(const Value& body, std::string_view name) {
    std::vector<int> days;
    if (body[name].is_null()) return days;
    if (body[name].as_list() == nullptr) return base::fail("wrong_type", "应当是列表", {}, std::string(name));
    for (const Value& day : body.list(name)) {
        const auto* whole = day.as_int();
        if (whole == nullptr || *whole < 0 || *whole > 10'000)
            return base::fail("wrong_type", "应当是天数", {}, std::string(name));
        days.push_back(static_cast<int>(*whole));
    }
    return days;
}

http::Response set_warning(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    const std::string_view code = request.parameter("code");
    if (desk.office.rules.clocks.versions(code).empty()) return refuse({"not_found", "没有这项期限"});
    const Value body = TRY_OR_REFUSE(object_body(request));
    TRY_OR_REFUSE(acts::check_members(body, {"before", "after"}));
    const auto before = TRY_OR_REFUSE(days_of(body, "before"));
    const auto after = TRY_OR_REFUSE(days_of(body, "after"));
    TRY_OR_REFUSE(alarms::set_warning(desk.office, desk.watch.store(), viewer, code, before, after));
    return http::no_content();
}

http::Response clear_warning(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    TRY_OR_REFUSE(alarms::clear_warning(desk.office, desk.watch.store(), viewer, request.parameter("code")));
    return http::no_content();
}

}  // namespace

void add_alarm_routes(http::Router& router, const Desk& desk) {
    const SignedRoutes add(router, desk);
    add("GET", "/api/alarms", list);
    add("GET", "/api/alarms/counts", counts);
    add("GET", "/api/digests", digests);
    add("GET", "/api/digests/{day}", digest);
    add("GET", "/api/clock-warnings", warnings);
    add("PUT", "/api/clock-warnings/{code}", set_warning);
    add("DELETE", "/api/clock-warnings/{code}", clear_warning);
}

}  // namespace desk
