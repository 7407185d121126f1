#pragma once
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "identity/viewer.hpp"
#include "office/office.hpp"
#include "ports/alarm_store.hpp"

namespace alarms {

bool may_set_warnings(const identity::Viewer& viewer);  // 机关负责人、系统管理员

// The warning days an agency chooses for one clock. It may choose others, never none: an alarm is not
// switched off. Errors: `not_found` (no such clock), `not_permitted`, and those that name the field.
base::Result<void> set_warning(const office::Office&, ports::AlarmStore&, const identity::Viewer&,
                               std::string_view code, std::vector<int> before, std::vector<int> after);
base::Result<void> clear_warning(const office::Office&, ports::AlarmStore&, const identity::Viewer&,
                                 std::string_view code);

}  // namespace alarms
