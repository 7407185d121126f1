#include "acts/act_request.hpp"
#include "acts/advise.hpp"
#include "acts/check_act.hpp"
#include "acts/countersign.hpp"
#include "acts/penalty_finding.hpp"
#include "acts/sign_together.hpp"
#include "cases/duties.hpp"
#include "cases/load_case.hpp"
#include "http/acts/act_value.hpp"
#include "http/benchmark_tables/table_value.hpp"
#include "http/desk/routes.hpp"
#include "http/desk/values.hpp"

namespace desk {

namespace {

using base::List;
using base::Object;
using base::Value;

constexpr std::size_t opinion_bytes_max = 8000;
constexpr int clock_days_ahead = 15;

base::Result<std::string> words_in(const Value& body, std::string_view name) {
    if (body[name].is_null()) return std::string();
    const auto* text = body[name].as_string();
    if (text == nullptr) return base::fail("wrong_type", "应当是文字", {}, std::string(name));
    if (text->size() > opinion_bytes_max)
        return base::fail("text_too_long", "意见过长", {}, std::string(name));
    return *text;
}

base::Result<std::string> words_of(const http::Request& request, std::string_view name) {
    if (request.body.empty()) return std::string();
    const Value body = TRY(object_body(request));
    TRY(acts::check_members(body, {std::string(name)}));
    return words_in(body, name);
}

http::Response signed_answer(const Desk& desk, const identity::Viewer& viewer, const acts::Signed& made) {
    if (made.refusal) return refuse_by_law(*made.refusal);
    const auto staff = TRY_OR_REFUSE(desk.office.ports.directory.staff(viewer, desk.office.today()));
    Object value{
        {"proposal", proposal_value(desk.office, viewer, made.proposal, staff)},
        {"recorded", made.recorded}
    };
    if (made.n > 0) value.set("n", made.n);
    if (made.version > 0) value.set("version", made.version);
    return http::json(200, value);
}

http::Response sign(const Desk& desk, const http::Request& request, const identity::Viewer& viewer,
                    std::string_view kind) {
    TRY_OR_REFUSE(desk.office.ports.proposals.load(viewer, request.parameter("id")));
    const std::string opinion = TRY_OR_REFUSE(words_of(request, "opinion"));
    return signed_answer(
        desk, viewer,
        TRY_OR_REFUSE(acts::sign_proposal(desk.office, viewer, request.parameter("id"), kind, opinion)));
}

http::Response confirm(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    return sign(desk, request, viewer, "confirm");
}

http::Response approve(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    return sign(desk, request, viewer, "approve");
}

base::Result<std::optional<int>> step_of(const Value& body) {
    if (body["to_step"].is_null()) return std::nullopt;
    const auto step = body.integer("to_step");
    if (!step || *step < 0 || *step > 1000)
        return base::fail("wrong_type", "应当是环节的序号", {}, "to_step");
    return static_cast<int>(*step);
}

http::Response send_back(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    TRY_OR_REFUSE(desk.office.ports.proposals.load(viewer, request.parameter("id")));
    const Value body = request.body.empty() ? Value(Object()) : TRY_OR_REFUSE(object_body(request));
    TRY_OR_REFUSE(acts::check_members(body, {"reason", "to_step"}));
    const std::string reason = TRY_OR_REFUSE(words_in(body, "reason"));
    const auto to_step = TRY_OR_REFUSE(step_of(body));
    return signed_answer(
        desk, viewer,
        TRY_OR_REFUSE(acts::return_proposal(desk.office, viewer, request.parameter("id"), reason, to_step)));
}

http::Response countersign(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    TRY_OR_REFUSE(desk.office.ports.proposals.load(viewer, request.parameter("id")));
    const Value body = TRY_OR_REFUSE(object_body(request));
    TRY_OR_REFUSE(acts::check_members(body, {"people"}));
    std::vector<std::string> people;
    for (const Value& person : body.list("people"))
        people.push_back(person.as_string() == nullptr ? "" : *person.as_string());
    const auto proposal =
        TRY_OR_REFUSE(acts::ask_countersign(desk.office, viewer, request.parameter("id"), people));
    const auto staff = TRY_OR_REFUSE(desk.office.ports.directory.staff(viewer, desk.office.today()));
    return http::json(200, proposal_value(desk.office, viewer, proposal, staff));
}

http::Response withdraw(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    return signed_answer(
        desk, viewer, TRY_OR_REFUSE(acts::withdraw_proposal(desk.office, viewer, request.parameter("id"))));
}

// Who approves a penalty sees what the law allows on the stated facts.
base::Result<Value> finding_on(const Desk& desk, const identity::Viewer& viewer,
                               const ports::Proposal& proposal) {
    const auto loaded = TRY(cases::load_case(desk.office, viewer, proposal.case_no));
    const auto request = TRY(acts::request_of(proposal));
    return acts::penalty_finding(desk.office, loaded,
                                 {.type = request.act,
                                  .at = request.at.value_or(desk.office.now()),
                                  .by = request.by,
                                  .party = request.party,
                                  .data = request.data,
                                  .paper = request.paper});
}

// What may be approved together with others, and whether it was read to its end in this session.
Value with_reading(const Desk& desk, const ports::Proposal& proposal, const ports::Seen& seen, Value value) {
    const auto read = seen.find(proposal.id);
    value.as_object()->set("together", acts::may_sign_together(desk.office, proposal));
    value.as_object()->set("seen", read != seen.end() && read->second == proposal.version);
    return value;
}

http::Response show(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    const auto proposal = TRY_OR_REFUSE(desk.office.ports.proposals.load(viewer, request.parameter("id")));
    const auto staff = TRY_OR_REFUSE(desk.office.ports.directory.staff(viewer, desk.office.today()));
    const auto seen = TRY_OR_REFUSE(desk.office.ports.proposals.seen(viewer, session_mark(desk, request)));
    Value value = with_reading(desk, proposal, seen, proposal_value(desk.office, viewer, proposal, staff));
    const Value finding = TRY_OR_REFUSE(finding_on(desk, viewer, proposal));
    if (!finding.is_null()) value.as_object()->set("discretion", finding);
    if (proposal.status == "waiting") {
        const auto checked = TRY_OR_REFUSE(acts::check_proposal(desk.office, viewer, proposal));
        value.as_object()->set("effect", check_value(checked, desk.office.today()));
        const auto drafted = TRY_OR_REFUSE(acts::drafts_for(desk.office, viewer, proposal));
        if (!drafted.parts.empty()) value.as_object()->set("drafted", drafted_value(drafted));
    }
    const auto earlier = TRY_OR_REFUSE(acts::earlier_version(desk.office, viewer, proposal));
    if (!earlier.id.empty())
        value.as_object()->set("earlier", Object{
                                              {"id",              earlier.id              },
                                              {"data",            earlier.body["data"]    },
                                              {"paper",           earlier.body["paper"]   },
                                              {"returned_by",     earlier.returned_by     },
                                              {"returned_reason", earlier.returned_reason },
                                              {"created_at",      earlier.created_at.str()}
        });
    return http::json(200, value);
}

Value duty_value(const ports::DutyItem& duty, base::Date today) {
    Object value{
        {"case_no", duty.case_no     },
        {"cause",   duty.cause       },
        {"party",   duty.party       },
        {"act",     duty.task.act    },
        {"title",   duty.task.title  },
        {"basis",   duty.task.basis  },
        {"because", duty.task.because}
    };
    if (duty.task.due) {
        value.set("due", duty.task.due->str());
        value.set("days_left", *duty.task.due - today);
    }
    return value;
}

http::Response inbox(const Desk& desk, const http::Request& request, const identity::Viewer& viewer) {
    const auto staff = TRY_OR_REFUSE(desk.office.ports.directory.staff(viewer, desk.office.today()));
    const base::Date today = desk.office.today();
    const auto seen = TRY_OR_REFUSE(desk.office.ports.proposals.seen(viewer, session_mark(desk, request)));
    const auto own = TRY_OR_REFUSE(desk.watch.own_warnings(viewer));
    List waiting, returned, clocks, tables, tasks;
    const auto duties = TRY_OR_REFUSE(cases::duties_of(desk.office, viewer));
    for (const auto& duty : duties)
        if (tasks.size() < cases::duties_max) tasks.push_back(duty_value(duty, today));
    for (const auto& proposal : TRY_OR_REFUSE(desk.office.ports.proposals.waiting_for(viewer)))
        waiting.push_back(
            with_reading(desk, proposal, seen, proposal_value(desk.office, viewer, proposal, staff)));
    for (const auto& proposal : TRY_OR_REFUSE(desk.office.ports.proposals.returned_to(viewer)))
        returned.push_back(proposal_value(desk.office, viewer, proposal, staff));
    for (const auto& due :
         TRY_OR_REFUSE(desk.office.ports.queries.clocks_due(viewer, today.plus_days(clock_days_ahead))))
        clocks.push_back(Object{
            {"case_no", due.case_no},
            {"cause", due.cause},
            {"clock", next_clock_value(due.clock, today, desk.watch.is_warned(due.clock, own))}
        });
    for (const auto& version : TRY_OR_REFUSE(benchmark_tables::waiting_for(desk.office, viewer)))
        tables.push_back(table_head_value(version, version.status));
    return http::json(200, Object{
                               {"proposals",        std::move(waiting)               },
                               {"returned",         std::move(returned)              },
                               {"clocks",           std::move(clocks)                },
                               {"tasks",            std::move(tasks)                 },
                               {"more_tasks",       duties.size() > cases::duties_max},
                               {"benchmark_tables", std::move(tables)                }
    });
}

}  // namespace

void add_proposal_routes(http::Router& router, const Desk& desk) {
    const SignedRoutes add(router, desk);
    add("GET", "/api/inbox", inbox);
    add("GET", "/api/proposals/{id}", show);
    add("POST", "/api/proposals/{id}/confirm", confirm);
    add("POST", "/api/proposals/{id}/approve", approve);
    add("POST", "/api/proposals/{id}/return", send_back);
    add("POST", "/api/proposals/{id}/withdraw", withdraw);
    add("POST", "/api/proposals/{id}/countersigners", countersign);
}

}  // namespace desk
