#include "calendars/calendars.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "calendars/differences.hpp"
#include "cases/load_case.hpp"
#include "cases/project.hpp"

namespace calendars {

namespace {

constexpr std::size_t notice_bytes_max = 600;
const identity::Viewer everywhere{.person = {}, .name = {}, .node = {}, .agency = {}, .roles = {"SYSTEM"}};

base::Object with_years(base::Object years, const base::Value& more, std::string_view source) {
    for (const auto& [name, content] : more.object()) {
        base::Value year = content;
        if (!source.empty()) year.as_object()->set("notice", source);
        years.set(name, std::move(year));
    }
    return years;
}

base::Value accepted_years(const base::Value& given, const std::vector<ports::CalendarVersion>& versions) {
    base::Object years = given["years"].object();
    for (const ports::CalendarVersion& version : versions)
        if (version.status == "accepted") years = with_years(std::move(years), version.years, version.notice);
    return years;
}

base::Result<calendar::WorkCalendar> calendar_of(base::Value years) {
    return calendar::WorkCalendar::from(base::Object{
        {"years", std::move(years)}
    });
}

std::string last_accepted(const std::vector<ports::CalendarVersion>& versions) {
    std::string id;
    std::optional<base::Instant> latest;
    for (const ports::CalendarVersion& version : versions)
        if (version.status == "accepted" && (!latest || *latest < *version.settled_at)) {
            latest = version.settled_at;
            id = version.id;
        }
    return id;
}

// From December of the year before the first named to the end of the last.
std::pair<base::Date, base::Date> span_of(const base::Value& years) {
    int first = 9999, last = 0;
    for (const auto& [name, content] : years.object()) {
        int year = 0;
        std::from_chars(name.data(), name.data() + name.size(), year);
        first = std::min(first, year);
        last = std::max(last, year);
    }
    const auto day = [](int year, unsigned month, unsigned of_month) {
        return base::Date(std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(of_month));
    };
    return {day(first - 1, 12, 1), day(last, 12, 31)};
}

base::Result<void> check_notice(std::string_view notice) {
    if (base::is_blank(notice))
        return base::fail("missing_field", "请写明依据的放假通知", "全国年节及纪念日放假办法", "notice");
    if (notice.size() > notice_bytes_max) return base::fail("text_too_long", "内容过长", {}, "notice");
    return {};
}

}  // namespace

bool Calendars::may_draft(const identity::Viewer& viewer) {
    return viewer.has_role("SYSTEM_ADMIN") || may_accept(viewer);
}

bool Calendars::may_accept(const identity::Viewer& viewer) {
    return viewer.has_role("LEADER") || viewer.has_role("CHIEF");
}

base::Result<void> Calendars::reload() {
    const auto versions = TRY(store_.list());
    if (std::ranges::none_of(versions, [](const auto& version) { return version.status == "accepted"; }))
        return {};
    rules_.take(TRY(calendar_of(accepted_years(given_, versions))));
    return {};
}

base::Result<base::Value> Calendars::years_in_force() const {
    return accepted_years(given_, TRY(store_.list()));
}

base::Result<std::vector<DayChange>> Calendars::changed_days(const ports::CalendarVersion& version) const {
    std::vector<ports::CalendarVersion> before;
    for (ports::CalendarVersion& other : TRY(store_.list()))
        if (other.id != version.id && other.status == "accepted" &&
            (!version.settled_at || *other.settled_at < *version.settled_at))
            before.push_back(std::move(other));
    const base::Value years = accepted_years(given_, before);
    const auto was = TRY(calendar_of(years));
    const auto is = TRY(calendar_of(with_years(years.object(), version.years, {})));
    const auto [first, last] = span_of(version.years);
    return day_changes(was, is, first, last);
}

base::Result<ports::CalendarVersion> Calendars::draft(const identity::Viewer& viewer,
                                                      const base::Value& years, std::string_view notice) {
    if (!may_draft(viewer)) return base::fail("not_permitted", "放假安排由系统管理员或者机关负责人导入");
    TRY(check_notice(notice));
    const auto versions = TRY(store_.list());
    const auto whole = calendar_of(with_years(accepted_years(given_, versions).object(), years, {}));
    if (!whole) return base::fail("bad_calendar", whole.error().message, "全国年节及纪念日放假办法", "text");
    ports::CalendarVersion version{.id = office_.ports.random.id(),
                                   .agency = viewer.agency,
                                   .years = years,
                                   .notice = std::string(notice),
                                   .rests_on = last_accepted(versions),
                                   .drafted_by = viewer.person,
                                   .drafted_by_name = viewer.name,
                                   .drafted_at = office_.now(),
                                   .reported_on = office_.today()};
    const auto changes = TRY(changed_days(version));
    const auto final_until = whole->final_until_year();
    if (changes.empty() && final_until == office_.rules.now().calendar.final_until_year())
        return base::fail("nothing_changes", "与现行的放假安排相同，没有需要启用的内容", {}, "text");
    TRY(store_.create(viewer, version));
    TRY(report(version));
    return version;
}

// Folds each case the change may touch once with the days as they are and once as they would be.
base::Result<void> Calendars::report(const ports::CalendarVersion& version) {
    const base::Date today = office_.today();
    const auto changes = TRY(changed_days(version));
    procedure::Rules rules = office_.rules.now();
    const base::Value now_in_force = TRY(years_in_force());
    rules.calendar = TRY(calendar_of(with_years(now_in_force.object(), version.years, {})));
    const auto [first, last] = span_of(version.years);
    std::vector<ports::CalendarDifference> found;
    for (const std::string& no :
         TRY(store_.touched(changes.empty() ? last : changes.front().day, last, true))) {
        const auto record = TRY(office_.ports.cases.load(everywhere, no));
        const auto was =
            cases::project(TRY(cases::fold(office_.rules, record.matter, record.acts)), today, record.acts);
        const auto is =
            cases::project(TRY(cases::fold(rules, record.matter, record.acts)), today, record.acts);
        for (auto& difference : differences(no, was, is, changes)) found.push_back(std::move(difference));
    }
    return store_.put_report(version.id, today, found);
}

base::Result<ports::CalendarVersion> Calendars::look(std::string_view id) {
    auto version = TRY(store_.load(id));
    if (version.status != "draft" || version.reported_on == office_.today()) return version;
    TRY(report(version));
    return store_.load(id);
}

// The lists of every case the change may touch are written anew; what is in hand was folded with the rules
// before and is not used again.
base::Result<void> Calendars::show_new_days(const std::vector<DayChange>& changes) {
    const base::Date today = office_.today();
    const base::Date far = today.plus_years(100);
    for (const std::string& no :
         TRY(store_.touched(changes.empty() ? far : changes.front().day, far, false))) {
        const auto record = TRY(office_.ports.cases.load(everywhere, no));
        const auto state = TRY(cases::fold(office_.rules, record.matter, record.acts));
        const auto written = office_.ports.cases.replace_projection(
            everywhere, no, record.version, cases::project(state, today, record.acts));
        // An act recorded meanwhile brought the rows up to date itself.
        if (!written && written.error().code != "version_conflict") return written;
    }
    return {};
}

base::Result<ports::CalendarVersion> Calendars::accept(const identity::Viewer& viewer, std::string_view id) {
    auto version = TRY(store_.load(id));
    if (!may_accept(viewer)) return base::fail("not_permitted", "放假安排由机关负责人启用");
    if (version.drafted_by == viewer.person)
        return base::fail("not_permitted", "导入的人不能自己启用，应当由另一人核对变动后启用");
    if (version.status != "draft") return base::fail("version_settled", "该放假安排已经启用或者撤回");
    if (version.reported_on != office_.today())
        return base::fail("report_stale", "变动报告不是今天的，请重新打开核对后再启用");
    const auto changes = TRY(changed_days(version));
    version.status = "accepted";
    version.settled_by = viewer.person;
    version.settled_by_name = viewer.name;
    version.settled_at = office_.now();
    TRY(store_.settle(viewer, version));
    TRY(reload());
    TRY(show_new_days(changes));
    return version;
}

base::Result<ports::CalendarVersion> Calendars::withdraw(const identity::Viewer& viewer,
                                                         std::string_view id) {
    auto version = TRY(store_.load(id));
    if (!may_draft(viewer)) return base::fail("not_permitted", "放假安排由系统管理员或者机关负责人撤回");
    if (version.status != "draft") return base::fail("version_settled", "该放假安排已经启用或者撤回");
    version.status = "withdrawn";
    version.settled_by = viewer.person;
    version.settled_by_name = viewer.name;
    version.settled_at = office_.now();
    TRY(store_.settle(viewer, version));
    return version;
}

}  // namespace calendars
