#include "acts/steps.hpp"

#include <algorithm>

namespace acts {

namespace {

bool holds(const std::vector<std::string>& roles, std::string_view role) {
    return std::ranges::find(roles, role) != roles.end();
}

bool acts_in(const ports::Proposal& proposal, std::string_view person) {
    return std::ranges::any_of(proposal.body.list("by"), [&](const base::Value& entry) {
        return entry.as_string() != nullptr && *entry.as_string() == person;
    });
}

}  // namespace

std::vector<ports::SignStep> steps_of(const cases::LoadedCase& loaded, const identity::Viewer& author,
                                      const procedure::ActType& type, const std::vector<std::string>& chain,
                                      const std::vector<std::string>& by) {
    std::vector<ports::SignStep> steps;
    for (const std::string& person : by) {
        if (person == author.person) continue;
        const auto* staff = loaded.person(person);
        const std::string role = staff == nullptr ? "" : acting_role(type, staff->roles);
        steps.push_back({.kind = "confirm",
                         .role = role,
                         .person = person,
                         .person_name = loaded.name_of(person),
                         .certificate_no = {},
                         .opinion = {}});
    }
    for (const std::string& role : chain) {
        const bool authors_own = role == "UNIT_HEAD" && chain.size() > 1 && author.has_role(role);
        if (!authors_own)
            steps.push_back({.kind = "approve",
                             .role = role,
                             .person = {},
                             .person_name = {},
                             .certificate_no = {},
                             .opinion = {}});
    }
    return steps;
}

const ports::SignStep* next_step(const ports::Proposal& proposal) {
    const auto found = std::ranges::find_if(proposal.steps, [](const auto& step) { return !step.signed_at; });
    return found == proposal.steps.end() ? nullptr : &*found;
}

void set_waiting(ports::Proposal& proposal, const cases::LoadedCase& loaded, std::string_view author_node) {
    proposal.waiting_person.clear();
    proposal.waiting_role.clear();
    proposal.waiting_node.clear();
    const auto* step = next_step(proposal);
    if (step == nullptr || proposal.status != "waiting") return;
    proposal.waiting_person = step->kind == "confirm" ? step->person : "";
    proposal.waiting_role = step->kind == "confirm" ? "" : step->role;
    if (proposal.waiting_role != "UNIT_HEAD") return;
    const bool unit_has_head = std::ranges::any_of(loaded.staff, [&](const casefile::Staff& staff) {
        return staff.unit == author_node && holds(staff.roles, "UNIT_HEAD");
    });
    if (unit_has_head) proposal.waiting_node = author_node;
}

bool may_sign(const ports::Proposal& proposal, const identity::Viewer& viewer) {
    const auto* step = next_step(proposal);
    if (step == nullptr || proposal.status != "waiting") return false;
    if (step->kind == "confirm") return step->person == viewer.person;
    const bool in_place = proposal.waiting_node.empty() || proposal.waiting_node == viewer.node;
    return viewer.has_role(step->role) && in_place && !acts_in(proposal, viewer.person);
}

std::vector<std::string> roles_on(const casefile::Staff& staff, base::Date day) {
    std::vector<std::string> roles = staff.roles;
    for (const casefile::Delegation& grant : staff.delegations)
        if (grant.from <= day && day <= grant.until && !holds(roles, grant.role)) roles.push_back(grant.role);
    return roles;
}

std::string acting_role(const procedure::ActType& type, const std::vector<std::string>& roles) {
    // 移送规定 第五条: decided by the principal leader or by who presides.
    if (type.id == "decide_referral" && holds(roles, "CHIEF")) return "CHIEF";
    for (const std::string& role : type.roles)
        if (holds(roles, role)) return role;
    return roles.empty() ? "" : roles.front();
}

}  // namespace acts
