#pragma once
#include "http/desk/gate.hpp"
#include "http/router.hpp"
#include "sealing/desk.hpp"

namespace desk {

// Seals and signatures of papers, and what of them is made public. Both must outlive the router.
void add_sealing_routes(http::Router&, const Desk&, const sealing::Desk&);

}  // namespace desk
