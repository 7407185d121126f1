#pragma once
#include "document/document.hpp"
#include "http/desk/gate.hpp"

namespace desk {

// The paper named in `document` as the act of the rest of the body would give rise to; nothing is recorded.
base::Result<document::Document> previewed(const Desk&, const http::Request&, const identity::Viewer&);

}  // namespace desk
