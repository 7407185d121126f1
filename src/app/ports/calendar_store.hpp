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

namespace ports {

// Years of the holiday calendar that were brought in, as in catalogue/calendar/holidays.yaml.
struct CalendarVersion {
    std::string id, agency;  // whose administrator brought it in
    base::Value years;       // {"2027": {status, off, work}}
    std::string notice;      // the notice it is taken from
    std::string rests_on;    // the accepted version it was compared with, "" the calendar of the program
    std::string status = "draft";  // draft accepted withdrawn
    std::string drafted_by, drafted_by_name;
    base::Instant drafted_at;
    base::Date reported_on;  // the day its report is as of
    std::string settled_by = {}, settled_by_name = {};
    std::optional<base::Instant> settled_at = {};
};

// What stands otherwise in a case: a clock that ends on another day, begins or no longer runs, or the state
// of the case itself, which has no days.
struct CalendarDifference {
    std::string case_no = {};
    int position = 0;
    std::string cause = {}, code = {}, title = {};
    std::optional<base::Date> old_due = {}, new_due = {};  // nothing: on that side there is no such clock
    bool old_provisional = false, new_provisional = false;
    std::string why = {};  // which days changed, and what else with them
};

class CalendarStore {
  public:
    virtual ~CalendarStore() = default;
    virtual base::Result<std::vector<CalendarVersion>> list() = 0;  // the oldest first
    virtual base::Result<CalendarVersion> load(std::string_view id) = 0;
    // One draft at a time: `draft_open`.
    virtual base::Result<void> create(const identity::Viewer&, const CalendarVersion&) = 0;
    // To accepted or withdrawn. Errors: `version_settled`, `not_permitted`, `rests_on_old`.
    virtual base::Result<void> settle(const identity::Viewer&, const CalendarVersion&) = 0;
    // The report of a draft, written anew as of that day.
    virtual base::Result<void> put_report(std::string_view id, base::Date on,
                                          const std::vector<CalendarDifference>&) = 0;
    virtual base::Result<std::vector<CalendarDifference>> report(const identity::Viewer&,
                                                                 std::string_view id) = 0;
    struct Totals {
        int cases = 0, clocks = 0;
    };
    virtual base::Result<Totals> totals(std::string_view id) = 0;
    // Cases a change between these days may touch, in all agencies.
    virtual base::Result<std::vector<std::string>> touched(base::Date first, base::Date last,
                                                           bool open_only) = 0;
};

}  // namespace ports
