#pragma once
#include "base/date.hpp"
#include "cases/load_case.hpp"
#include "identity/viewer.hpp"
#include "procedure/table.hpp"

namespace acts {

// Whether the law would send this colleague away from an act that is open to others: he is out of the case,
// has no valid certificate, handles what he would review, is not the host who was named … And whether there
// is anything in the case for the act to point at.
bool is_fit(const cases::LoadedCase&, const casefile::Staff&, const procedure::ActType&, base::Date today);

// What a page tells the viewer: that an open act is his to do, now.
bool may_do(const cases::LoadedCase&, const identity::Viewer&, const procedure::ActType&, base::Date today);

// Error `not_permitted`: whoever looks on from another agency does nothing in the case.
base::Result<void> check_is_colleague(const cases::LoadedCase&, const identity::Viewer&);

}  // namespace acts
