#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "document/document.hpp"
#include "documents/facts.hpp"
#include "ports/case_store.hpp"

namespace documents {

// Collects what the papers of act n speak of; the act is already folded into the case.
base::Result<Sources> gather(const office::Office&, const identity::Viewer&, const cases::LoadedCase&, int n,
                             std::vector<ports::Signature> signatures, base::Value finding);

// The papers the act gives rise to, each with its facts and the sequence its number comes from. Every one has
// been filled once, so that what is stored can be printed; an error names template, block and field.
base::Result<std::vector<ports::NewDocument>> papers(const Sources& sources);

// The same papers as they would look, without numbers: for the check page and the approver.
struct Preview {
    int no = 0;
    std::string id, title;  // penalty_decision, 行政处罚决定书
    document::Document document;
};
base::Result<std::vector<Preview>> previews(const Sources& sources);

}  // namespace documents
