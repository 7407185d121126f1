#include <fmt/format.h>

#include <algorithm>

#include "procedure/guard.hpp"
#include "procedure/people.hpp"

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

// 行政强制法 第十九条; 程序规定 第三十六条第二款: who took the urgent measure does not approve it himself.
Finding approves_his_own_measure(const Look& look) {
    const auto* measure = look.act_at(look.of());
    if (measure == nullptr) return std::nullopt;
    for (const auto& id : look.act.by)
        if (std::ranges::find(measure->by, id) != measure->by.end())
            return Found{.code = "approver_wrong_role",
                         .detail = "行为人不得批准自己的行为",
                         .field = "by",
                         .cure = {"approve_urgent"}};
    return std::nullopt;
}

// procedure.md §2; 行政处罚法 第六十七条: who decides a fine or handles the case does not keep its money.
Finding cashier_of_his_own_case(const Look& look) {
    const auto decided = [&](const std::string& id) {
        return std::ranges::any_of(look.acts, [&](const casefile::Act& act) {
            return (act.type == "decide" || act.type == "decide_on_spot") && act.approved_by == id;
        });
    };
    for (const auto& id : look.act.by)
        if (look.state.was_handler(id) || decided(id))
            return Found{.code = "not_authorised",
                         .detail = "办理、决定本案的人员不得登记本案的缴款",
                         .field = "by",
                         .cure = {"pay"},
                         .basis = "行政处罚法 第六十七条"};
    return std::nullopt;
}

bool has_any_role(const Look& look, std::string_view id, std::initializer_list<std::string_view> roles) {
    return std::ranges::any_of(roles, [&](std::string_view role) { return look.holds(id, role); });
}

// Before handlers are named a case is with whoever registered it, or took it over from there.
bool keeps_the_clue(const Look& look, std::string_view id) {
    if (look.acts.empty()) return false;
    std::vector<std::string> keepers = look.acts.front().by;
    for (const auto& act : look.acts)
        if (act.type == "hand_over")
            std::ranges::replace(keepers, std::string(act.data.text("from")),
                                 std::string(act.data.text("to")));
    return std::ranges::find(keepers, id) != keepers.end();
}

// Only what somebody holds can be handed over.
Finding nothing_to_hand_over(const Look& look) {
    const auto from = look.data().text("from");
    const bool holds = look.state.handlers.empty() ? keeps_the_clue(look, from) : look.state.is_handler(from);
    if (holds || look.recorded) return std::nullopt;
    return Found{.code = "not_authorised",
                 .detail = "移交人不承办本案",
                 .field = "from",
                 .cure = {"assign_handlers"},
                 .basis = "程序规定 第十九条"};
}

// 行政处罚法 第四十二条第一款: two are left after it as well as before.
Finding handed_to_one_who_has_it(const Look& look) {
    const auto to = look.data().text("to");
    const bool has_it = to == look.data().text("from") || look.state.is_handler(to);
    if (!has_it || look.recorded) return std::nullopt;
    return Found{
        .code = "two_handlers_required", .detail = "接收人已经承办本案，应当交给其他人员", .field = "to"};
}

// 程序规定 第十九条; 行政处罚法 第四十二条第一款: as whoever is assigned.
Finding taker_not_able(const Look& look) {
    const auto to = look.data().text("to");
    const auto* person = look.person(to);
    if (look.recorded || person == nullptr) return std::nullopt;
    const bool handles = !look.state.handlers.empty();
    if (handles ? !look.holds(to, "HANDLER") : !has_any_role(look, to, {"INTAKE", "HANDLER", "MEDIATOR"}))
        return Found{.code = "not_authorised",
                     .detail = handles ? "接收人不是办案人员" : "接收人不能办理案源和投诉",
                     .field = "to",
                     .basis = "程序规定 第十九条"};
    if (person->until && *person->until < look.on)
        return Found{.code = "not_authorised", .detail = "接收人已经离职", .field = "to"};
    return std::nullopt;
}

Finding taker_without_certificate(const Look& look) {
    const auto* person = look.person(look.data().text("to"));
    if (look.recorded || person == nullptr || look.state.handlers.empty() ||
        certificate_valid(*person, look.on))
        return std::nullopt;
    return Found{.code = "certificate_invalid", .detail = person->name, .field = "to"};
}

// acts.md §3.10: a tip is not the party's to take back; whoever receives tips enters that the reporter did.
Finding tip_of_another(const Look& look) {
    const auto* tip = look.act_at(look.of());
    if (tip == nullptr || tip->type != "register_clue") return std::nullopt;
    const auto source = tip->data.text("source");
    const bool reported = source == "complaint" || source == "report";
    if (!reported || look.data().text("who") != "reporter")
        return Found{.code = "not_authorised", .detail = "案源只能由投诉人、举报人撤回", .field = "who"};
    const bool receives = std::ranges::any_of(
        look.act.by, [&](const std::string& id) { return has_any_role(look, id, {"INTAKE", "HANDLER"}); });
    if (receives) return std::nullopt;
    return Found{.code = "not_authorised", .detail = "应当由接收人员或者办案人员登记", .field = "by"};
}

// 行政处罚法 第六十二条: a right that was used is given up as one that was not, in writing and signed.
Finding withdrawn_without_paper(const Look& look) {
    const auto* request = look.act_at(look.of());
    if (request == nullptr || look.data().text("who") != "party" ||
        (request->type != "answer_notice" && request->type != "request_hearing"))
        return std::nullopt;
    const auto signed_on = date_in(look.data(), "signed_on");
    const auto received = date_in(request->data, "received_on");
    if (signed_on && (!received || *received <= *signed_on)) return std::nullopt;
    return Found{.code = "waiver_incomplete",
                 .detail = "撤回陈述申辩、听证要求应当有当事人在提出以后签名的书面材料",
                 .field = "signed_on",
                 .cure = {"withdraw"}};
}

}  // namespace

std::vector<Guard> people_guards() {
    return {
        {2,
         "reviewer_is_handler",        {"assign_handlers", "hand_over", "decide_recusal"},
         false,                                                                                                                                reviewer_becomes_handler     },
        {6,
         "hearing_staff_is_handler",   {"assign_handlers", "hand_over", "decide_recusal"},
         false,                                                                                                                                hearing_staff_becomes_handler},
        {96,
         "recused_person",             {"assign_handlers", "hand_over", "decide_recusal", "name_host", "fix_hearing", "panel_discuss"},
         false,                                                                                                                                recused_person_named         },
        {124, "approver_wrong_role",   {"approve_urgent"},                                                                              false, approves_his_own_measure     },
        {5,   "not_authorised",        {"hand_over"},                                                                                   false, nothing_to_hand_over         },
        {5,   "two_handlers_required", {"hand_over"},                                                                                   false, handed_to_one_who_has_it     },
        {5,   "not_authorised",        {"hand_over"},                                                                                   false, taker_not_able               },
        {5,   "certificate_invalid",   {"hand_over"},                                                                                   false, taker_without_certificate    },
        {96,  "not_authorised",        {"pay"},                                                                                         false, cashier_of_his_own_case      },
        {96,  "not_authorised",        {"withdraw"},                                                                                    false, tip_of_another               },
        {96,  "waiver_incomplete",     {"withdraw"},                                                                                    false, withdrawn_without_paper      },
        {96,  "not_authorised",        {"withdraw"},                                                                                    false, withdrawn_by_another         },
    };
}

}  // namespace procedure
