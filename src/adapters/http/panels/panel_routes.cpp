#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "acts/act_request.hpp"
#include "acts/penalty_finding.hpp"
#include "http/desk/routes.hpp"
#include "http/desk/values.hpp"
#include "panels/hold_meeting.hpp"

namespace desk {

namespace {

using base::List;
using base::Object;
using base::Value;
using identity::Viewer;

panels::Room room_of(const Desk& desk) {
    return {desk.office, desk.meetings};
}

List ids(const std::vector<std::string>& list) {
    return {list.begin(), list.end()};
}

Value item_value(const panels::Meeting& meeting, const panels::Item& item, const Viewer& viewer) {
    List recused, votes;
    for (const auto& each : item.recused)
        recused.push_back(Object{
            {"person", each.person},
            {"reason", each.reason}
        });
    for (const auto& each : item.votes)
        votes.push_back(Object{
            {"person", each.person  },
            {"view",   each.view    },
            {"note",   each.note    },
            {"at",     each.at.str()}
        });
    const auto open = meeting.still_to_speak(item);
    const bool chair_spoke = item.vote_of(meeting.chair) != nullptr;
    const auto voters = meeting.voters(item);
    const bool takes_part = std::ranges::find(voters, viewer.person) != voters.end();
    const bool is_last =
        viewer.person != meeting.chair || (open.size() == 1 && open.front() == meeting.chair);
    const bool running = meeting.status == "open" && !item.is_recorded();
    return Object{
        {"case_no",        item.case_no                                             },
        {"cause",          item.cause                                               },
        {"party_name",     item.party_name                                          },
        {"party",          item.party                                               },
        {"purpose",        item.purpose                                             },
        {"recused",        std::move(recused)                                       },
        {"course",         item.course                                              },
        {"discussion",     item.discussion                                          },
        {"votes",          std::move(votes)                                         },
        {"still_to_speak", ids(open)                                                },
        {"result",         item.result                                              },
        {"until",          item.until                                               },
        {"conclusion",     item.conclusion                                          },
        {"recorded_n",     item.recorded_n                                          },
        {"majority",       panels::result_of_majority(item).value_or("")            },
        {"may_vote",       running && takes_part && !chair_spoke && is_last         },
        {"may_conclude",   running && viewer.person == meeting.chair && open.empty()}
    };
}

// What the law allows on the stated facts, to stand beside what is proposed (程序规定 第六十条).
Value finding_of(const Desk& desk, const Viewer& viewer, const panels::Item& item) {
    const auto loaded = cases::load_case(desk.office, viewer, item.case_no);
    return loaded ? acts::finding_on_record(desk.office, *loaded, item.party) : Value();
}

Value meeting_value(const panels::Meeting& meeting, const Viewer& viewer, const Desk* with_findings) {
    List items;
    for (const auto& item : meeting.items) {
        Value value = item_value(meeting, item, viewer);
        if (with_findings != nullptr)
            if (Value finding = finding_of(*with_findings, viewer, item); !finding.is_null())
                value.as_object()->set("discretion", std::move(finding));
        items.push_back(std::move(value));
    }
    return Object{
        {"id", meeting.id},
        {"version", meeting.version},
        {"held_at", meeting.held_at.str()},
        {"place", meeting.place},
        {"chair", meeting.chair},
        {"recorder", meeting.recorder},
        {"prepared_by", meeting.prepared_by},
        {"members", ids(meeting.members)},
        {"present", ids(meeting.present)},
        {"attending", ids(meeting.attending)},
        {"status", meeting.status},
        {"may_keep", panels::may_keep_minutes(meeting, viewer)},
        {"items", std::move(items)}
    };
}

base::Result<std::string> text_in(const Value& body, std::string_view name) {
    if (body[name].is_null()) return std::string();
    if (const auto* text = body[name].as_string()) return *text;
    return base::fail("wrong_type", "应当是文字", {}, std::string(name));
}

base::Result<std::vector<std::string>> texts_in(const Value& body, std::string_view name) {
    std::vector<std::string> found;
    if (body[name].is_null()) return found;
    if (body[name].as_list() == nullptr) return base::fail("wrong_type", "应当是一列", {}, std::string(name));
    for (std::size_t i = 0; i < body.list(name).size(); ++i) {
        const auto* text = body.list(name).at(i).as_string();
        if (text == nullptr) return base::fail("wrong_type", "应当是文字", {}, fmt::format("{}.{}", name, i));
        found.push_back(*text);
    }
    return found;
}

base::Result<std::int64_t> version_in(const Value& body) {
    const auto version = body.integer("version");
    if (!version) return base::fail("missing_field", "请写明看到的版本", {}, "version");
    return *version;
}

base::Result<std::vector<panels::Topic>> topics_in(const Value& body) {
    std::vector<panels::Topic> topics;
    if (!body["cases"].is_null() && body["cases"].as_list() == nullptr)
        return base::fail("wrong_type", "应当是一列", {}, "cases");
    for (std::size_t i = 0; i < body.list("cases").size(); ++i) {
        const Value& each = body.list("cases").at(i);
        const std::string field = fmt::format("cases.{}", i);
        if (each.as_object() == nullptr) return base::fail("wrong_type", "应当写明案号和讨论事项", {}, field);
        TRY(acts::check_members(each, {"no", "purpose"}, field));
        auto no = text_in(each, "no");
        auto purpose = text_in(each, "purpose");
        for (auto* read : {&no, &purpose})
            if (!*read)
                return base::fail("wrong_type", read->error().message, {}, field + "." + read->error().field);
        panels::Topic topic{.case_no = std::move(*no)};
        if (!purpose->empty()) topic.purpose = std::move(*purpose);
        topics.push_back(std::move(topic));
    }
    return topics;
}

base::Result<panels::Plan> plan_in(const Value& body) {
    TRY(acts::check_size(body, {}));
    TRY(acts::check_members(
        body, {"held_at", "place", "chair", "recorder", "members", "attending", "cases", "version"}));
    const std::string held_at = TRY(text_in(body, "held_at"));
    const auto instant = base::Instant::parse(held_at);
    if (!instant) return base::fail("bad_date", "会议时间应当写明日期、时刻和时区", {}, "held_at");
    panels::Plan plan{.held_at = *instant,
                      .place = {},
                      .chair = {},
                      .recorder = {},
                      .members = {},
                      .attending = {},
                      .cases = {}};
    plan.place = TRY(text_in(body, "place"));
    plan.chair = TRY(text_in(body, "chair"));
    plan.recorder = TRY(text_in(body, "recorder"));
    plan.members = TRY(texts_in(body, "members"));
    plan.attending = TRY(texts_in(body, "attending"));
    plan.cases = TRY(topics_in(body));
    return plan;
}

base::Result<panels::Minutes> minutes_in(const Value& body) {
    TRY(acts::check_size(body, {}));
    TRY(acts::check_members(body, {"version", "course", "discussion", "recused"}));
    panels::Minutes minutes{.course = {}, .discussion = {}, .recused = {}};
    minutes.course = TRY(text_in(body, "course"));
    minutes.discussion = TRY(text_in(body, "discussion"));
    if (!body["recused"].is_null() && body["recused"].as_list() == nullptr)
        return base::fail("wrong_type", "应当是一列", {}, "recused");
    for (const Value& each : body.list("recused")) {
        if (each.as_object() == nullptr) return base::fail("wrong_type", "应当写明人员和理由", {}, "recused");
        std::string person = TRY(text_in(each, "person"));
        std::string reason = TRY(text_in(each, "reason"));
        minutes.recused.push_back({std::move(person), std::move(reason)});
    }
    return minutes;
}

base::Result<panels::Result> result_in(const Value& body) {
    TRY(acts::check_members(body, {"version", "result", "until", "conclusion"}));
    return panels::Result{.result = TRY(text_in(body, "result")),
                          .until = TRY(text_in(body, "until")),
                          .conclusion = TRY(text_in(body, "conclusion"))};
}

// Whoever does not see the meeting learns nothing of it, not even that what he sent was badly written.
base::Result<Value> body_for(const Desk& desk, const http::Request& request, const Viewer& viewer) {
    TRY(panels::load_meeting(room_of(desk), viewer, request.parameter("id")));
    return object_body(request);
}

base::Result<std::size_t> item_of(const http::Request& request) {
    const std::string_view text = request.parameter("k");
    std::size_t n = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), n);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size())
        return base::fail("not_found", "议程上没有这一件");
    return n;
}

