#pragma once
#include "http/desk/gate.hpp"
#include "http/router.hpp"
#include "ports/phrase_store.hpp"

namespace desk {

// The phrase libraries of units and agencies. Both must outlive the router.
void add_phrase_routes(http::Router&, const Desk&, ports::PhraseStore&);

}  // namespace desk
