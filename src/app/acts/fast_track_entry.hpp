#pragma once
#include <optional>

#include "casefile/act.hpp"
#include "office/office.hpp"
#include "procedure/refusal.hpp"

namespace acts {

// A filing that goes the fast way names an item of the list of its place, and files nothing beside it
// (procedure.md §14: violation type on the local list).
std::optional<procedure::Refusal> not_on_fast_list(const office::Office&, std::string_view agency,
                                                   const casefile::Act&);

}  // namespace acts
