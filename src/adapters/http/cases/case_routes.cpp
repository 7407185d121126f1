#include <algorithm>
#include <charconv>

#include "acts/register_clue.hpp"
#include "base/text.hpp"
#include "cases/load_case.hpp"
#include "http/cases/case_value.hpp"
#include "http/cases/why_value.hpp"
#include "http/desk/routes.hpp"
#include "http/desk/values.hpp"
#include "procedure/main_state.hpp"

namespace desk {

namespace {

using base::List;
using base::Object;
using base::Value;

constexpr std::size_t search_characters_max = 100;

// "over", or within how many days the clock that presses most runs out.
base::Result<std::optional<base::Date>> due_until(std::string_view asked, base::Date today) {
    constexpr int days_max = 366;
    if (asked.empty()) return std::optional<base::Date>();
    if (asked == "over") return std::optional(today.plus_days(-1));
    int days = 0;
    const auto read = std::from_chars(asked.data(), asked.data() + asked.size(), days);
    if (read.ec != std::errc() || read.ptr != asked.data() + asked.size() || days < 0 || days > days_max)
        return base::fail("wrong_type", "期限应当是 over（已经超期）或者0至366的天数", {}, "due");
    return std::optional(today.plus_days(days));
}

bool is_region(std::string_view text) {
    return text.size() == 6 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// Where the case lies: a unit of one's own agency, or the region code of an agency one supervises.
void place(ports::CaseFilter& filter, std::string_view unit) {
    (is_region(unit) ? filter.agency : filter.unit) = unit;
}

base::Result<void> narrow(const Desk& desk, const http::Request& request, ports::CaseFilter& filter) {
    filter.field = request.query("field").value_or("");
    const bool is_known = std::ranges::any_of(
        desk.office.discretion.violations(),
        [&](const auto& violation) { return violation.id.starts_with(filter.field + "."); });
    if (!filter.field.empty() && !is_known)
        return base::fail("unknown_choice", "没有“" + filter.field + "”这一执法领域", {}, "field");
    place(filter, request.query("unit").value_or(""));
    filter.due_until = TRY(due_until(request.query("due").value_or(""), desk.office.today()));
    return {};
}

base::Result<ports::CaseFilter> filter_of(const Desk& desk, const http::Request& request) {
    TRY(check_queries(request, {"list", "state", "q", "field", "unit", "due", "after", "limit"}));
    ports::CaseFilter filter;
    const auto list = request.query("list").value_or("mine");
    if (list == "mine")
        filter.list = ports::CaseFilter::List::mine;
    else if (list == "unit")
        filter.list = ports::CaseFilter::List::unit;
    else if (list == "all")
        filter.list = ports::CaseFilter::List::all;
    else
        return base::fail("unknown_choice", "列表应当是 mine、unit 或者 all", {}, "list");
    filter.state = request.query("state").value_or("");
    if (!filter.state.empty() && !procedure::main_state(filter.state))
        return base::fail("unknown_choice", "没有“" + filter.state + "”这一状态", {}, "state");
    filter.text = request.query("q").value_or("");
    if (base::character_count(filter.text) > search_characters_max)
        return base::fail("text_too_long", "搜索词过长", {}, "q");
    TRY(narrow(desk, request, filter));
    filter.after = request.query("after").value_or("");
    if (const auto limit = request.query("limit")) {
        const auto read = std::from_chars(limit->data(), limit->data() + limit->size(), filter.limit);
        if (read.ec != std::errc() || read.ptr != limit->data() + limit->size() || filter.limit < 1 ||
            filter.limit > 200)
            return base::fail("wrong_type", "每页条数应当是1至200的整数", {}, "limit");
    }
    return filter;
}

// The days an agency chose count for its own cases; whoever supervises sees the others as the catalogue
// warns.
bool is_warned(const Desk& desk, const identity::Viewer& viewer, const ports::CaseListItem& item,
               const std::vector<ports::ClockWarning>& own) {
    static const std::vector<ports::ClockWarning> none;
    return desk.watch.is_warned(*item.next_clock, item.no.starts_with(viewer.agency) ? own : none);
}

Value item_value(const Desk& desk, const identity::Viewer& viewer, const ports::CaseListItem& item,
                 const std::vector<ports::ClockWarning>& own) {
    Object value{
        {"no",             item.no                 },
        {"cause",          item.cause              },
        {"party",          item.party              },
        {"state",          item.state              },
        {"state_label",    item.state_label        },
        {"handlers",       text_list(item.handlers)},
        {"waiting_for_me", item.waiting_for_me     },
        {"updated_at",     item.updated_at.str()   }
    };
    if (item.next_clock)
        value.set("next_clock", next_clock_value(*item.next_clock, desk.office.today(),
                                                 is_warned(desk, viewer, item, own)));
    if (item.registered_on) value.set("registered_on", item.registered_on->str());
    return value;
}

http::Response list(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    const ports::CaseFilter filter = TRY_OR_REFUSE(filter_of(desk, request));
    const base::Date today = desk.office.today();
    const ports::CaseListPage page = TRY_OR_REFUSE(desk.office.ports.queries.list(viewer, filter, today));
    List items;
    for (const auto& item : page.cases) items.push_back(item_value(desk, viewer, item, page.own_warnings));
    Object answer{
        {"cases", std::move(items)}
    };
    if (!page.next.empty()) answer.set("next", page.next);
    return http::json(200, answer);
}

http::Response create(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    const Value body = TRY_OR_REFUSE(object_body(request));
    const auto clue = TRY_OR_REFUSE(acts::NewClue::from(body, viewer));
    const auto key = TRY_OR_REFUSE(idempotency_of(request, desk.office.ports.hasher));
    const acts::Settled settled = TRY_OR_REFUSE(acts::register_clue(desk.office, viewer, clue, key));
    if (settled.refusal) return refuse_by_law(*settled.refusal);
    http::Response response =
        http::json(201, Object{
                            {"no",      settled.outcome.case_no},
                            {"version", settled.outcome.version}
    });
    response.set("Location", "/api/cases/" + settled.outcome.case_no);
    return response;
}

http::Response show(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    const cases::LoadedCase loaded =
        TRY_OR_REFUSE(cases::load_case(desk.office, viewer, request.parameter("no")));
    http::Response response = http::json(200, TRY_OR_REFUSE(case_value(desk, viewer, loaded)));
    response.set("ETag", "\"" + std::to_string(loaded.record.version) + "\"");
    return response;
}

http::Response why(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    const cases::LoadedCase loaded =
        TRY_OR_REFUSE(cases::load_case(desk.office, viewer, request.parameter("no")));
    return http::json(200, why_value(desk, viewer, loaded));
}

http::Response verify(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    const auto record = TRY_OR_REFUSE(desk.office.ports.cases.load(viewer, request.parameter("no")));
    List faults;
    for (const auto& fault :
         TRY_OR_REFUSE(desk.office.ports.cases.check_chain(viewer, request.parameter("no"))))
        faults.push_back(Object{
            {"n",       fault.n      },
            {"what",    fault.what   },
            {"message", fault.message}
        });
    const bool ok = faults.empty();
    return http::json(200, Object{
                               {"ok",     ok                                                },
                               {"acts",   record.acts.size()                                },
                               {"head",   record.acts.empty() ? "" : record.acts.back().hash},
                               {"faults", std::move(faults)                                 }
    });
}

}  // namespace

void add_case_routes(http::Router& router, const Desk& desk) {
    const SignedRoutes add(router, desk);
    add("GET", "/api/cases", list);
    add("POST", "/api/cases", create);
    add("GET", "/api/cases/{no}", show);
    add("GET", "/api/cases/{no}/why", why);
    add("GET", "/api/cases/{no}/verification", verify);
}

}  // namespace desk
