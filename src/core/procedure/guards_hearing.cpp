#include <fmt/format.h>

#include <algorithm>

#include "procedure/derived.hpp"
#include "procedure/heard.hpp"

namespace procedure {

namespace {

// Full working days lie between: the hearing is on the day after the last of them at the earliest.
base::Date first_hearing_day(const Look& look, std::string_view clock, base::Date from) {
    return look.rules.calendar.nth_working_day_after(from, look.rules.clocks.period(clock, from).amount + 1);
}

// 听证办法 第十一条: nobody who handles the case sits in its hearing.
Finding hearing_staff_is_handler(const Look& look) {
    const auto barred = [&](std::string_view id) { return !id.empty() && look.state.was_handler(id); };
    if (barred(look.data().text("host"))) return Found{.code = "hearing_staff_is_handler", .field = "host"};
    if (barred(look.data().text("recorder")))
        return Found{.code = "hearing_staff_is_handler", .field = "recorder"};
    for (const auto& officer : look.data().list("officers"))
        if (officer.as_string() != nullptr && barred(*officer.as_string()))
            return Found{.code = "hearing_staff_is_handler", .field = "officers"};
    return std::nullopt;
}

// 行政处罚法 第六十四条第（二）项; 听证办法 第二十条
Finding hearing_notice_too_short(const Look& look) {
    const auto from = instant_in(look.data(), "from");
    const auto& served = look.state.hearing.notice_served_on;
    if (!from) return std::nullopt;
    if (!served)
        return Found{.code = "hearing_notice_too_short", .detail = "听证通知书尚未送达", .field = "from"};
    const auto first = first_hearing_day(look, "HEAR_NOTICE", *served);
    if (from->date() >= first) return std::nullopt;
    return Found{.code = "hearing_notice_too_short",
                 .detail = fmt::format("{}送达", served->chinese()),
                 .field = "from",
                 .open_from = first};
}

// 听证办法 第二十条: held at the time the party was told of, not before it.
Finding held_before_notified_time(const Look& look) {
    const auto from = instant_in(look.data(), "from");
    const auto& told = look.state.hearing.time;
    if (!from || !told || *from >= *told) return std::nullopt;
    return Found{.code = "hearing_notice_too_short",
                 .detail = fmt::format("通知的听证时间为{}", told->chinese()),
                 .field = "from",
                 .open_from = told->date()};
}

// 听证办法 第二十条、第二十七条: only who was told in time of a hearing can stay away from it.
Finding absent_before_the_hearing(const Look& look) {
    const auto ground = look.data().text("ground");
    const auto& hearing = look.state.hearing;
    if ((ground != "no_show" && ground != "walked_out") || hearing.held != 0) return std::nullopt;
    // 听证办法 第二十六条: nobody is waited for while it is suspended.
    if (hearing.suspended != 0)
        return Found{.code = "hearing_notice_too_short",
                     .detail = "听证已经中止",
                     .field = "ground",
                     .cure = {"resume_hearing"},
                     .basis = "听证办法 第二十六条、第二十七条"};
    const auto& served = hearing.notice_served_on;
    if (served && hearing.time && look.act.at >= *hearing.time &&
        hearing.time->date() >= first_hearing_day(look, "HEAR_NOTICE", *served))
        return std::nullopt;
    return Found{.code = "hearing_notice_too_short",
                 .detail = "听证时间未到，或者没有提前七个工作日通知当事人",
                 .field = "ground"};
}

// 听证办法 第十一条: whoever records it handles the case as little as the host.
Finding hearing_recorded_by_handler(const Look& look) {
    for (const auto& id : look.act.by)
        if (look.state.was_handler(id)) return Found{.code = "hearing_staff_is_handler", .field = "by"};
    return std::nullopt;
}

// 听证办法 第二十二条
Finding hearing_not_announced(const Look& look) {
    const auto from = instant_in(look.data(), "from");
    if (!from || !look.state.hearing.public_hearing) return std::nullopt;
    const auto& announced = look.state.hearing.announced_on;
    if (announced && from->date() >= first_hearing_day(look, "HEAR_PUBLIC", *announced)) return std::nullopt;
    return Found{.code = "hearing_not_announced", .field = "from"};
}

Finding hearing_closed_without_reason(const Look& look) {
    const auto* open = look.data()["public"].as_bool();
    if (open != nullptr && !*open && !look.data().has("closed_reason"))
        return Found{.code = "hearing_closed_without_reason", .field = "closed_reason"};
    return std::nullopt;
}

Finding host_missing(const Look& look) {
    if (look.state.hearing.host_act == 0) return Found{.code = "host_missing"};
    return std::nullopt;
}

Finding not_the_host(const Look& look) {
    const auto& host = look.state.hearing.host;
    if (look.probe || host.empty() || std::ranges::find(look.act.by, host) != look.act.by.end())
        return std::nullopt;
    return Found{.code = "not_authorised", .detail = "应当由本案指定的听证主持人进行", .field = "by"};
}

// 听证办法 第五条: the right to a hearing goes as far as the notice.
Finding not_in_hearing_range(const Look& look) {
    const bool on_display = look.main == MainState::notice_approved;
    const auto& told = on_display ? look.state.notice : look.state.served_notice;
    if (!told || told->in_hearing_range) return std::nullopt;
    const auto* notice = look.act_at(told->n);
    if (notice != nullptr && notice->data.truth("hearing_offered")) return std::nullopt;
    return Found{.code = "not_in_hearing_range"};
}

Finding hearing_request_late(const Look& look) {
    const auto due = answer_due(look.state, look.rules);
    const auto received = date_in(look.data(), "received_on").value_or(look.on);
    if (!due || received <= *due) return std::nullopt;
    return Found{.code = "hearing_request_late",
                 .detail = fmt::format("期限于{}届满", due->chinese()),
                 .field = "received_on"};
}

// 行政处罚法 第六十五条: the decision rests on the record of the hearing.
Finding hearing_open(const Look& look) {
    if (!look.deciding_penalty() || !look.state.hearing.open()) return std::nullopt;
    return Found{.code = "hearing_open", .cure = next_of_hearing(look.state.hearing)};
}

Finding too_many_officers(const Look& look) {
    if (look.data().list("officers").size() > 2)
        return Found{.code = "element_missing", .detail = "听证员不超过二人", .field = "officers"};
    return std::nullopt;
}

// 听证办法 第十五条: one or two agents.
Finding too_many_agents(const Look& look) {
    if (look.data().list("agents").size() > 2)
        return Found{.code = "element_missing", .detail = "代理人为一至二人", .field = "agents"};
    return std::nullopt;
}

}  // namespace

std::vector<Guard> hearing_guards() {
    return {
        {6,   "hearing_staff_is_handler",      {"name_host", "fix_hearing"},                         false, hearing_staff_is_handler     },
        {6,   "hearing_notice_too_short",      {"hold_hearing"},                                     false, hearing_notice_too_short     },
        {6,   "hearing_notice_too_short",      {"hold_hearing"},                                     false, held_before_notified_time    },
        {6,   "hearing_notice_too_short",      {"end_hearing"},                                      false, absent_before_the_hearing    },
        {6,
         "hearing_staff_is_handler",           {"hold_hearing", "report_hearing"},
         false,                                                                                             hearing_recorded_by_handler  },
        {139, "not_in_hearing_range",          {"request_hearing"},                                  true,  not_in_hearing_range         },
        {140, "hearing_request_late",          {"request_hearing"},                                  false, hearing_request_late         },
        {141, "hearing_open",                  {"decide"},                                           true,  hearing_open                 },
        {142, "hearing_not_announced",         {"hold_hearing"},                                     false, hearing_not_announced        },
        {143, "hearing_closed_without_reason", {"fix_hearing"},                                      false, hearing_closed_without_reason},
        {144, "host_missing",                  {"hand_file_to_host", "fix_hearing", "hold_hearing"}, true,  host_missing                 },
        {145,
         "not_authorised",                     {"fix_hearing", "hold_hearing", "suspend_hearing", "resume_hearing", "end_hearing",
          "report_hearing"},
         false,                                                                                             not_the_host                 },
        {145, "element_missing",               {"hold_hearing"},                                     false, too_many_agents              },
        {145, "element_missing",               {"name_host"},                                        false, too_many_officers            },
    };
}

}  // namespace procedure
