#include "postgres/proposals/proposal_store.hpp"

#include "postgres/cases/append_steps.hpp"
#include "postgres/proposals/proposal_rows.hpp"

namespace postgres {
base::Result<void> ProposalStore::create(const identity::Viewer& viewer, const ports::Proposal& proposal,
                                         const std::optional<ports::Idempotency>& idempotency) {
    std::vector<Step> steps;
    const ports::Outcome outcome{.recorded = false, .case_no = proposal.case_no, .proposal = proposal.id};
    if (idempotency) steps.push_back(keep_answer_step(viewer.person, *idempotency, outcome));
    ports::Proposal fresh = proposal;
    fresh.version = 0;
    steps.push_back(save_proposal_step(fresh, proposal.case_no));
    TRY(app_.write(Context::of(viewer), steps));
    return {};
}

base::Result<ports::Proposal> ProposalStore::load(const identity::Viewer& viewer, std::string_view id) {
    const auto rows = TRY(app_.read(Context::of(viewer), "proposals/load", Params(id)));
    if (rows.empty()) return base::fail("not_found", "没有这个报批事项");
    return read_proposal(rows.front());
}

base::Result<void> ProposalStore::save(const identity::Viewer& viewer, const ports::Proposal& proposal) {
    TRY(app_.write(Context::of(viewer), {save_proposal_step(proposal, proposal.case_no)}));
    return {};
}

base::Result<std::vector<ports::Proposal>> ProposalStore::list(const identity::Viewer& viewer,
                                                               std::string_view query, Params params) {
    const auto rows = TRY(app_.read(Context::of(viewer), query, std::move(params)));
    std::vector<ports::Proposal> proposals;
    for (const auto row : rows) proposals.push_back(TRY(read_proposal(row)));
    return proposals;
}

base::Result<std::vector<ports::Proposal>> ProposalStore::of_case(const identity::Viewer& viewer,
                                                                  std::string_view case_no) {
    return list(viewer, "proposals/of_case", Params(case_no));
}
base::Result<std::vector<ports::Proposal>> ProposalStore::waiting_for(const identity::Viewer& viewer) {
    return list(viewer, "proposals/waiting", Params());
}
base::Result<std::vector<ports::Proposal>> ProposalStore::returned_to(const identity::Viewer& viewer) {
    return list(viewer, "proposals/returned", Params());
}

base::Result<void> ProposalStore::mark_seen(const identity::Viewer& viewer, std::string_view id,
                                            std::string_view session, std::int64_t version,
                                            base::Instant at) {
    TRY(app_.write(Context::of(viewer), {
                                            {"proposals/mark_seen", Params(id, session, version, at)}
    }));
    return {};
}

base::Result<ports::Seen> ProposalStore::seen(const identity::Viewer& viewer, std::string_view session) {
    const auto rows = TRY(app_.read(Context::of(viewer), "proposals/seen", Params(session)));
    ports::Seen seen;
    for (const auto row : rows) seen.emplace(row.text("proposal"), row.integer("version"));
    return seen;
}

}  // namespace postgres
