#pragma once
#include <string>
#include <string_view>

#include "base/value.hpp"
#include "casefile/act.hpp"
#include "cases/load_case.hpp"
#include "office/office.hpp"

namespace acts {

// The reasons of the discretion in the four parts a decision states them in (说理: 事理、法理、道理、情理),
// the first three from the trace, the last from what the party said and how it was answered, in the words of
// the catalogue for that agency and day. Empty without a finding.
std::string reasoning_draft(const office::Office&, const base::Value& finding, const cases::LoadedCase&,
                            const casefile::Act&);

// The field of the paper in which these reasons stand: discretion_reasons, in a notice reasons.
std::string_view reasons_field(std::string_view act);

// Puts into `paper.discretion` what the finding was and, where the officer wrote the reasons himself, how
// they differ from the draft: {found: {law, tier}, reasoning: {is_edited, removed, added}}. What the sender
// put there is replaced.
base::Value with_reasoning_note(const office::Office&, const base::Value& finding, const cases::LoadedCase&,
                                const casefile::Act&);

}  // namespace acts
