#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "acts/sign_proposal.hpp"

namespace acts {

// What became of one of several proposals approved in one step.
struct SignedOne {
    std::string id;
    base::Result<Signed> result;
};

// Whether the act of a proposal may be approved together with others: one leader decides it alone by the
// article named in its row, so that no panel and no weighing of a penalty stands behind it.
bool may_sign_together(const office::Office&, const ports::Proposal&);

// Approves each by itself: what is refused keeps waiting and holds up nobody else. A proposal that the
// approver has not read to its end in this session is `not_seen`; an act that is approved one by one is
// `not_together`.
std::vector<SignedOne> sign_together(const office::Office&, const identity::Viewer&, std::string_view session,
                                     const std::vector<std::string>& ids, std::string_view opinion);

// Marks a proposal that waits for the viewer as read. Errors: `not_waiting_for_you`, `proposal_settled`,
// `version_conflict`.
base::Result<void> see_proposal(const office::Office&, const identity::Viewer&, std::string_view session,
                                std::string_view id, std::int64_t version);

}  // namespace acts
