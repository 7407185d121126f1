#pragma once
#include <span>

#include "casefile/act.hpp"
#include "ports/electronic_service_store.hpp"

namespace electronic_service {

// Whether the paper was served after its link went out, in whatever way: then nobody is told any more to
// serve it otherwise. `acts`: those of the case that are not struck.
bool served_since(std::span<const casefile::Act> acts, const ports::ElectronicService& service);

}  // namespace electronic_service
