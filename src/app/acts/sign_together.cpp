#include "acts/sign_together.hpp"

#include <fmt/format.h>

#include "acts/stand_in.hpp"
#include "acts/steps.hpp"

namespace acts {

namespace {

base::Result<Signed> sign_one(const office::Office& office, const identity::Viewer& viewer,
                              const ports::Seen& seen, std::string_view id, std::string_view opinion) {
    const ports::Proposal proposal = TRY(office.ports.proposals.load(viewer, id));
    if (proposal.status != "waiting") return base::fail("proposal_settled", "该报批件已经办结、退回或者撤回");
    if (!may_sign_together(office, proposal))
        return base::fail("not_together", fmt::format("“{}”应当逐件审批", proposal.title));
    const auto read = seen.find(id);
    if (read == seen.end() || read->second != proposal.version)
        return base::fail("not_seen", "本次登录后还没有看完这一件（现在的内容），不能一并批准");
    return sign_proposal(office, viewer, id, "approve", opinion);
}

}  // namespace

bool may_sign_together(const office::Office& office, const ports::Proposal& proposal) {
    const auto* type = office.rules.table.find(proposal.act);
    const auto* step = next_step(proposal);
    return type != nullptr && !type->together.empty() && step != nullptr && step->kind == "approve";
}

std::vector<SignedOne> sign_together(const office::Office& office, const identity::Viewer& viewer,
                                     std::string_view session, const std::vector<std::string>& ids,
                                     std::string_view opinion) {
    const auto seen = office.ports.proposals.seen(viewer, session);
    std::vector<SignedOne> results;
    for (const std::string& id : ids)
        results.push_back({id, seen ? sign_one(office, viewer, *seen, id, opinion)
                                    : base::Result<Signed>(std::unexpected(seen.error()))});
    return results;
}

base::Result<void> see_proposal(const office::Office& office, const identity::Viewer& viewer,
                                std::string_view session, std::string_view id, std::int64_t version) {
    const ports::Proposal proposal = TRY(office.ports.proposals.load(viewer, id));
    if (proposal.status != "waiting") return base::fail("proposal_settled", "该报批件已经办结、退回或者撤回");
    if (!may_sign(proposal, viewer) && !TRY(stand_in(office, viewer, proposal)))
        return base::fail(why_not_yours(office, viewer, proposal));
    return office.ports.proposals.mark_seen(viewer, id, session, version, office.now());
}

}  // namespace acts
