#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "identity/viewer.hpp"

namespace ports {

// Something wrong with a case that no act explains. Says nothing of what the case is about.
struct Finding {
    std::string case_no;
    std::string kind;       // stuck, clock_without_task, closed_with_open, projection, stale, unreadable
    std::string detail;     // Chinese
    base::Date since = {};  // first day on which the check found it, without a break
};

struct FindingReport {
    base::Date day;  // of the last check
    std::vector<Finding> findings;
};

class FindingStore {
  public:
    virtual ~FindingStore() = default;
    // Takes the place of what was found before on the same day.
    virtual base::Result<void> put(base::Date day, const std::vector<Finding>&) = 0;
    // Of the viewer's agency, after the last check; nothing when there was none or the viewer does not run
    // the system.
    virtual base::Result<std::optional<FindingReport>> latest(const identity::Viewer&) = 0;
};

}  // namespace ports
