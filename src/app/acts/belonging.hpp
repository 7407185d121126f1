#pragma once
#include "acts/act_request.hpp"
#include "base/result.hpp"
#include "cases/load_case.hpp"
#include "identity/viewer.hpp"
#include "procedure/table.hpp"

namespace acts {

// Whether this colleague may sign an act of this type in this case: he belongs to the case (办案人员, the
// head of its unit, the leaders of the agency), or the act asks for a role of his by name.
bool may_take_part(const cases::LoadedCase&, const casefile::Staff&, const procedure::ActType&);

// Error `not_authorised` when the viewer, or a handler among those who act, has no part in this case.
base::Result<void> check_belonging(const cases::LoadedCase&, const identity::Viewer&,
                                   const procedure::ActType&, const ActRequest&);

}  // namespace acts
