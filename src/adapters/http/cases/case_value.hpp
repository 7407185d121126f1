#pragma once
#include "base/value.hpp"
#include "cases/load_case.hpp"
#include "http/desk/gate.hpp"

namespace desk {

// The case page: everything one sees of a case at once (schema Case).
base::Result<base::Value> case_value(const Desk&, const identity::Viewer&, const cases::LoadedCase&);

}  // namespace desk
