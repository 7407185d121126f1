#include "acts/stand_in.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "acts/steps.hpp"

namespace acts {

namespace {

bool is_of_step(const ports::Delegation& grant, const identity::Viewer& viewer, const ports::SignStep& step) {
    if (grant.person != viewer.person || grant.role != step.role) return false;
    return step.kind == "approve" || grant.principal == step.person;
}

bool acts_already(const ports::Proposal& proposal, std::string_view person) {
    return std::ranges::any_of(proposal.body.list("by"), [&](const base::Value& entry) {
        return entry.as_string() != nullptr && *entry.as_string() == person;
    });
}

bool is_done_in_person(const office::Office& office, const ports::Proposal& proposal) {
    const auto* type = office.rules.table.find(proposal.act);
    return type == nullptr || type->handlers;
}

std::string days_of(const ports::Delegation& grant) {
    const std::string days = fmt::format("自{}起至{}止", grant.from.chinese(), grant.until.chinese());
    return grant.ended_at ? fmt::format("{}，已于{}终止", days, grant.ended_at->chinese()) : days;
}

}  // namespace

base::Result<std::optional<ports::Delegation>> stand_in(const office::Office& office,
                                                        const identity::Viewer& viewer,
                                                        const ports::Proposal& proposal) {
    const auto* step = next_step(proposal);
    const bool waits_for_another = step != nullptr && proposal.status == "waiting" &&
                                   proposal.agency == viewer.agency && step->kind == "confirm" &&
                                   step->person != viewer.person;
    if (!waits_for_another || acts_already(proposal, viewer.person) || is_done_in_person(office, proposal))
        return std::nullopt;
    for (const ports::Delegation& grant : TRY(office.ports.delegations.list(viewer)))
        if (is_of_step(grant, viewer, *step) && grant.in_force_on(office.today())) return grant;
    return std::nullopt;
}

base::Error why_not_yours(const office::Office& office, const identity::Viewer& viewer,
                          const ports::Proposal& proposal) {
    const base::Error plain{"not_waiting_for_you", "该报批件现在不由您办理"};
    const auto* step = next_step(proposal);
    const auto grants = office.ports.delegations.list(viewer);
    if (step == nullptr || !grants) return plain;
    const auto grant = std::ranges::find_if(
        *grants, [&](const ports::Delegation& each) { return is_of_step(each, viewer, *step); });
    if (grant == grants->end()) return plain;
    if (step->kind == "confirm" && is_done_in_person(office, proposal))
        return {"in_person_only",
                fmt::format("“{}”应当由办案人员本人办理并确认，不能由他人代为确认", proposal.title),
                "行政处罚法 第四十二条第一款"};
    if (grant->in_force_on(office.today())) return plain;
    const bool of_leader = step->role == "LEADER" || step->role == "CHIEF";
    return {"delegation_not_in_force",
            fmt::format("您代行{}职权的书面授权（{}）{}，现在不能办理",
                        office.rules.table.role_label(step->role), grant->paper, days_of(*grant)),
            of_leader ? "行政处罚法 第五十七条第一款" : "执衡设计规则"};
}

std::string power_under(const casefile::Staff& staff, std::string_view role, base::Date day) {
    if (std::ranges::find(staff.roles, role) != staff.roles.end()) return {};
    for (const casefile::Delegation& grant : staff.delegations)
        if (grant.role == role && grant.from <= day && day <= grant.until)
            return fmt::format("{}（{}）", role == "CHIEF" ? "主持工作" : "代行职权", grant.paper);
    return {};
}

}  // namespace acts
