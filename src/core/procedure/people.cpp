#include "procedure/people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "procedure/approval.hpp"
#include "procedure/check.hpp"

namespace procedure {

bool certificate_valid(const casefile::Staff& person, base::Date on) {
    return person.certificate && (!person.certificate->from || *person.certificate->from <= on) &&
           on <= person.certificate->until;
}

namespace {

std::string shown(const Look& look, std::string_view id) {
    const auto* person = look.person(id);
    return person != nullptr && !person->name.empty() ? person->name : std::string(id);
}

// Whoever holds no post at all is known from what he signed, and has left on a day nobody told.
bool has_left(const casefile::Staff& person, base::Date on) {
    const bool holds_none = person.roles.empty() && person.delegations.empty() && person.unit.empty();
    return person.until ? *person.until < on : holds_none;
}

std::string left(const Look& look, const casefile::Staff& person) {
    return person.until ? fmt::format("{}已于{}离职", shown(look, person.id), person.until->chinese())
                        : fmt::format("{}已不在本机关任职", shown(look, person.id));
}

bool holds_one(const Look& look, const std::string& id) {
    return std::ranges::any_of(look.type.roles,
                               [&](const std::string& role) { return look.acts_as(id, role); });
}

// The leader's power is delegated in writing, for days that are named.
std::string why_not(const Look& look, const casefile::Staff& person, std::string_view role,
                    std::string_view label) {
    for (const auto& each : person.delegations)
        if (each.role == role)
            return fmt::format("应当由{}批准，{}的书面授权自{}起至{}止", label, shown(look, person.id),
                               each.from.chinese(), each.until.chinese());
    return fmt::format("应当由{}批准，{}不具备", label, shown(look, person.id));
}

std::string role_names(const Look& look, const std::vector<std::string>& roles) {
    std::string names;
    for (const auto& role : roles) {
        if (!names.empty()) names += "、";
        names += look.table.role_label(role);
    }
    return names;
}

// Before filing any two handlers check a clue; from filing on they are those who filed or were assigned.
bool handles_this_case(const Look& look, const std::string& id) {
    if (!look.holds(id, "HANDLER")) return false;
    return look.state.handlers.empty() || look.type.id == "file_case" || look.state.is_handler(id);
}

void not_recused(const Look& look, std::vector<Found>& found) {
    for (const auto& id : look.act.by)
        if (look.state.is_recused(id))
            found.push_back({.code = "recused_person", .detail = shown(look, id), .field = "by"});
}

void still_here(const Look& look, std::vector<Found>& found) {
    for (const auto& id : look.act.by)
        if (!look.recorded && has_left(*look.person(id), look.on))
            found.push_back({
                .code = "not_authorised",
                .detail = left(look, *look.person(id)),
                .field = "by",
                .cure = {"hand_over", "assign_handlers"}
            });
}

// 行政处罚法 第四十二条第一款
void two_handlers(const Look& look, std::vector<Found>& found) {
    if (!look.type.handlers) return;
    std::vector<std::string_view> handlers;
    for (const auto& id : look.act.by)
        if (handles_this_case(look, id) && std::ranges::find(handlers, id) == handlers.end())
            handlers.push_back(id);
    if (handlers.size() < 2)
        found.push_back({.code = "two_handlers_required",
                         .detail = fmt::format("本次只有{}名本案办案人员", handlers.size()),
                         .field = "by"});
}

// The days on which it was done: when it is entered, and when it began and ended.
std::vector<base::Date> days_of(const Look& look) {
    std::vector<base::Date> days{look.on};
    for (const auto* field : {"from", "to"})
        if (const auto at = instant_in(look.data(), field)) days.push_back(at->date());
    return days;
}

void with_certificates(const Look& look, std::vector<Found>& found) {
    if (!look.type.handlers || look.recorded) return;
    for (const auto& id : look.act.by) {
        const auto& person = *look.person(id);
        if (!has_role(person, "HANDLER")) continue;
        for (const auto day : days_of(look))
            if (!certificate_valid(person, day)) {
                found.push_back({.code = "certificate_invalid",
                                 .detail = day == look.on
                                               ? shown(look, id)
                                               : fmt::format("{}，{}", shown(look, id), day.chinese()),
                                 .field = "by"});
                return;
            }
    }
}

// Some acts want one person of each of several roles, all different: HOST and RECORDER, executors and
// SUPERVISOR.
void one_of_each(const Look& look, std::vector<Found>& found) {
    std::vector<std::string_view> taken;
    for (const auto& role : look.type.each) {
        const auto person = std::ranges::find_if(look.act.by, [&](const std::string& id) {
            return look.holds(id, role) && std::ranges::find(taken, id) == taken.end();
        });
        if (person == look.act.by.end())
            found.push_back({.code = "not_authorised",
                             .detail = fmt::format("缺少{}", look.table.role_label(role)),
                             .field = "by"});
        else
            taken.push_back(*person);
    }
}

void in_the_role(const Look& look, std::vector<Found>& found) {
    if (look.type.handlers || look.type.roles.empty()) return;
    const auto able =
        std::ranges::count_if(look.act.by, [&](const std::string& id) { return holds_one(look, id); });
    if (able == 0)
        found.push_back(
            {.code = "not_authorised",
             .detail = fmt::format("应当由{}进行，{}不具备", role_names(look, look.type.roles),
                                   look.act.by.empty() ? "行为人" : shown(look, look.act.by.front())),
             .field = "by"});
}

void enough_people(const Look& look, std::vector<Found>& found) {
    if (!look.type.handlers && std::cmp_less(look.act.by.size(), look.type.least))
        found.push_back({.code = "not_authorised",
                         .detail = fmt::format("至少需要{}人", look.type.least),
                         .field = "by"});
}

constexpr std::array<ActorCheck, 7> actors{
    {{"people.not_recused", not_recused},
     {"people.still_here", still_here},
     {"people.two_handlers", two_handlers},
     {"people.with_certificates", with_certificates},
     {"people.in_the_role", in_the_role},
     {"people.one_of_each", one_of_each},
     {"people.enough", enough_people}}
};

// The principal leader is a leader of the agency too.
bool may_approve(const Look& look, std::string_view role) {
    const auto& id = *look.act.approved_by;
    return look.acts_as(id, role) || (role == "LEADER" && look.acts_as(id, "CHIEF"));
}

void approver_still_here(const Look& look, std::string_view role, std::vector<Found>& found) {
    const auto& id = *look.act.approved_by;
    if (!role.empty() && !look.recorded && has_left(*look.person(id), look.on))
        found.push_back(
            {.code = "approver_wrong_role", .detail = left(look, *look.person(id)), .field = "approved_by"});
}

// 程序规定 第四条: whoever is recused puts his name under nothing, not even where nobody has to.
void approver_not_recused(const Look& look, std::string_view, std::vector<Found>& found) {
    const auto& id = *look.act.approved_by;
    if (look.state.is_recused(id))
        found.push_back({.code = "recused_person", .detail = shown(look, id), .field = "approved_by"});
}

// The code for gains has its own words (违法所得认定办法 第十四条).
void approver_in_the_role(const Look& look, std::string_view role, std::vector<Found>& found) {
    if (role.empty() || may_approve(look, role)) return;
    if (look.type.id == "determine_gains" && role == "CHIEF")
        found.push_back({.code = "gains_need_chief", .field = "approved_by"});
    else
        found.push_back(
            {.code = "approver_wrong_role",
             .detail = why_not(look, *look.person(*look.act.approved_by), role, look.table.role_label(role)),
             .field = "approved_by"});
}

void approver_is_another(const Look& look, std::string_view role, std::vector<Found>& found) {
    const auto& id = *look.act.approved_by;
    if (!role.empty() && may_approve(look, role) && std::ranges::find(look.act.by, id) != look.act.by.end())
        found.push_back(
            {.code = "approver_wrong_role", .detail = "行为人不得批准自己的行为", .field = "approved_by"});
}

constexpr std::array<ApproverCheck, 4> approvers{
    {{"approver.still_here", approver_still_here},
     {"approver.not_recused", approver_not_recused},
     {"approver.in_the_role", approver_in_the_role},
     {"approver.is_another", approver_is_another}}
};

}  // namespace

namespace {

// 行政强制法 第五十三条: what every period of the party and of the agency runs from is not undone by the
// server alone.
bool starts_periods(const casefile::Act& act) {
    const auto document = document_no(act.data["document"]);
    return act.type == "serve" && act.data.text("outcome") == "served" &&
           (document == "37" || document == "45" || document == "46" || document == "48");
}

}  // namespace

std::span<const ActorCheck> actor_checks() {
    return actors;
}

std::span<const ApproverCheck> approver_checks() {
    return approvers;
}

// The approver of a correction or a strike is the approver of the act in question.
std::vector<std::string> approval_chain(const Look& look) {
    const auto& rules = look.rules;
    if (look.type.id == "correct" || look.type.id == "strike") {
        const auto* of = look.act_at(look.of());
        if (look.type.id == "strike" && of != nullptr && starts_periods(*of) && !of->approved_by &&
            rules.asks("approval.strike_of_service"))
            return {"UNIT_HEAD", "LEADER"};
        const auto* type = of == nullptr ? nullptr : look.edition_of(*of).find(of->type);
        return type == nullptr || !of->approved_by || !rules.asks("approval.as_of_the_act")
                   ? std::vector<std::string>{}
                   : approval_chain(*type, of->data);
    }
    // 移送规定 第十二条; 行政强制法 第二十一条: goods under seizure leave with the signature of the principal
    // leader.
    if (look.type.id == "hand_over_goods" && look.state.seizure(look.of()) != nullptr &&
        rules.asks("approval.seized_goods"))
        return {"CHIEF"};
    return approval_chain(look.type, look.data(), rules.without);
}

std::vector<Found> check_people(const Look& look) {
    std::vector<Found> found;
    if (look.act.by.empty() && look.rules.asks("people.named"))
        return {
            {.code = "not_authorised", .detail = "没有行为人", .field = "by"}
        };
    for (const auto& check : actors)
        if (look.rules.asks(check.name)) check.ask(look, found);
    return found;
}

std::vector<Found> check_approval(const Look& look) {
    std::vector<Found> found;
    const auto chain = approval_chain(look);
    const std::string_view role = chain.empty() ? std::string_view() : std::string_view(chain.back());
    if (look.act.approved_by) {
        for (const auto& check : approvers)
            if (look.rules.asks(check.name)) check.ask(look, role, found);
    } else if (!role.empty() && look.rules.asks("approver.named"))
        found.push_back({.code = "approval_missing",
                         .detail = fmt::format("应当报{}批准", look.table.role_label(role)),
                         .field = "approved_by"});
    return found;
}

std::vector<std::string_view> demands() {
    std::vector<std::string_view> names{"people.named", "approver.named", "approval.strike_of_service",
                                        "approval.as_of_the_act", "approval.seized_goods"};
    for (const auto& each : actor_checks()) names.push_back(each.name);
    for (const auto& each : approver_checks()) names.push_back(each.name);
    for (const auto& each : approval_rules()) names.push_back(each.name);
    for (const auto& each : state_bars()) names.push_back(each.name);
    for (const auto& each : reference_checks()) names.push_back(each.name);
    return names;
}

}  // namespace procedure
