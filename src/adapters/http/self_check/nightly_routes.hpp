#pragma once
#include "http/desk/routes.hpp"
#include "ports/nightly_store.hpp"

namespace desk {

// 夜间作业: whoever runs the system reads what ran in the night and what it cleared away.
void add_nightly_routes(http::Router& router, const Desk& desk, ports::NightlyStore& nights);

}  // namespace desk
