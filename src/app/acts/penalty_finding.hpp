#pragma once
#include <optional>

#include "base/result.hpp"
#include "base/value.hpp"
#include "casefile/act.hpp"
#include "cases/load_case.hpp"
#include "office/office.hpp"
#include "procedure/refusal.hpp"

namespace acts {

// The request of discretion-api.md for what is about to be proposed, from the case and from the facts the
// officers state in `paper.discretion`; null when there is nothing to decide on yet.
base::Value discretion_request(const cases::LoadedCase&, const casefile::Act&);

// The finding on it; null when the act proposes no penalty, or when no facts are stated and the law cannot be
// applied without them. Errors in what was stated come back with their field below `paper.discretion`.
base::Result<base::Value> penalty_finding(const office::Office&, const cases::LoadedCase&,
                                          const casefile::Act&);

// The finding on what was reported, notified or decided last for a party (of a case of several; else empty),
// on the facts stated for it; null when nothing was, or when the law cannot be applied to what is stated.
base::Value finding_on_record(const office::Office&, const cases::LoadedCase&, std::string_view party);

// A fine outside the lawful range is no lawful decision, whoever approves it.
std::optional<procedure::Refusal> outside_the_law(const base::Value& finding);

// A confiscation the provision orders is left out.
std::optional<procedure::Refusal> item_left_out(const base::Value& finding, const casefile::Act&);

// A fine in another tier than the case opens needs its reason in `paper.discretion.deviation_reason`.
std::optional<procedure::Refusal> unreasoned_deviation(const base::Value& finding, const casefile::Act&);

// Before a fine it is on record whether others have fined the same act: the report or the on-the-spot
// decision says so, a decision itself where the report does not.
std::optional<procedure::Refusal> other_fines_unstated(const cases::LoadedCase&, const casefile::Act&);

}  // namespace acts
