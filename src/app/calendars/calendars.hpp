#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "calendars/read_years.hpp"
#include "identity/viewer.hpp"
#include "office/office.hpp"
#include "ports/calendar_store.hpp"

namespace calendars {

// A day that is counted otherwise than before.
struct DayChange {
    base::Date day;
    std::string before, after;  // "工作日", "周末", "春节"
};

// The holiday calendar of the installation: that of the program with the years brought in since. A version is
// drafted by one person and accepted by another, who reads what it changes in open cases
// (docs/decisions/0026).
class Calendars {
  public:
    // `given`: content of catalogue/calendar/holidays.yaml.
    Calendars(const office::Office& office, office::RulesInForce& rules, ports::CalendarStore& store,
              base::Value given, ReadYaml read_yaml)
        : office_(office),
          rules_(rules),
          store_(store),
          given_(std::move(given)),
          read_yaml_(std::move(read_yaml)) {}

    // Takes what was accepted; said at the start.
    base::Result<void> reload();
    base::Result<base::Value> years_in_force() const;  // {"2026": {status, off, work, source?}}

    base::Result<ports::CalendarVersion> draft(const identity::Viewer&, const base::Value& years,
                                               std::string_view notice);
    // With its report as of today: a draft that lay overnight is reported on anew.
    base::Result<ports::CalendarVersion> look(std::string_view id);
    base::Result<ports::CalendarVersion> accept(const identity::Viewer&, std::string_view id);
    base::Result<ports::CalendarVersion> withdraw(const identity::Viewer&, std::string_view id);

    base::Result<std::vector<DayChange>> changed_days(const ports::CalendarVersion&) const;
    ports::CalendarStore& store() const { return store_; }
    const ReadYaml& read_yaml() const { return read_yaml_; }

    static bool may_draft(const identity::Viewer& viewer);   // 系统管理员、机关负责人
    static bool may_accept(const identity::Viewer& viewer);  // 机关负责人，不是导入的人

  private:
    base::Result<void> report(const ports::CalendarVersion& version);
    base::Result<void> show_new_days(const std::vector<DayChange>& changes);

    const office::Office& office_;
    office::RulesInForce& rules_;
    ports::CalendarStore& store_;
    base::Value given_;
    ReadYaml read_yaml_;
};

}  // namespace calendars
