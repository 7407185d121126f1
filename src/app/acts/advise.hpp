#pragma once
#include <string>

#include "acts/act_request.hpp"
#include "acts/draft_parts.hpp"
#include "acts/proofs.hpp"
#include "identity/viewer.hpp"
#include "ports/proposal_store.hpp"

namespace acts {

// What the desk can say of the discretion while an act is being written: the finding on what is stated so
// far, or what is still asked for; the lists and grounds that could apply; the reasons as they would be
// drafted; and what in the case can prove a circumstance.
struct Advice {
    base::Value finding = {};
    base::Value grounds = {};
    std::string reasoning;
    std::vector<Proof> proofs;
    DraftedParts drafted = {};  // the free parts as they would be drafted
};

// Nothing is recorded. Errors: those of the request, `unknown_evidence`.
base::Result<Advice> advise(const office::Office&, const identity::Viewer&, std::string_view case_no,
                            const ActRequest&);

// What the case itself would write for a proposal that waits: the words of its author are read beside it.
base::Result<DraftedParts> drafts_for(const office::Office&, const identity::Viewer&, const ports::Proposal&);

// The finding on an act half written; null where nothing can be found yet.
base::Value finding_of_draft(const office::Office&, const cases::LoadedCase&, const casefile::Act&);

}  // namespace acts
