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

// Whether this colleague could propose an act of this type here: he may take part and holds a role it asks
// for.
bool may_propose(const cases::LoadedCase&, const casefile::Staff&, const procedure::ActType&);

// Error `not_authorised`: a draft is begun only by who could propose the act.
base::Result<void> check_may_draft(const cases::LoadedCase&, const identity::Viewer&,
                                   const procedure::ActType&);

// Error `not_authorised`: files are added by who could propose an act that takes pictures or recordings.
base::Result<void> check_may_add_files(const cases::LoadedCase&, const identity::Viewer&,
                                       const procedure::Table&);

// Error `not_authorised` when the viewer, or a handler among those who act, has no part in this case.
base::Result<void> check_belonging(const cases::LoadedCase&, const identity::Viewer&,
                                   const procedure::ActType&, const ActRequest&);

}  // namespace acts
