#pragma once
#include <string>
#include <vector>

#include "base/value.hpp"
#include "cases/load_case.hpp"
#include "office/office.hpp"
#include "ports/case_store.hpp"
#include "ports/document_store.hpp"
#include "ports/evidence_store.hpp"

namespace documents {

// Everything the papers of one act may speak of (docs/document-facts.md). The act is already folded into the
// case.
struct Sources {
    const office::Office& office;
    const cases::LoadedCase& loaded;
    const casefile::Act& act;
    std::vector<ports::Signature> signatures = {};   // of this act
    std::vector<ports::Evidence> evidence = {};      // of the case
    std::vector<ports::DocumentRow> documents = {};  // made so far
    base::Value finding = {};                        // of `decide` for the decided violation, or null
    std::string unit_name = {};                      // 办案机构
};

// Of several parties each has its own notice, decision and defence: a paper about one of them tells nothing
// of what was done about another (one file, one decision each). An act about nobody in particular sees all,
// and evidence is that of the case, whomever it was taken from.
bool is_about_another(const casefile::Act& act, const casefile::Act& of_paper);

// The facts every paper of the act shares; `number`, `served`, `volume` and `lines` are added per paper.
base::Value facts(const Sources& sources);

// The paper a 送达回证 or 送达公告 speaks of: {document, title, number, made_on}; null when it is not in the
// case.
base::Value served_paper(const Sources& sources);

}  // namespace documents