http::Response list(const Desk& desk, const http::Request&, const Viewer& viewer) {
    List meetings;
    for (const auto& meeting : TRY_OR_REFUSE(panels::my_meetings(room_of(desk), viewer)))
        meetings.push_back(meeting_value(meeting, viewer, nullptr));
    return http::json(200,
                      Object{
                          {"meetings",    std::move(meetings)        },
                          {"may_prepare", panels::may_prepare(viewer)}
    });
}

http::Response answer(const Desk& desk, int status, const base::Result<panels::Meeting>& meeting,
                      const Viewer& viewer) {
    if (!meeting) return refuse(meeting.error());
    return http::json(status, meeting_value(*meeting, viewer, &desk));
}

http::Response prepare(const Desk& desk, const http::Request& request, const Viewer& viewer) {
    const Value body = TRY_OR_REFUSE(object_body(request));
    const auto plan = TRY_OR_REFUSE(plan_in(body));
    return answer(desk, 201, panels::prepare_meeting(room_of(desk), viewer, plan), viewer);
}

http::Response show(const Desk& desk, const http::Request& request, const Viewer& viewer) {
    return answer(desk, 200, panels::load_meeting(room_of(desk), viewer, request.parameter("id")), viewer);
}

http::Response change(const Desk& desk, const http::Request& request, const Viewer& viewer) {
    const Value body = TRY_OR_REFUSE(body_for(desk, request, viewer));
    const auto plan = TRY_OR_REFUSE(plan_in(body));
    const auto version = TRY_OR_REFUSE(version_in(body));
    return answer(desk, 200,
                  panels::change_meeting(room_of(desk), viewer, request.parameter("id"), version, plan),
                  viewer);
}

