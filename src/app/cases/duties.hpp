#pragma once
#include <string_view>
#include <vector>

#include "identity/viewer.hpp"
#include "office/office.hpp"
#include "ports/case_queries.hpp"
#include "ports/case_store.hpp"
#include "procedure/case.hpp"

namespace cases {

// What has to be done in a case at that moment, a row for each role it falls to ("due"): the next step of its
// state, what keeps a period that runs or was missed, papers still to be served. And what may be done about
// such a period beside that, an extension for instance, as nobody's duty ("open").
std::vector<ports::TaskRow> duties(const procedure::Case& state, base::Instant at,
                                   const std::vector<clocks::ClockView>& clocks);

// The acts that keep a period or lead to what keeps it, one of which is open while it runs.
std::vector<std::string_view> acts_towards(std::string_view clock);

// The acts the rows above may name for a clock, or for the state a case is in.
std::vector<std::string_view> acts_about(std::string_view clock);

// What falls to the viewer himself, due first; an act that waits in an inbox already is left out.
inline constexpr std::size_t duties_max = 500;
base::Result<std::vector<ports::DutyItem>> duties_of(const office::Office& office,
                                                     const identity::Viewer& viewer);

// Himself, and the roles of his a duty of the agency may fall to. 送达人: officers of a station serve the
// papers of their own cases, so that the papers of all others are left to those who do nothing else.
std::vector<std::string> duty_roles(const identity::Viewer& viewer);

}  // namespace cases
