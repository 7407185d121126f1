#include "acts/advise.hpp"

#include "acts/penalty_finding.hpp"
#include "acts/reasoning_draft.hpp"
#include "acts/sign_proposal.hpp"
#include "discretion/decide.hpp"
#include "leniency/grounds.hpp"

namespace acts {

namespace {

// The finding on what is stated so far, its reasons, and what could be applied beside it.
base::Result<void> apply_discretion(const office::Office& office, const cases::LoadedCase& loaded,
                                    const casefile::Act& act, Advice& advice) {
    const base::Value question = discretion_request(loaded, act);
    if (question.is_null() || !question.has("violation_id") || !question.has("act_end")) return {};
    const base::Value proved = TRY(with_proofs(office, loaded, question));
    const auto benchmarks = office.benchmarks.current();
    advice.finding = discretion::decide_all(proved, office.discretion, *benchmarks);
    advice.reasoning = reasoning_draft(office, advice.finding, loaded, act);
    const auto read = discretion::Request::from(proved, office.discretion);
    if (!read) return {};
    const auto chain = TRY(office.discretion.chain(read->jurisdiction, read->decision_on));
    advice.grounds = leniency::to_value(leniency::grounds(*read, office.discretion, chain));
    return {};
}

casefile::Act written(const office::Office& office, const cases::LoadedCase& loaded,
                      const ActRequest& request) {
    return {.n = static_cast<int>(loaded.record.version) + 1,
            .type = request.act,
            .at = request.at.value_or(office.now()),
            .by = request.by,
            .party = request.party,
            .data = request.data,
            .paper = request.paper};
}

}  // namespace

base::Result<Advice> advise(const office::Office& office, const identity::Viewer& viewer,
                            std::string_view case_no, const ActRequest& request) {
    const cases::LoadedCase loaded = TRY(cases::load_case(office, viewer, case_no));
    const casefile::Act act = written(office, loaded, request);
    Advice advice;
    advice.proofs = TRY(proofs_of(office, loaded));
    TRY(apply_discretion(office, loaded, act, advice));
    advice.drafted = TRY(draft_parts(office, viewer, loaded, act, advice.finding));
    return advice;
}

base::Result<DraftedParts> drafts_for(const office::Office& office, const identity::Viewer& viewer,
                                      const ports::Proposal& proposal) {
    const cases::LoadedCase loaded = TRY(cases::load_case(office, viewer, proposal.case_no));
    const auto* type = office.rules.table.find(proposal.act);
    if (type == nullptr || !is_drafted(office, *type)) return DraftedParts{};
    const casefile::Act act = written(office, loaded, TRY(request_of(proposal)));
    return draft_parts(office, viewer, loaded, act, finding_of_draft(office, loaded, act));
}

base::Value finding_of_draft(const office::Office& office, const cases::LoadedCase& loaded,
                             const casefile::Act& act) {
    Advice advice;
    const auto applied = apply_discretion(office, loaded, act, advice);
    return applied ? std::move(advice.finding) : base::Value();
}

}  // namespace acts
