#pragma once
#include <optional>
#include <string>
#include <vector>

#include "acts/judge.hpp"
#include "clocks/clocks.hpp"
#include "document/document.hpp"
#include "documents/papers.hpp"
#include "ports/proposal_store.hpp"

namespace acts {

struct PaperKind {
    int no = 0;
    std::string id, title;
};

// What would happen if the act were sent now. Nothing is recorded.
struct Checked {
    std::optional<procedure::Refusal> refusal = {};
    std::vector<ports::SignStep> steps;  // who signs after the author
    std::string state_after, state_after_label;
    std::vector<clocks::ClockView> clocks_started;
    std::vector<PaperKind> papers;
    base::Value finding = {};
};

base::Result<Checked> check_act(const office::Office&, const identity::Viewer&, std::string_view case_no,
                                const ActRequest&);

// What the signatures a proposal still needs would do to the case as it is now.
base::Result<Checked> check_proposal(const office::Office&, const identity::Viewer&, const ports::Proposal&);

// The papers an accepted act would give rise to, filled, as far as they can be before anybody has signed.
// Error: `missing_field` with the field a paper wants.
base::Result<std::vector<documents::Preview>> papers_of(const office::Office&, const identity::Viewer&,
                                                        const cases::LoadedCase&, const Judged&);

// One paper of the act as it would look; `document` is its English id. Error: `not_found` when the act gives
// rise to no such paper. A refused act has no paper yet: its refusal comes back as an error with code and
// article.
base::Result<document::Document> preview(const office::Office&, const identity::Viewer&,
                                         std::string_view case_no, const ActRequest&,
                                         std::string_view document);

// All of them. A refused act has none yet: the error is its refusal.
base::Result<std::vector<documents::Preview>> previews(const office::Office&, const identity::Viewer&,
                                                       std::string_view case_no, const ActRequest&);

}  // namespace acts
