#pragma once
#include "acts/record_act.hpp"
#include "casefile/act.hpp"

namespace acts {

// What opens a matter: the party and the act `register_clue` (案件来源登记), or `register_complaint` for a
// complaint or report as it came in (投诉举报登记). The number given here stays for life. A letter that is
// both opens two matters, the complaint and the clue, which name each other; the outcome is that of the
// complaint.
struct NewClue {
    casefile::Track procedure = casefile::Track::ordinary;
    casefile::Party party;
    ActRequest request;

    static base::Result<NewClue> from(const base::Value& body, const identity::Viewer&);
};

base::Result<Settled> register_clue(const office::Office&, const identity::Viewer&, const NewClue&,
                                    const std::optional<ports::Idempotency>& = {});

}  // namespace acts
