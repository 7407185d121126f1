#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "procedure/guard.hpp"
#include "procedure/refusal.hpp"

namespace procedure {

// What shuts an act in a state its row opens it in, and what a reference to an earlier act has to be.
struct StateBar {
    std::string_view name;
    bool (*shuts)(const Look&);
};
std::span<const StateBar> state_bars();
struct ReferenceCheck {
    std::string_view name;
    bool (*holds)(const Look&, const Reference&);
};
std::span<const ReferenceCheck> reference_checks();

// All that Rules::without can name: what is demanded beside the rows of the table and the guards.
std::vector<std::string_view> demands();

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
