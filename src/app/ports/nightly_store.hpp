#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "base/value.hpp"
#include "identity/viewer.hpp"

namespace ports {

// One job of one civil day, as it ended.
struct NightlyRun {
    std::string job;
    base::Date day;
    int attempts = 1;
    base::Instant started_at, finished_at;
    base::Value outcome = {};  // what the job says of itself
    std::string error = {};    // empty: it succeeded
};

class NightlyStore {
  public:
    virtual ~NightlyStore() = default;
    virtual base::Result<bool> is_done(std::string_view job, base::Date day) = 0;
    // A run that succeeded is never replaced.
    virtual base::Result<void> note(const NightlyRun&) = 0;
    // The newest first; nothing for whoever does not run the system.
    virtual base::Result<std::vector<NightlyRun>> runs(const identity::Viewer&) = 0;
};

}  // namespace ports
