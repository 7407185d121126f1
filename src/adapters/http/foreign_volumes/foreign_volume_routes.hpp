#pragma once
#include "foreign_volumes/load_volume.hpp"
#include "http/desk/gate.hpp"
#include "http/router.hpp"

namespace desk {

// Volumes of other agencies, loaded to be read. Both must outlive the router.
void add_foreign_volume_routes(http::Router&, const Desk&, const foreign_volumes::Room&);

}  // namespace desk
