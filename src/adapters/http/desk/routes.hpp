#pragma once
#include "http/desk/gate.hpp"
#include "http/router.hpp"

namespace desk {

// The routes of api/openapi.yaml, one function per area. `Desk` must outlive the router.
void add_session_routes(http::Router&, const Desk&);
void add_catalogue_routes(http::Router&, const Desk&);
void add_case_routes(http::Router&, const Desk&);
void add_act_routes(http::Router&, const Desk&);
void add_proposal_routes(http::Router&, const Desk&);
void add_approval_routes(http::Router&, const Desk&);
void add_panel_routes(http::Router&, const Desk&);
void add_evidence_routes(http::Router&, const Desk&);
void add_document_routes(http::Router&, const Desk&);
void add_foreign_paper_routes(http::Router&, const Desk&);
void add_discretion_routes(http::Router&, const Desk&);
void add_benchmark_table_routes(http::Router&, const Desk&);
void add_simulation_routes(http::Router&, const Desk&);
void add_law_routes(http::Router&, const Desk&);
void add_explorer_routes(http::Router&, const Desk&);
void add_delegation_routes(http::Router&, const Desk&);
void add_alarm_routes(http::Router&, const Desk&);
void add_calendar_routes(http::Router&, const Desk&);
void add_hand_over_routes(http::Router&, const Desk&);
void add_self_check_routes(http::Router&, const Desk&);
void add_head_routes(http::Router&, const Desk&);
void add_electronic_service_routes(http::Router&, const Desk&);
void add_file_name_routes(http::Router&, const Desk&);

inline void add_routes(http::Router& router, const Desk& desk) {
    add_session_routes(router, desk);
    add_catalogue_routes(router, desk);
    add_case_routes(router, desk);
    add_act_routes(router, desk);
    add_proposal_routes(router, desk);
    add_approval_routes(router, desk);
    add_panel_routes(router, desk);
    add_evidence_routes(router, desk);
    add_document_routes(router, desk);
    add_foreign_paper_routes(router, desk);
    add_discretion_routes(router, desk);
    add_benchmark_table_routes(router, desk);
    add_simulation_routes(router, desk);
    add_law_routes(router, desk);
    add_explorer_routes(router, desk);
    add_delegation_routes(router, desk);
    add_alarm_routes(router, desk);
    add_calendar_routes(router, desk);
    add_hand_over_routes(router, desk);
    add_self_check_routes(router, desk);
    add_head_routes(router, desk);
    add_electronic_service_routes(router, desk);
    add_file_name_routes(router, desk);
}

}  // namespace desk
