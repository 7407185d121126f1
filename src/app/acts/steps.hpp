#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "cases/load_case.hpp"
#include "identity/viewer.hpp"
#include "ports/proposal_store.hpp"
#include "procedure/table.hpp"

namespace acts {

// Who has to sign after the author, in order: the others who act confirm for themselves, then the chain
// approves.
std::vector<ports::SignStep> steps_of(const cases::LoadedCase&, const identity::Viewer& author,
                                      const procedure::ActType&, const std::vector<std::string>& chain,
                                      const std::vector<std::string>& by);

const ports::SignStep* next_step(
    const ports::Proposal&);  // the first without a signature; null when all have signed

// Fills waiting_* from the next step. A unit head's step waits for the head of the author's unit, where it
// has one.
void set_waiting(ports::Proposal&, const cases::LoadedCase&, std::string_view author_node);

// Whether the waiting step is this person's: named in it, or holding its role and not himself one of those
// who act.
bool may_sign(const ports::Proposal&, const identity::Viewer&);

// His own roles and those he holds under a written grant on that day.
std::vector<std::string> roles_on(const casefile::Staff&, base::Date day);

// The role in which somebody does an act of this type.
std::string acting_role(const procedure::ActType&, const std::vector<std::string>& roles);

}  // namespace acts
