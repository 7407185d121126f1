#include <fmt/format.h>

#include <algorithm>

#include "procedure/guard.hpp"

namespace procedure {

namespace {

bool reviewed(const Look& look, std::string_view person) {
    return std::ranges::any_of(look.acts, [&](const casefile::Act& act) {
        return act.type == "review" && std::ranges::find(act.by, person) != act.by.end();
    });
}

bool sat_in_hearing(const Look& look, std::string_view person) {
    return std::ranges::any_of(look.acts, [&](const casefile::Act& act) {
        if (act.type == "fix_hearing") return act.data.text("recorder") == person;
        if (act.type != "name_host") return false;
        return act.data.text("host") == person || lists(act.data, "officers", person);
    });
}

std::vector<std::string> new_handlers(const Look& look) {
    const auto& data = look.data();
    if (look.type.id == "decide_recusal") return {std::string(data.text("replacement"))};
    if (look.type.id == "hand_over")
        return look.state.is_handler(data.text("from")) ? std::vector{std::string(data.text("to"))}
                                                        : std::vector<std::string>();
    std::vector<std::string> people;
    for (const auto& id : data.list("handlers"))
        if (id.as_string() != nullptr) people.push_back(*id.as_string());
    return people;
}

// 程序规定 第四十九条、第五十二条: who reviewed the case does not come to handle it afterwards.
Finding reviewer_becomes_handler(const Look& look) {
    for (const auto& person : new_handlers(look))
        if (reviewed(look, person))
            return Found{.code = "reviewer_is_handler",
                         .detail = "已经审核过本案的人员不得转为办案人员",
                         .cure = {"assign_handlers"}};
    return std::nullopt;
}

// 听证办法 第十一条: nor who hosted or recorded its hearing.
Finding hearing_staff_becomes_handler(const Look& look) {
    for (const auto& person : new_handlers(look))
        if (sat_in_hearing(look, person))
            return Found{.code = "hearing_staff_is_handler",
                         .detail = "已经参加本案听证工作的人员不得转为办案人员",
                         .cure = {"assign_handlers"}};
    return std::nullopt;
}

// 行政处罚法 第四十三条; 程序规定 第四条: who is out of the case is not brought back into it under another
// name of office.
Finding recused_person_named(const Look& look) {
    static constexpr std::string_view people[] = {"replacement", "to", "host", "recorder", "chair"};
    const auto out = [&](const base::Value& id) {
        return id.as_string() != nullptr && look.state.is_recused(*id.as_string());
    };
    for (const auto name : people)
        if (out(look.data()[name])) return Found{.code = "recused_person", .field = std::string(name)};
    for (const std::string_view name : {"handlers", "officers", "present", "attending"})
        if (std::ranges::any_of(look.data().list(name), out))
            return Found{.code = "recused_person", .field = std::string(name)};
    return std::nullopt;
}

// acts.md §3.10; 听证办法 第十五条: a request falls when whoever made it takes it back.
Finding withdrawn_by_another(const Look& look) {
    const auto* request = look.act_at(look.of());
    if (request == nullptr || request->type == "register_clue" || look.data().text("who") == "party")
        return std::nullopt;
    const bool of_staff = request->type == "request_recusal" && request->data.text("asked_by") != "party";
    if (of_staff) return std::nullopt;
    return Found{.code = "not_authorised", .detail = "当事人的请求只能由当事人撤回", .field = "who"};
}

}  // namespace

std::vector<Guard> people_guards() {
    return {
        {2,
         "reviewer_is_handler",      {"assign_handlers", "hand_over", "decide_recusal"},
         false,                                                                                                                              reviewer_becomes_handler     },
        {6,
         "hearing_staff_is_handler", {"assign_handlers", "hand_over", "decide_recusal"},
         false,                                                                                                                              hearing_staff_becomes_handler},
        {96,
         "recused_person",           {"assign_handlers", "hand_over", "decide_recusal", "name_host", "fix_hearing", "panel_discuss"},
         false,                                                                                                                              recused_person_named         },
        {96, "not_authorised",       {"withdraw"},                                                                                    false, withdrawn_by_another         },
    };
}

}  // namespace procedure
