#include "postgres/alarms/alarm_store.hpp"

#include "postgres/alarms/warning_rows.hpp"
#include "postgres/cases/projection.hpp"

namespace postgres {
namespace {

base::Value numbers_value(const std::vector<int>& numbers) {
    return base::List(numbers.begin(), numbers.end());
}

ports::Digest read_digest(const Row& row) {
    return {.day = row.date("day"),
            .made_at = row.instant("made_at"),
            .content = row.value("content"),
            .text = row.text("text")};
}

}  // namespace

base::Result<std::vector<ports::DueClock>> AlarmStore::due(const identity::Viewer& viewer, base::Date until,
                                                           int limit) {
    const auto rows = TRY(app_.read(Context::of(viewer), "alarms/candidates", Params(until, limit)));
    std::vector<ports::DueClock> clocks;
    for (const auto row : rows)
        clocks.push_back({.case_no = row.text("case_no"),
                          .cause = row.text("cause"),
                          .party = row.text("party"),
                          .node = row.text("node"),
                          .handlers = row.texts("handlers"),
                          .handler_names = row.texts("handler_names"),
                          .clock = read_clock(row),
                          .open_acts = row.texts("open_acts")});
    return clocks;
}

base::Result<std::vector<ports::ClockWarning>> AlarmStore::warnings(const identity::Viewer& viewer) {
    const auto rows = TRY(app_.read(Context::of(viewer), "alarms/warnings"));
    return read_warnings(rows);
}

base::Result<void> AlarmStore::set_warning(const identity::Viewer& viewer,
                                           const ports::ClockWarning& warning) {
    TRY(app_.write(Context::of(viewer), "alarms/set_warning",
                   Params(warning.code, numbers_value(warning.before), numbers_value(warning.after),
                          warning.set_by, warning.set_by_name, warning.set_at)));
    return {};
}

base::Result<void> AlarmStore::clear_warning(const identity::Viewer& viewer, std::string_view code) {
    TRY(app_.write(Context::of(viewer), "alarms/clear_warning", Params(code)));
    return {};
}

base::Result<std::vector<ports::Digest>> AlarmStore::digests(const identity::Viewer& viewer) {
    const auto rows = TRY(app_.read(Context::of(viewer), "alarms/digests"));
    std::vector<ports::Digest> digests;
    for (const auto row : rows) digests.push_back(read_digest(row));
    return digests;
}

base::Result<std::optional<ports::Digest>> AlarmStore::digest(const identity::Viewer& viewer,
                                                              base::Date day) {
    const auto rows = TRY(app_.read(Context::of(viewer), "alarms/digest", Params(day)));
    if (rows.empty()) return std::nullopt;
    return read_digest(rows.front());
}

base::Result<std::vector<std::string>> AlarmStore::agencies() {
    const auto rows = TRY(app_.read(Context::for_purpose("nightly"), "organisation/agencies"));
    std::vector<std::string> regions;
    for (const auto row : rows) regions.push_back(row.text("region"));
    return regions;
}

base::Result<bool> AlarmStore::put_digest(const identity::Viewer& whose, const ports::Digest& digest) {
    const auto rows = TRY(app_.write(
        Context::for_purpose("nightly"), "alarms/put_digest",
        Params(whose.person, digest.day, whose.agency, digest.made_at, digest.content, digest.text)));
    return rows.affected() > 0;
}

}  // namespace postgres
