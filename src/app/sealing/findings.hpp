#pragma once
#include <string_view>
#include <vector>

#include "base/value.hpp"
#include "identity/viewer.hpp"
#include "office/office.hpp"
#include "ports/signing_store.hpp"
#include "proofread/knowledge.hpp"

namespace sealing {

// What proofreading finds in a paper, alone and against the rest of its case, in the form of
// proofread::report: shown before the paper is sealed, for afterwards nothing in it can be mended.
base::Result<base::Value> findings_on(const office::Office&, const identity::Viewer&,
                                      std::string_view document, const proofread::Knowledge&);

// The answers of a request, [{message, answer}], to what was found: every error needs one, in words. Nothing
// is refused that was answered: the officer judges. Errors: `findings_unanswered`, `missing_field`,
// `text_too_long`.
base::Result<std::vector<ports::FindingAnswer>> answers_to(const base::Value& report,
                                                           const base::Value& answers);

}  // namespace sealing
