#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "base/value.hpp"
#include "identity/viewer.hpp"
#include "ports/case_store.hpp"

namespace ports {

// A clock of an open case that has run out or is about to.
struct DueClock {
    std::string case_no, cause, party, node;
    std::vector<std::string> handlers, handler_names;
    ClockRow clock;
    std::vector<std::string> open_acts =
        {};  // that are due in the case now, or may be done about its periods
};

// Warning days an agency chose for a clock, in place of those of the catalogue.
struct ClockWarning {
    std::string code;
    std::vector<int> before, after;  // natural days before the last day; n-th working day of the period
    std::string set_by = {}, set_by_name = {};
    base::Instant set_at = {};
};

struct Digest {
    base::Date day;
    base::Instant made_at;
    base::Value content;  // {counts, alarms, waiting, returned}
    std::string text;
};

class AlarmStore {
  public:
    virtual ~AlarmStore() = default;
    // Unmet clocks of the viewer's agency, and running ones due up to that day; at most `limit` of either.
    virtual base::Result<std::vector<DueClock>> due(const identity::Viewer&, base::Date until, int limit) = 0;
    virtual base::Result<std::vector<ClockWarning>> warnings(const identity::Viewer&) = 0;
    virtual base::Result<void> set_warning(const identity::Viewer&, const ClockWarning&) = 0;
    virtual base::Result<void> clear_warning(const identity::Viewer&, std::string_view code) = 0;

    virtual base::Result<std::vector<Digest>> digests(const identity::Viewer&) = 0;  // the newest first
    virtual base::Result<std::optional<Digest>> digest(const identity::Viewer&, base::Date day) = 0;
    virtual base::Result<std::vector<std::string>> agencies() = 0;  // region codes
    // Says whether it was kept: the first digest of a person's day stays.
    virtual base::Result<bool> put_digest(const identity::Viewer& whose, const Digest&) = 0;
};

}  // namespace ports
