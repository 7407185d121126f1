#include <algorithm>
#include <optional>
#include <span>

#include "procedure/guard.hpp"

namespace procedure {

namespace {

constexpr std::string_view course = "听证办法 第二十五条";
constexpr std::string_view ending = "听证办法 第二十七条";

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

// 听证办法 第二十五条, as the edition of this act has it; empty where it lays down no course.
std::span<const CourseStep> course_of(const Look& look) {
    const auto* field = look.type.field("steps");
    return field == nullptr ? std::span<const CourseStep>() : std::span(field->course);
}

Found wrong_course(std::string detail) {
    return {.code = "element_missing",
            .detail = std::move(detail),
            .field = "steps",
            .cure = {"hold_hearing"},
            .basis = std::string(course)};
}

bool says_any(const base::Value& step, const std::vector<std::string>& words) {
    return step.as_string() != nullptr && std::ranges::any_of(words, [&](const std::string& word) {
               return step.as_string()->contains(word);
           });
}

// The steps in force are named, in whatever words.
Finding step_not_named(const Look& look) {
    if (!look.data().has("steps")) return std::nullopt;
    const auto& steps = look.data().list("steps");
    for (const auto& wanted : course_of(look))
        if (!wanted.says.empty() &&
            std::ranges::none_of(steps, [&](const base::Value& step) { return says_any(step, wanted.says); }))
            return wrong_course("没有写明“" + wanted.title + "”");
    return std::nullopt;
}

// The place of a step in that course, read from its words; none when it says nothing of them, or only tells
// those present what is to come. A later word wins: "陈述、申辩和质证" is read as what it ends with.
std::optional<std::size_t> place_of(std::string_view step, std::span<const CourseStep> steps) {
    if (step.contains("宣布") || step.contains("告知")) return std::nullopt;
    for (auto place = steps.size(); place > 0; --place)
        if (step.contains(steps[place - 1].place)) return place - 1;
    return std::nullopt;
}

Finding steps_out_of_order(const Look& look) {
    const auto wanted = course_of(look);
    // A step may come back: the order is that of its first time.
    std::vector<bool> had(wanted.size());
    std::size_t reached = 0;
    for (const auto& step : look.data().list("steps")) {
        const auto place = step.as_string() == nullptr ? std::nullopt : place_of(*step.as_string(), wanted);
        if (!place || had[*place]) continue;
        had[*place] = true;
        if (*place < reached)
            return wrong_course("“" + wanted[*place].title + "”应当在“" + wanted[reached].title + "”以前");
        reached = *place;
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
    const bool authorised = authority != nullptr ? *authority : look.data().text("signed_by") != "agent";
    if ((ground == "withdrawn" || ground == "waived") && !authorised)
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
        {145, "not_authorised",  {"name_host", "fix_hearing"}, false, hearing_office         },
        {145, "element_missing", {"hold_hearing"},             false, heard_without_party    },
        {145, "element_missing", {"hold_hearing"},             false, heard_without_handlers },
        {145, "element_missing", {"hold_hearing"},             false, step_not_named         },
        {145, "element_missing", {"hold_hearing"},             false, steps_out_of_order     },
        {145, "element_missing", {"end_hearing"},              false, ended_without_ground   },
    };
}

}  // namespace procedure
