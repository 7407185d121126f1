#pragma once
#include "http/router.hpp"
#include "ports/paper_register.hpp"

namespace desk {

// 文书核验 is open to everybody: who is handed a paper may ask whether it is one of ours.
void add_check_routes(http::Router& router, ports::PaperRegister& papers);

}  // namespace desk
