#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "alarms/table.hpp"
#include "base/date.hpp"
#include "base/result.hpp"
#include "identity/viewer.hpp"
#include "office/office.hpp"
#include "ports/alarm_store.hpp"

namespace alarms {

// In the order of urgency.
enum class Kind { unlawful_hold, overdue, today, warning, waiting, unopened };
std::string_view code_of(Kind kind);
std::string_view label_of(Kind kind);  // Chinese
inline constexpr int kinds = 6;

enum class Scope { mine, unit, agency };
std::string_view code_of(Scope scope);

struct Alarm {
    Kind kind = Kind::warning;
    std::string case_no, cause, party;
    std::vector<std::string> handlers;  // names
    std::string clock, title, basis;
    std::string says;  // why it is an alarm
    base::Date due;
    int days_left = 0;
    bool provisional = false;
    std::vector<std::pair<std::string, std::string>> cures = {};  // act and its name
    std::string proposal = {};                                    // of a proposal that waits too long
};

// Which days a clock warns on: the agency's own, else those of the catalogue.
struct Warnings {
    std::vector<int> before, after;
};

// What is late or about to be, computed anew at each look.
class Watch {
  public:
    Watch(const office::Office& office, ports::AlarmStore& store, Table table)
        : office_(office), store_(store), table_(std::move(table)) {}

    // What the viewer is shown unless he asks for less: a leader the agency, a unit head his unit, others
    // their own.
    static Scope widest(const identity::Viewer& viewer);
    // Most urgent first. A scope that is wider than the viewer's is `not_permitted`.
    base::Result<std::vector<Alarm>> alarms(const identity::Viewer& viewer, Scope scope) const;

    // The parts of it, for whoever tells many people of one agency at once.
    base::Result<std::vector<ports::DueClock>> due(const identity::Viewer& viewer, int limit) const;
    base::Result<std::vector<ports::ClockWarning>> own_warnings(const identity::Viewer& viewer) const {
        return store_.warnings(viewer);
    }
    std::vector<Alarm> of_clocks(const std::vector<ports::DueClock>& clocks,
                                 const std::vector<ports::ClockWarning>& own, const identity::Viewer& viewer,
                                 Scope scope) const;
    base::Result<std::vector<Alarm>> of_proposals(const identity::Viewer& viewer) const;
    // What another area reminds a person of; asked beside clocks and proposals.
    using Further = std::function<base::Result<std::vector<Alarm>>(const identity::Viewer&)>;
    void also(Further further) { further_ = std::move(further); }
    base::Result<std::vector<Alarm>> further(const identity::Viewer& viewer) const;

    std::optional<Alarm> alarm_of(const ports::DueClock& due, const std::vector<ports::ClockWarning>& own,
                                  base::Instant now) const;
    // What the case page shows of a running clock, with the days the agency chose in place of the
    // catalogue's.
    void warn_as_chosen(clocks::ClockView&, const std::vector<ports::ClockWarning>& own) const;
    // The same for a line of a list, which has the clock alone.
    bool is_warned(const ports::ClockRow&, const std::vector<ports::ClockWarning>& own) const;
    const office::Office& office() const { return office_; }
    ports::AlarmStore& store() const { return store_; }

  private:
    std::vector<base::Date> chosen_days(const ports::ClockWarning& chosen, base::Date anchor,
                                        base::Date due) const;
    base::Date first_warning(const ports::ClockRow& clock, const std::vector<ports::ClockWarning>& own) const;
    std::vector<std::pair<std::string, std::string>> cures_of(const ports::DueClock& due) const;
    std::vector<std::pair<std::string, std::string>> open_ones(const std::vector<std::string>& acts,
                                                               const ports::DueClock& due) const;
    bool falls_to(const identity::Viewer& viewer, const ports::DueClock& due) const;

    const office::Office& office_;
    ports::AlarmStore& store_;
    Table table_;
    Further further_ = {};
};

}  // namespace alarms
