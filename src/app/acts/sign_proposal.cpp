#include "acts/sign_proposal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "acts/append.hpp"
#include "acts/belonging.hpp"
#include "acts/other_case.hpp"
#include "acts/published_copies.hpp"
#include "acts/reporter_secret.hpp"
#include "acts/stand_in.hpp"
#include "acts/steps.hpp"
#include "acts/when_signed.hpp"
#include "base/text.hpp"

namespace acts {

namespace {

base::Result<ports::Proposal> waiting_proposal(const office::Office& office, const identity::Viewer& viewer,
                                               std::string_view id) {
    ports::Proposal proposal = TRY(office.ports.proposals.load(viewer, id));
    if (proposal.status != "waiting") return base::fail("proposal_settled", "该报批件已经办结、退回或者撤回");
    return proposal;
}

base::Result<ports::Proposal> my_proposal(const office::Office& office, const identity::Viewer& viewer,
                                          std::string_view id) {
    ports::Proposal proposal = TRY(waiting_proposal(office, viewer, id));
    if (!may_sign(proposal, viewer) && !TRY(stand_in(office, viewer, proposal)))
        return base::fail(why_not_yours(office, viewer, proposal));
    return proposal;
}

// Who confirms for an absent person is one of those who act, and the absent one is not: the record says what
// was.
void take_place(ports::Proposal& proposal, const identity::Viewer& viewer, const ports::Delegation& grant) {
    base::List by;
    for (const base::Value& person : proposal.body.list("by"))
        by.push_back(person == base::Value(grant.principal) ? base::Value(viewer.person) : person);
    proposal.body.as_object()->set("by", std::move(by));
    for (ports::SignStep& step : proposal.steps)
        if (!step.signed_at && step.kind == "confirm" && step.person == grant.principal)
            step.delegation = fmt::format("代{}（{}）", grant.principal_name, grant.paper);
}

base::Result<void> check_place_taken(const office::Office& office, const cases::LoadedCase& loaded,
                                     const identity::Viewer& viewer, const ports::Proposal& proposal) {
    const auto* type = office.rules.table.find(proposal.act);
    if (type == nullptr) return {};
    return check_belonging(loaded, viewer, *type, TRY(request_of(proposal)));
}

std::vector<ports::Signature> signatures_of(const ports::Proposal& proposal, const cases::LoadedCase& loaded,
                                            const procedure::ActType& type) {
    const auto* author = loaded.person(proposal.author);
    const base::Date proposed_on = proposal.created_at.date();
    const std::string role = author == nullptr ? "" : acting_role(type, roles_on(*author, proposed_on));
    std::vector<ports::Signature> signatures{
        {.person = proposal.author,
         .name = proposal.author_name,
         .role = role,
         .step = "propose",
         .certificate_no = proposal.author_certificate,
         .opinion = {},
         .at = proposal.created_at,
         .delegation = author == nullptr ? "" : power_under(*author, role, proposed_on)}
    };
    for (const ports::SignStep& step : proposal.steps) {
        if (!step.signed_at) continue;
        signatures.push_back({.person = step.person,
                              .name = step.person_name,
                              .role = step.role,
                              .step = step.kind,
                              .certificate_no = step.certificate_no,
                              .opinion = step.opinion,
                              .at = *step.signed_at,
                              .delegation = step.delegation});
    }
    return signatures;
}

void sign(const office::Office& office, ports::Proposal& proposal, const cases::LoadedCase& loaded,
          const identity::Viewer& viewer, std::string_view opinion) {
    const base::Instant now = office.now();
    const auto step =
        std::ranges::find_if(proposal.steps, [](const auto& candidate) { return !candidate.signed_at; });
    step->person = viewer.person;
    step->person_name = viewer.name;
    step->opinion = opinion;
    step->signed_at = now;
    const auto* staff = loaded.person(viewer.person);
    if (staff != nullptr && staff->certificate) step->certificate_no = staff->certificate->no;
    // Who takes an absent officer's place has his grant named already, see take_place.
    if (staff != nullptr && (step->kind == "approve" || step->delegation.empty()))
        step->delegation = power_under(*staff, step->role, now.date());
    proposal.updated_at = now;
    const auto* author = loaded.person(proposal.author);
    set_waiting(proposal, loaded, author == nullptr ? "" : author->unit);
}

std::optional<std::string> approver_of(const ports::Proposal& proposal) {
    for (auto step = proposal.steps.rbegin(); step != proposal.steps.rend(); ++step)
        if (step->kind == "approve") return step->person;
    return std::nullopt;
}

base::Result<Signed> record(const office::Office& office, const identity::Viewer& viewer,
                            const cases::LoadedCase& loaded, const ports::Proposal& as_read,
                            ports::Proposal proposal) {
    const ActRequest proposed = TRY(request_of(proposal));
    if (auto refusal = proposed_unseen(proposed))
        return Signed{.refusal = *std::move(refusal), .proposal = as_read};
    const ActRequest request = TRY(with_other_case(office, viewer, loaded, proposed));
    const base::Instant at = instant_at_last_signature(request, loaded, office.now());
    Judged judged = TRY(judge(office, loaded, request, at, approver_of(proposal)));
    judged = TRY(with_reporter_kept_secret(office, viewer, loaded, std::move(judged)));
    judged = TRY(with_published_copies(office, viewer, loaded, request, std::move(judged)));
    if (judged.refusal) return Signed{.refusal = judged.refusal, .proposal = as_read};
    proposal.status = "recorded";
    proposal.recorded_n = judged.act.n;
    auto signatures = signatures_of(proposal, loaded, *judged.type);
    const bool both = touches_other_case(judged.act.type);
    OtherSide other;
    if (both) other = TRY(other_side(office, viewer, loaded, judged, signatures));
    if (other.refusal) return Signed{.refusal = other.refusal, .proposal = as_read};
    Entry entry = TRY(entry_of(office, viewer, loaded, std::move(judged), std::move(signatures)));
    entry.append.proposal = proposal;
    const ports::Outcome outcome = both ? TRY(enter_both(office, viewer, std::move(entry), std::move(other)))
                                        : TRY(enter(office, viewer, std::move(entry)));
    return Signed{
        .proposal = std::move(proposal), .recorded = true, .n = outcome.n, .version = outcome.version};
}

base::Result<void> check_earlier(const ports::Proposal& proposal, int to_step) {
    const bool is_earlier = to_step >= 0 && std::cmp_less(to_step, proposal.steps.size()) &&
                            proposal.steps[static_cast<std::size_t>(to_step)].signed_at.has_value();
    if (is_earlier) return {};
    return base::fail("unknown_choice", "只能退回已经签署的环节，或者退回报批人", {}, "to_step");
}

// What was signed from there on counts no more and is kept in words: both versions can be read.
void set_aside(ports::Proposal& proposal, std::size_t to_step) {
    for (std::size_t i = to_step; i < proposal.steps.size(); ++i) {
        ports::SignStep& step = proposal.steps[i];
        if (!step.signed_at) continue;
        step.earlier.push_back(
            fmt::format("{} {} {}", step.person_name, step.signed_at->chinese(), step.opinion));
        step.signed_at.reset();
        step.opinion.clear();
        step.certificate_no.clear();
        step.delegation.clear();
        if (step.kind != "approve") continue;
        step.person.clear();
        step.person_name.clear();
    }
}

// Approvers return (退回); a second officer who will not confirm leaves a note of why.
ActRequest return_request(const ports::Proposal& proposal, const identity::Viewer& viewer,
                          std::optional<int> to_step, std::string_view reason) {
    const std::string back_to =
        to_step ? proposal.steps[static_cast<std::size_t>(*to_step)].person_name : proposal.author_name;
    const std::string step = fmt::format("{}（{}）", proposal.title, back_to);
    ActRequest request{.act = "return", .by = {viewer.person}};
    request.data = base::Object{
        {"step",   step  },
        {"reason", reason}
    };
    if (next_step(proposal)->kind == "confirm") {
        request.act = "note";
        request.data = base::Object{
            {"text", fmt::format("未予确认，退回{}：{}", step, reason)}
        };
    }
    return request;
}

}  // namespace

base::Result<ActRequest> request_of(const ports::Proposal& proposal) {
    return ActRequest::from(
        proposal.body,
        identity::Viewer{.person = proposal.author, .name = {}, .node = {}, .agency = {}, .roles = {}});
}

base::Result<Signed> sign_proposal(const office::Office& office, const identity::Viewer& viewer,
                                   std::string_view id, std::string_view kind, std::string_view opinion) {
    const ports::Proposal as_read = TRY(my_proposal(office, viewer, id));
    if (next_step(as_read)->kind != kind) return base::fail("not_waiting_for_you", "该报批件现在不由您办理");
    const cases::LoadedCase loaded = TRY(cases::load_case(office, viewer, as_read.case_no));
    ports::Proposal proposal = as_read;
    if (const auto grant = TRY(stand_in(office, viewer, proposal))) {
        take_place(proposal, viewer, *grant);
        TRY(check_place_taken(office, loaded, viewer, proposal));
    }
    sign(office, proposal, loaded, viewer, opinion);
    if (next_step(proposal) == nullptr) return record(office, viewer, loaded, as_read, std::move(proposal));
    TRY(office.ports.proposals.save(viewer, proposal));
    return Signed{.proposal = std::move(proposal), .version = loaded.record.version};
}

base::Result<Signed> return_proposal(const office::Office& office, const identity::Viewer& viewer,
                                     std::string_view id, std::string_view reason,
                                     std::optional<int> to_step) {
    if (base::is_blank(reason)) return base::fail("missing_field", "请写明退回的理由", {}, "reason");
    ports::Proposal proposal = TRY(my_proposal(office, viewer, id));
    if (to_step) TRY(check_earlier(proposal, *to_step));
    const cases::LoadedCase loaded = TRY(cases::load_case(office, viewer, proposal.case_no));
    const base::Instant now = office.now();
    ActRequest request = return_request(proposal, viewer, to_step, reason);
    const ActRequest proposed = TRY(request_of(proposal));
    request.at = instant_at_last_signature(proposed, loaded, now);
    Judged judged = TRY(judge(office, loaded, request, *request.at, std::nullopt));
    if (judged.refusal) return Signed{.refusal = judged.refusal, .proposal = proposal};

    const std::string role = next_step(proposal)->role;
    if (to_step) set_aside(proposal, static_cast<std::size_t>(*to_step));
    proposal.status = to_step ? "waiting" : "returned";
    proposal.returned_by = viewer.name;
    proposal.returned_reason = reason;
    proposal.updated_at = now;
    const auto* author = loaded.person(proposal.author);
    set_waiting(proposal, loaded, to_step && author != nullptr ? author->unit : "");
    Entry entry = TRY(entry_of(office, viewer, loaded, std::move(judged),
                               {signature_of(loaded, viewer.person, role, "propose", now)}));
    entry.append.proposal = proposal;
    const ports::Outcome outcome = TRY(enter(office, viewer, std::move(entry)));
    return Signed{
        .proposal = std::move(proposal), .recorded = false, .n = outcome.n, .version = outcome.version};
}

base::Result<Signed> withdraw_proposal(const office::Office& office, const identity::Viewer& viewer,
                                       std::string_view id) {
    ports::Proposal proposal = TRY(office.ports.proposals.load(viewer, id));
    if (proposal.author != viewer.person) return base::fail("not_waiting_for_you", "只有报批人可以撤回");
    if (proposal.status != "waiting" && proposal.status != "returned")
        return base::fail("proposal_settled", "该报批件已经办结或者撤回");
    proposal.status = "withdrawn";
    proposal.waiting_person.clear();
    proposal.waiting_role.clear();
    proposal.waiting_node.clear();
    proposal.updated_at = office.now();
    TRY(office.ports.proposals.save(viewer, proposal));
    return Signed{.proposal = std::move(proposal)};
}

}  // namespace acts
