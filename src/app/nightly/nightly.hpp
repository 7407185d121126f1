#pragma once
#include <functional>
#include <span>
#include <string>

#include "base/date.hpp"
#include "base/result.hpp"
#include "base/value.hpp"
#include "ports/clock.hpp"
#include "ports/nightly_store.hpp"

namespace nightly {

using GoesOn = std::function<bool()>;  // false when the server is to stop

// Work that is done once for each civil day, in its first minutes: the day's digest, the check of what is
// open. It may be cut short by a stop or a failure and is then begun anew: whatever it writes must bear that.
struct Job {
    std::string name;  // its row in nightly_runs
    // What it says of itself is kept with the run.
    std::function<base::Result<base::Value>(base::Date day, const GoesOn& goes_on)> run;
};

// Runs what has not yet been done today, in order. A job that fails is noted with its reason and keeps none
// of the others from running; the first such failure is returned, and the next call tries that job again.
base::Result<int> run_due(ports::NightlyStore&, const ports::Clock&, std::span<const Job>, const GoesOn&);

}  // namespace nightly
