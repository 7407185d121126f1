#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "identity/viewer.hpp"
#include "office/office.hpp"
#include "ports/proposal_store.hpp"

namespace acts {

// 会签: before the next approval, these people of other units sign too, each by name. Asked for by the author
// or by whoever the proposal waits for; a person who already signs or acts is not asked twice.
base::Result<ports::Proposal> ask_countersign(const office::Office&, const identity::Viewer&,
                                              std::string_view id, const std::vector<std::string>& people);

// The version that came back, when this one was proposed in its place (退回后重新报批); empty id: there is
// none.
base::Result<ports::Proposal> earlier_version(const office::Office&, const identity::Viewer&,
                                              const ports::Proposal&);

}  // namespace acts
