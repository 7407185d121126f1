#include "postgres/calendars/calendar_store.hpp"

namespace postgres {
namespace {

// The report is of all agencies; who reads it sees his own.
const Context& reporter() {
    static const Context context = [] {
        Context made = Context::for_purpose("calendar");
        made.sees_all = true;
        return made;
    }();
    return context;
}

ports::CalendarVersion read_version(const Row& row) {
    return {.id = row.text("id"),
            .agency = row.text("region"),
            .years = row.value("years"),
            .notice = row.text("notice"),
            .rests_on = row.text("rests_on"),
            .status = row.text("status"),
            .drafted_by = row.text("drafted_by"),
            .drafted_by_name = row.text("drafted_by_name"),
            .drafted_at = row.instant("drafted_at"),
            .reported_on = row.date("reported_on"),
            .settled_by_name = row.text("settled_by_name"),
            .settled_at = row.instant_or_none("settled_at")};
}

}  // namespace

base::Result<std::vector<ports::CalendarVersion>> CalendarStore::list() {
    const auto rows = TRY(app_.read(reporter(), "calendars/list"));
    std::vector<ports::CalendarVersion> versions;
    for (const auto row : rows) versions.push_back(read_version(row));
    return versions;
}

base::Result<ports::CalendarVersion> CalendarStore::load(std::string_view id) {
    const auto rows = TRY(app_.read(reporter(), "calendars/load", Params(id)));
    if (rows.empty()) return base::fail("not_found", "没有这个放假安排");
    return read_version(rows.front());
}

base::Result<void> CalendarStore::create(const identity::Viewer& viewer,
                                         const ports::CalendarVersion& version) {
    const auto made = app_.write(
        Context::of(viewer), "calendars/insert",
        Params(version.id, version.agency, version.years, version.notice, version.rests_on,
               version.drafted_by, version.drafted_by_name, version.drafted_at, version.reported_on));
    if (made) return {};
    if (made.error().code == "unique_violation")
        return base::fail("draft_open", "已有一份放假安排等待启用，请先启用或者撤回");
    return base::fail(made.error());
}

base::Result<void> CalendarStore::settle(const identity::Viewer& viewer,
                                         const ports::CalendarVersion& version) {
    const auto done = app_.write(
        Context::of(viewer), "calendars/settle",
        Params(version.id, version.status, version.settled_by, version.settled_by_name, version.settled_at));
    if (done) return {};
    if (done.error().code == "unique_violation")
        return base::fail("rests_on_old", "导入之后放假安排已有变动，请撤回后重新导入");
    return base::fail(done.error());
}

base::Result<void> CalendarStore::put_report(std::string_view id, base::Date on,
                                             const std::vector<ports::CalendarDifference>& differences) {
    std::vector<Step> steps{
        {"calendars/clear_report", Params(id)},
        {"calendars/reported", Params(id, on)}
    };
    for (const auto& one : differences)
        steps.push_back({"calendars/add_difference",
                         Params(id, one.case_no, one.position, one.cause, one.code, one.title, one.old_due,
                                one.new_due, one.old_provisional, one.new_provisional, one.why)});
    TRY(app_.write(reporter(), steps));
    return {};
}

base::Result<std::vector<ports::CalendarDifference>> CalendarStore::report(const identity::Viewer& viewer,
                                                                           std::string_view id) {
    const auto rows = TRY(app_.read(Context::of(viewer), "calendars/differences", Params(id)));
    std::vector<ports::CalendarDifference> differences;
    for (const auto row : rows)
        differences.push_back({.case_no = row.text("case_no"),
                               .position = row.number("position"),
                               .cause = row.text("cause"),
                               .code = row.text("code"),
                               .title = row.text("title"),
                               .old_due = row.date_or_none("old_due"),
                               .new_due = row.date_or_none("new_due"),
                               .old_provisional = row.truth("old_provisional"),
                               .new_provisional = row.truth("new_provisional"),
                               .why = row.text("why")});
    return differences;
}

base::Result<CalendarStore::Totals> CalendarStore::totals(std::string_view id) {
    const auto rows = TRY(app_.read(reporter(), "calendars/totals", Params(id)));
    return Totals{.cases = rows.front().number("cases"), .clocks = rows.front().number("clocks")};
}

base::Result<std::vector<std::string>> CalendarStore::touched(base::Date first, base::Date last,
                                                              bool open_only) {
    const auto rows = TRY(app_.read(reporter(), "calendars/touched", Params(first, last, open_only)));
    std::vector<std::string> numbers;
    for (const auto row : rows) numbers.push_back(row.text("case_no"));
    return numbers;
}

}  // namespace postgres
