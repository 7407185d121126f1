#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "procedure/heard.hpp"

namespace procedure {

namespace {

// Which act of a hearing has its place in which of its states; what is asked before a host is named is
// answered by the guard of the host.
struct Place {
    std::string_view act;
    std::array<std::string_view, 5> states;
};

constexpr std::array places{
    Place{"name_host",        {"REQUESTED", "HOST_NAMED", "FIXED", "NOTIFIED", "SUSPENDED"}},
    Place{"fix_hearing",      {"REQUESTED", "HOST_NAMED", "FIXED", "NOTIFIED"}             },
    Place{"announce_hearing", {"FIXED", "NOTIFIED"}                                        },
    Place{"hold_hearing",     {"REQUESTED", "FIXED", "NOTIFIED"}                           },
    Place{"suspend_hearing",  {"REQUESTED", "HOST_NAMED", "FIXED", "NOTIFIED", "HELD"}     },
    Place{"resume_hearing",   {"SUSPENDED"}                                                },
    Place{"report_hearing",   {"HELD"}                                                     },
};

// 听证办法 第四条、第十一条: where the host has to stand aside or has left, another one begins anew.
bool host_is_gone(const Look& look) {
    const auto& host = look.state.hearing.host;
    const auto* person = look.person(host);
    return look.state.is_recused(host) || (person != nullptr && person->until && *person->until < look.on);
}

// 听证办法 第十八条至第二十九条: named, fixed, told, held, reported, one after the other.
Finding out_of_course(const Look& look) {
    const auto* place = std::ranges::find(places, look.type.id, &Place::act);
    const auto& hearing = look.state.hearing;
    const auto state = hearing.state();
    if (place == places.end() || std::ranges::find(place->states, state) != place->states.end())
        return std::nullopt;
    if (look.type.id == "name_host" && host_is_gone(look)) return std::nullopt;
    Found found{.code = "act_not_open",
                .detail = fmt::format("听证的状态为“{}”", look.table.sub_state_label(state)),
                .cure = next_of_hearing(hearing)};
    // 听证办法 第二十六条: what was suspended goes on by being resumed.
    if (state == "SUSPENDED") found.basis = "听证办法 第二十六条";
    return found;
}

// 听证办法 第二十条: a hearing is set for a time to come, so that the party can be told of it.
Finding set_for_a_time_gone(const Look& look) {
    const auto time = instant_in(look.data(), "time");
    if (!time || *time > look.act.at) return std::nullopt;
    return Found{.code = "date_in_future",
                 .detail = "听证时间已经过去",
                 .field = "time",
                 .basis = "听证办法 第二十条"};
}

// 听证办法 第二十五条: a hearing that ends as it begins has heard nobody.
Finding held_for_no_time(const Look& look) {
    const auto from = instant_in(look.data(), "from"), to = instant_in(look.data(), "to");
    if (!from || !to || *from != *to) return std::nullopt;
    return Found{.code = "date_in_future",
                 .detail = "听证的开始和结束是同一时间",
                 .field = "to",
                 .basis = "听证办法 第二十五条"};
}

// 听证办法 第二十二条: what was published before the hearing was set for another time announced the old one.
Finding announced_before_it_was_fixed(const Look& look) {
    const auto on = date_in(look.data(), "published_on");
    const auto* fixed = look.act_at(look.state.hearing.fixed);
    if (!on || fixed == nullptr || *on >= fixed->at.date()) return std::nullopt;
    return Found{.code = "date_in_future",
                 .detail = fmt::format("听证时间于{}才确定", fixed->at.date().chinese()),
                 .field = "published_on",
                 .basis = "听证办法 第二十二条"};
}

// 行政处罚法 第六十五条; 听证办法 第二十九条: what was heard is reported. Only the party takes its request
// back, and only its end ends the hearing otherwise; nobody stays away from, or leaves, what he attended to
// its last words.
Finding held_hearing_ended(const Look& look) {
    const auto ground = look.data().text("ground");
    if (look.state.hearing.held == 0 || ground == "withdrawn" || ground == "extinct") return std::nullopt;
    return Found{.code = "hearing_held", .field = "ground"};
}

// 行政处罚法 第六十二条; 听证办法 第二十七条: a right that is given up is given up in writing, after it was
// claimed.
Finding given_up_without_paper(const Look& look) {
    const auto ground = look.data().text("ground");
    if (ground != "withdrawn" && ground != "waived") return std::nullopt;
    const auto signed_on = date_in(look.data(), "signed_on");
    const auto* request = look.act_at(look.state.hearing.request);
    const auto received = request == nullptr ? std::nullopt : date_in(request->data, "received_on");
    if (signed_on && (!received || *received <= *signed_on)) return std::nullopt;
    return Found{.code = "waiver_incomplete",
                 .detail = "撤回听证申请、放弃听证应当有当事人在申请以后签名的书面材料",
                 .field = "signed_on",
                 .cure = {"end_hearing"},
                 .basis = "行政处罚法 第六十二条; 听证办法 第十五条、第二十七条"};
}

// 听证办法 第十五条: whether an agent may give it up hangs on his authority, so who signed is said.
Finding given_up_by_nobody(const Look& look) {
    const auto ground = look.data().text("ground");
    if ((ground != "withdrawn" && ground != "waived") || look.data().has("signed_by")) return std::nullopt;
    return Found{.code = "element_missing",
                 .detail = "应当写明书面材料由当事人本人还是代理人签名",
                 .field = "signed_by",
                 .cure = {"end_hearing"},
                 .basis = "听证办法 第十五条"};
}

// 听证办法 第二十九条: the report is of the hearing that was held last.
Finding report_of_another_hearing(const Look& look) {
    const auto held = look.of("held");
    if (held == 0 || look.state.hearing.held == 0 || held == look.state.hearing.held) return std::nullopt;
    return Found{.code = "reference_invalid", .detail = "所指的不是最后一次举行的听证", .field = "held"};
}

// 听证办法 第二十七条; 程序规定 第四十七条: who is no more and has no successor is not punished.
Finding party_extinct(const Look& look) {
    if (!look.deciding_penalty() || look.probe) return std::nullopt;
    const auto* ended = look.last("end_hearing");
    const auto* replaced = look.last("replace_party");
    if (ended == nullptr || ended->data.text("ground") != "extinct" ||
        (replaced != nullptr && replaced->n > ended->n))
        return std::nullopt;
    return Found{.code = "party_extinct", .field = "kind"};
}

}  // namespace

std::vector<std::string> next_of_hearing(const Hearing& hearing) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> next{
        {{"REQUESTED", "name_host"},
         {"HOST_NAMED", "fix_hearing"},
         {"FIXED", "serve"},
         {"NOTIFIED", "hold_hearing"},
         {"SUSPENDED", "resume_hearing"},
         {"HELD", "report_hearing"}}
    };
    const auto state = hearing.state();
    for (const auto& [from, act] : next)
        if (from == state) return {std::string(act)};
    return {};
}

bool was_heard(const Look& look) {
    return look.last("hold_hearing") != nullptr || look.last("report_hearing") != nullptr;
}

std::vector<Guard> hearing_course_guards() {
    std::vector<Guard> guards{
        {97,  "date_in_future",    {"fix_hearing", "resume_hearing"}, false, set_for_a_time_gone          },
        {97,  "date_in_future",    {"hold_hearing"},                  false, held_for_no_time             },
        {97,  "date_in_future",    {"announce_hearing"},              false, announced_before_it_was_fixed},
        {98,  "hearing_held",      {"end_hearing"},                   false, held_hearing_ended           },
        {99,  "reference_invalid", {"report_hearing"},                false, report_of_another_hearing    },
        {145, "element_missing",   {"end_hearing"},                   false, given_up_by_nobody           },
        {146, "waiver_incomplete", {"end_hearing"},                   false, given_up_without_paper       },
        {153, "party_extinct",     {"decide"},                        false, party_extinct                },
    };
    for (const auto& place : places) guards.push_back({98, "act_not_open", {place.act}, true, out_of_course});
    return guards;
}

}  // namespace procedure
