#pragma once
#include <optional>
#include <string>

#include "base/error.hpp"
#include "base/result.hpp"
#include "identity/viewer.hpp"
#include "office/office.hpp"
#include "ports/delegation_store.hpp"
#include "ports/proposal_store.hpp"

namespace acts {

// The grant by which the viewer signs today in place of the absent person the waiting step names (代理);
// none: he may not. An act of two officers is done in person, and nobody confirms it for another (行政处罚法
// 第四十二条第一款).
base::Result<std::optional<ports::Delegation>> stand_in(const office::Office&, const identity::Viewer&,
                                                        const ports::Proposal&);

// Why the waiting step is not the viewer's: his grant has ended, has not begun, or does not reach this act.
base::Error why_not_yours(const office::Office&, const identity::Viewer&, const ports::Proposal&);

// The written grant under which somebody signs as that role, when he does not hold it by his post; else
// empty.
std::string power_under(const casefile::Staff&, std::string_view role, base::Date day);

}  // namespace acts
