#pragma once
#include <string>

#include "acts/act_request.hpp"
#include "acts/proofs.hpp"
#include "identity/viewer.hpp"

namespace acts {

// What the desk can say of the discretion while an act is being written: the finding on what is stated so
// far, or what is still asked for; the lists and grounds that could apply; the reasons as they would be
// drafted; and what in the case can prove a circumstance.
struct Advice {
    base::Value finding = {};
    base::Value grounds = {};
    std::string reasoning;
    std::vector<Proof> proofs;
};

// Nothing is recorded. Errors: those of the request, `unknown_evidence`.
base::Result<Advice> advise(const office::Office&, const identity::Viewer&, std::string_view case_no,
                            const ActRequest&);

}  // namespace acts
