#pragma once
#include <string>
#include <vector>

#include "base/instant.hpp"
#include "cases/load_case.hpp"
#include "clocks/clocks.hpp"
#include "procedure/main_state.hpp"

namespace acts {

// How the case came from one state into the next: by an act, or by the end of a period (n = 0).
struct Passage {
    procedure::MainState from = procedure::MainState::none;
    procedure::MainState to = procedure::MainState::none;
    int n = 0;
    base::Instant at;
};
std::vector<Passage> passages(const cases::LoadedCase&, base::Instant now);

// What an open act would bring: the states its outcomes lead to, and the periods it would keep. Found by
// folding the act, filled in from what is known, into a copy of the case.
struct Prospect {
    std::vector<procedure::MainState> leads_to;  // in the order of the outcomes; empty: the state stays
    std::vector<clocks::ClockView> meets;        // as they stand now, with their last days
};
Prospect prospect(const cases::LoadedCase&, const procedure::ActType&, base::Instant now);

// The colleagues who could do this act in this case.
std::vector<const casefile::Staff*> who_may(const cases::LoadedCase&, const procedure::ActType&);
// Those who hold that power of approval over this act in this case today, by their post or by a written
// grant.
std::vector<const casefile::Staff*> who_approves(const cases::LoadedCase&, const procedure::ActType&,
                                                 std::string_view role, base::Date today);

}  // namespace acts
