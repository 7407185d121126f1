#pragma once
#include "cases/load_case.hpp"
#include "http/desk/gate.hpp"
#include "identity/viewer.hpp"

namespace desk {

// GET /api/cases/{no}/why: what brought the case where it is, who may do what next, what is shut and what
// would open it.
base::Value why_value(const Desk&, const identity::Viewer&, const cases::LoadedCase&);

}  // namespace desk
