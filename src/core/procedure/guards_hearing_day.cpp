#include <algorithm>
#include <array>
#include <utility>

#include "procedure/guard.hpp"

namespace procedure {

namespace {

constexpr std::string_view course = "听证办法 第二十五条";
constexpr std::string_view ending = "听证办法 第二十七条";

// 听证办法 第二十六条: what was suspended goes on by being resumed.
Finding hearing_suspended(const Look& look) {
    if (look.state.hearing.suspended == 0) return std::nullopt;
    return Found{
        .code = "act_not_open",
        .detail = "听证已经中止",
        .cure = {"resume_hearing", "end_hearing"},
        .basis = "听证办法 第二十六条"
    };
}

// 程序规定 第八十条: the record is made when the hearing is over.
Finding recorded_before_its_end(const Look& look) {
    const auto ended = instant_in(look.data(), "to");
    if (!ended || ended->date() > look.on || *ended <= look.act.at) return std::nullopt;
    return Found{.code = "date_in_future", .detail = "听证结束的时间晚于记录的时间", .field = "to"};
}

// 听证办法 第二十七条: without the party there is nothing to hear.
Finding heard_without_party(const Look& look) {
    if (look.data().text("party") != "absent") return std::nullopt;
    return Found{
        .code = "element_missing",
        .detail = "当事人及其代理人没有到场的，应当中止或者终止听证",
        .field = "party",
        .cure = {"end_hearing", "suspend_hearing"},
        .basis = std::string(ending)
    };
}

Finding heard_without_handlers(const Look& look) {
    const auto* present = look.data()["handlers_present"].as_bool();
    if (present == nullptr || *present) return std::nullopt;
    return Found{.code = "element_missing",
                 .detail = "办案人员应当到场提出事实、证据和处罚建议",
                 .field = "handlers_present",
                 .cure = {"hold_hearing"},
                 .basis = std::string(course)};
}

// The place of a step in 听证办法 第二十五条, read from the words of that article; none when it says nothing
// of them, or only tells those present what is to come.
int place_of(std::string_view step) {
    static constexpr std::array<std::pair<std::string_view, int>, 6> words{
        {{"最后陈述", 5}, {"辩论", 4}, {"质证", 3}, {"第三人陈述", 2}, {"申辩", 1}, {"办案人员提出", 0}}
    };
    if (step.contains("宣布") || step.contains("告知")) return -1;
    for (const auto& [word, place] : words)
        if (step.contains(word)) return place;
    return -1;
}

Finding steps_out_of_order(const Look& look) {
    const auto& steps = look.data().list("steps");
    const auto refused = [](std::string detail, std::string field) {
        return Found{.code = "element_missing",
                     .detail = std::move(detail),
                     .field = std::move(field),
                     .cure = {"hold_hearing"},
                     .basis = std::string(course)};
    };
    if (look.data().has("steps") && steps.empty()) return refused("没有写明听证的步骤", "steps");
    // A step may come back: the order is that of its first time.
    std::array<bool, 6> had{};
    int reached = 0;
    for (const auto& step : steps) {
        const int place = step.as_string() == nullptr ? -1 : place_of(*step.as_string());
        if (place < 0 || std::exchange(had.at(static_cast<std::size_t>(place)), true)) continue;
        if (place < reached)
            return refused("听证应当依次由办案人员陈述、当事人和第三人陈述申辩、质证、辩论、最后陈述",
                           "steps");
        reached = std::max(reached, place);
    }
    return std::nullopt;
}

// 听证办法 第九条至第十一条: who hosts and who records hold that office.
Finding hearing_office(const Look& look) {
    const auto lacks = [&](std::string_view field, std::string_view role) {
        const auto person = look.data().text(field);
        return !person.empty() && !look.acts_as(person, role);
    };
    if (lacks("host", "HOST"))
        return Found{.code = "not_authorised",
                     .detail = "被指定的人不是听证主持人",
                     .field = "host",
                     .cure = {"name_host"},
                     .basis = "听证办法 第九条"};
    if (lacks("recorder", "RECORDER"))
        return Found{.code = "not_authorised",
                     .detail = "被指定的人不是记录员",
                     .field = "recorder",
                     .cure = {"fix_hearing"},
                     .basis = "听证办法 第九条"};
    return std::nullopt;
}

// 听证办法 第十五条、第二十七条: an agent gives the hearing up only with special authority; any other end has
// a reason.
Finding ended_without_ground(const Look& look) {
    const auto ground = look.data().text("ground");
    const auto* authority = look.data()["authority"].as_bool();
    if ((ground == "withdrawn" || ground == "waived") && authority != nullptr && !*authority)
        return Found{.code = "element_missing",
                     .detail = "代理人撤回、放弃听证应当有特别授权",
                     .field = "authority",
                     .cure = {"hold_hearing"},
                     .basis = "听证办法 第十五条"};
    if (ground == "other" && !look.data().has("reason"))
        return Found{.code = "element_missing",
                     .detail = "应当写明终止听证的理由",
                     .field = "reason",
                     .cure = {"end_hearing"},
                     .basis = std::string(ending)};
    return std::nullopt;
}

}  // namespace

std::vector<Guard> hearing_day_guards() {
    return {
        {97,  "date_in_future",  {"hold_hearing"},             false, recorded_before_its_end},
        {98,  "act_not_open",    {"hold_hearing"},             true,  hearing_suspended      },
        {145, "not_authorised",  {"name_host", "fix_hearing"}, false, hearing_office         },
        {145, "element_missing", {"hold_hearing"},             false, heard_without_party    },
        {145, "element_missing", {"hold_hearing"},             false, heard_without_handlers },
        {145, "element_missing", {"hold_hearing"},             false, steps_out_of_order     },
        {145, "element_missing", {"end_hearing"},              false, ended_without_ground   },
    };
}

}  // namespace procedure
