#pragma once
#include "http/desk/gate.hpp"
#include "http/router.hpp"
#include "ports/sheet_views.hpp"

namespace desk {

// The preview page by page, with the fields its sentences come from; `views` must outlive the router.
void add_sheet_routes(http::Router&, const Desk&, ports::SheetViews& views);

}  // namespace desk
