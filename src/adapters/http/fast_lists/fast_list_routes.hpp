#pragma once
#include "fast_lists/keep_lists.hpp"
#include "http/desk/gate.hpp"
#include "http/router.hpp"

namespace desk {

// The lists of the fast track an agency enters. What the room names must outlive the router.
void add_fast_list_routes(http::Router&, const Desk&, const fast_lists::Room&);

}  // namespace desk