http::Response open(const Desk& desk, const http::Request& request, const Viewer& viewer) {
    const Value body = TRY_OR_REFUSE(body_for(desk, request, viewer));
    TRY_OR_REFUSE(acts::check_members(body, {"version", "present"}));
    const auto version = TRY_OR_REFUSE(version_in(body));
    const auto present = TRY_OR_REFUSE(texts_in(body, "present"));
    return answer(desk, 200,
                  panels::open_meeting(room_of(desk), viewer, request.parameter("id"), version, present),
                  viewer);
}

http::Response minutes(const Desk& desk, const http::Request& request, const Viewer& viewer) {
    const Value body = TRY_OR_REFUSE(body_for(desk, request, viewer));
    const auto kept = TRY_OR_REFUSE(minutes_in(body));
    const auto version = TRY_OR_REFUSE(version_in(body));
    const auto n = TRY_OR_REFUSE(item_of(request));
    return answer(desk, 200,
                  panels::keep_minutes(room_of(desk), viewer, request.parameter("id"), n, version, kept),
                  viewer);
}

http::Response vote(const Desk& desk, const http::Request& request, const Viewer& viewer) {
    const Value body = TRY_OR_REFUSE(body_for(desk, request, viewer));
    TRY_OR_REFUSE(acts::check_members(body, {"view", "note"}));
    const auto view = TRY_OR_REFUSE(text_in(body, "view"));
    const auto note = TRY_OR_REFUSE(text_in(body, "note"));
    const auto n = TRY_OR_REFUSE(item_of(request));
    return answer(desk, 200, panels::vote(room_of(desk), viewer, request.parameter("id"), n, view, note),
                  viewer);
}

http::Response conclude(const Desk& desk, const http::Request& request, const Viewer& viewer) {
    const Value body = TRY_OR_REFUSE(body_for(desk, request, viewer));
    const auto result = TRY_OR_REFUSE(result_in(body));
    const auto version = TRY_OR_REFUSE(version_in(body));
    const auto n = TRY_OR_REFUSE(item_of(request));
    const auto made = TRY_OR_REFUSE(
        panels::conclude_item(room_of(desk), viewer, request.parameter("id"), n, version, result));
    if (made.refusal) return refuse_by_law(*made.refusal);
    return http::json(200, meeting_value(made.meeting, viewer, &desk));
}

}  // namespace

void add_panel_routes(http::Router& router, const Desk& desk) {
    const SignedRoutes add(router, desk);
    add("GET", "/api/panel-meetings", list);
    add("POST", "/api/panel-meetings", prepare);
    add("GET", "/api/panel-meetings/{id}", show);
    add("PUT", "/api/panel-meetings/{id}", change);
    add("POST", "/api/panel-meetings/{id}/open", open);
    add("PUT", "/api/panel-meetings/{id}/items/{k}/minutes", minutes);
    add("POST", "/api/panel-meetings/{id}/items/{k}/vote", vote);
    add("POST", "/api/panel-meetings/{id}/items/{k}/conclude", conclude);
}

}  // namespace desk
