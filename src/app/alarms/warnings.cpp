#include "alarms/warnings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "alarms/table.hpp"

namespace alarms {

namespace {

constexpr int days_max = 365;
constexpr std::size_t warnings_max = 5;

base::Result<void> check_days(const std::vector<int>& days, std::string_view field) {
    if (days.size() > warnings_max)
        return base::fail("too_many", fmt::format("一项期限最多设{}个预警日", warnings_max), {},
                          std::string(field));
    for (std::size_t i = 0; i < days.size(); ++i)
        if (days[i] < 1 || days[i] > days_max)
            return base::fail("out_of_range", fmt::format("预警日应当在1至{}之间", days_max), {},
                              fmt::format("{}.{}", field, i));
    return {};
}

base::Result<void> check(const office::Office& office, const identity::Viewer& viewer,
                         std::string_view code) {
    const auto& versions = office.rules.clocks.versions(code);
    if (versions.empty() || !is_watched(versions.front()))
        return base::fail("not_found", "没有这项需要预警的期限");
    if (!may_set_warnings(viewer)) return base::fail("not_permitted", "预警日由机关负责人或者系统管理员设定");
    return {};
}

}  // namespace

bool may_set_warnings(const identity::Viewer& viewer) {
    return viewer.has_role("LEADER") || viewer.has_role("CHIEF") || viewer.has_role("SYSTEM_ADMIN");
}

base::Result<void> set_warning(const office::Office& office, ports::AlarmStore& store,
                               const identity::Viewer& viewer, std::string_view code, std::vector<int> before,
                               std::vector<int> after) {
    TRY(check(office, viewer, code));
    TRY(check_days(before, "before"));
    TRY(check_days(after, "after"));
    if (before.empty() && after.empty())
        return base::fail("missing_field", "至少设一个预警日；预警可以调整，不能取消", {}, "before");
    std::ranges::sort(before, std::greater());
    std::ranges::sort(after);
    return store.set_warning(viewer, {.code = std::string(code),
                                      .before = std::move(before),
                                      .after = std::move(after),
                                      .set_by = viewer.person,
                                      .set_by_name = viewer.name,
                                      .set_at = office.now()});
}

base::Result<void> clear_warning(const office::Office& office, ports::AlarmStore& store,
                                 const identity::Viewer& viewer, std::string_view code) {
    TRY(check(office, viewer, code));
    return store.clear_warning(viewer, code);
}

}  // namespace alarms
