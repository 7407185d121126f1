#pragma once
#include <string>
#include <string_view>

#include "acts/record_act.hpp"
#include "ports/proposal_store.hpp"

namespace acts {

struct Signed {
    std::optional<procedure::Refusal> refusal =
        {};  // by law, at the last signature; the proposal keeps waiting
    ports::Proposal proposal;
    bool recorded = false;
    int n = 0;
    std::int64_t version = 0;
};

// The waiting step signed by the person it waits for (`kind`: confirm or approve). The last signature judges
// the act on the case as it is now and records it. Errors: `not_waiting_for_you`, `proposal_settled`.
base::Result<Signed> sign_proposal(const office::Office&, const identity::Viewer&, std::string_view id,
                                   std::string_view kind, std::string_view opinion);

// 退回: whoever the step waits for sends the act back to its author with a reason, recorded as an act of its
// own; what was proposed stays as it was, and the author's form opens with it again.
// With `to_step` it goes back to that earlier signature instead: the ones from there on are set aside, kept
// in words, and given anew.
base::Result<Signed> return_proposal(const office::Office&, const identity::Viewer&, std::string_view id,
                                     std::string_view reason, std::optional<int> to_step = std::nullopt);

// The author takes back what is not yet signed to the end.
base::Result<Signed> withdraw_proposal(const office::Office&, const identity::Viewer&, std::string_view id);

// The act as it was proposed.
base::Result<ActRequest> request_of(const ports::Proposal&);

}  // namespace acts
