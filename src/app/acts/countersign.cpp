#include "acts/countersign.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "acts/steps.hpp"
#include "cases/load_case.hpp"

namespace acts {

namespace {

constexpr std::size_t people_max = 10;

bool signs_already(const ports::Proposal& proposal, std::string_view person) {
    if (proposal.author == person) return true;
    const bool acts = std::ranges::any_of(proposal.body.list("by"), [&](const base::Value& entry) {
        return entry.as_string() != nullptr && *entry.as_string() == person;
    });
    return acts ||
           std::ranges::any_of(proposal.steps, [&](const auto& step) { return step.person == person; });
}

base::Result<ports::SignStep> step_of(const cases::LoadedCase& loaded, const ports::Proposal& proposal,
                                      const std::string& person, std::size_t place) {
    const std::string field = fmt::format("people.{}", place);
    const auto* staff = loaded.person(person);
    if (staff == nullptr) return base::fail("unknown_person", "会签人不在本机关任职", {}, field);
    if (signs_already(proposal, person))
        return base::fail("already_granted", fmt::format("{}已经在签署人之中", staff->name), {}, field);
    return ports::SignStep{.kind = "confirm",
                           .role = staff->roles.empty() ? "" : staff->roles.front(),
                           .person = person,
                           .person_name = staff->name,
                           .certificate_no = {},
                           .opinion = {},
                           .countersign = true};
}

}  // namespace

base::Result<ports::Proposal> ask_countersign(const office::Office& office, const identity::Viewer& viewer,
                                              std::string_view id, const std::vector<std::string>& people) {
    ports::Proposal proposal = TRY(office.ports.proposals.load(viewer, id));
    if (proposal.author != viewer.person && !may_sign(proposal, viewer))
        return base::fail("not_waiting_for_you", "会签由报批人或者正在办理的审批人提出");
    if (proposal.status != "waiting") return base::fail("proposal_settled", "该报批件已经办结、退回或者撤回");
    if (people.empty()) return base::fail("missing_field", "请选择会签人", {}, "people");
    if (people.size() > people_max)
        return base::fail("too_many", fmt::format("一次最多请{}人会签", people_max), {}, "people");
    const cases::LoadedCase loaded = TRY(cases::load_case(office, viewer, proposal.case_no));
    auto before = std::ranges::find_if(proposal.steps, [](const ports::SignStep& step) {
        return !step.signed_at && step.kind == "approve";
    });
    if (before == proposal.steps.end())
        return base::fail("not_waiting_for_you", "该报批件没有待审批的环节，不需要会签");
    for (std::size_t i = 0; i < people.size(); ++i) {
        auto step = TRY(step_of(loaded, proposal, people[i], i));
        before = std::next(proposal.steps.insert(before, std::move(step)));
    }
    proposal.updated_at = office.now();
    const auto* author = loaded.person(proposal.author);
    set_waiting(proposal, loaded, author == nullptr ? "" : author->unit);
    TRY(office.ports.proposals.save(viewer, proposal));
    return office.ports.proposals.load(viewer, id);
}

base::Result<ports::Proposal> earlier_version(const office::Office& office, const identity::Viewer& viewer,
                                              const ports::Proposal& proposal) {
    ports::Proposal latest;
    for (ports::Proposal& other : TRY(office.ports.proposals.of_case(viewer, proposal.case_no))) {
        const bool came_back = other.act == proposal.act && other.author == proposal.author &&
                               !other.returned_reason.empty() && other.status != "recorded";
        if (!came_back || other.id == proposal.id || proposal.created_at <= other.created_at) continue;
        if (latest.id.empty() || latest.created_at < other.created_at) latest = std::move(other);
    }
    return latest;
}

}  // namespace acts
