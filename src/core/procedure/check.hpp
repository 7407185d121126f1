#pragma once
#include <vector>

#include "procedure/guard.hpp"
#include "procedure/refusal.hpp"

namespace procedure {

// The levels of acts.md §1.3, each all of its findings in order.
bool state_allows(const Look& look);
std::vector<Found> check_state(const Look& look);
std::vector<Found> check_people(const Look& look);
std::vector<Found> check_approval(const Look& look);
std::vector<Found> check_elements(const Look& look, const ReadData& read);
std::vector<Found> check_guards(const Look& look);

// Who has to approve the act as the case stands: striking an act asks for the approver of that act.
std::vector<std::string> approval_chain(const Look& look);

// A complaint is a matter of its own; its acts have no place in a penalty case, and the other way round.
bool of_this_procedure(const ActType& type, const casefile::Matter& matter);

// The first level that finds something speaks; nothing found, the act is open.
std::optional<Refusal> judge(const Look& look, const ReadData& read);
// What shuts this act before anything is filled in, whoever would do it.
std::optional<Refusal> probe(const Look& look);
bool is_shut(const Look& look);  // the same without the words

Refusal refusal_of(const std::vector<Found>& found, const Look& look);

}  // namespace procedure
