#include "postgres/panels/meeting_store.hpp"

namespace postgres {
namespace {

ports::MeetingRow read_meeting(const Row& row) {
    return {.id = row.text("id"),
            .version = row.integer("version"),
            .agency = row.text("region"),
            .held_at = row.instant("held_at"),
            .status = row.text("status"),
            .people = row.texts("people"),
            .body = row.value("body"),
            .created_at = row.instant("created_at"),
            .updated_at = row.instant("updated_at")};
}

}  // namespace

base::Result<void> MeetingStore::create(const identity::Viewer& viewer, const ports::MeetingRow& meeting) {
    TRY(app_.write(Context::of(viewer), "panels/insert",
                   Params(meeting.id, meeting.agency, meeting.held_at, meeting.status, meeting.people,
                          Json{meeting.body}, meeting.created_at)));
    return {};
}

base::Result<ports::MeetingRow> MeetingStore::load(const identity::Viewer& viewer, std::string_view id) {
    const auto rows = TRY(app_.read(Context::of(viewer), "panels/load", Params(id)));
    if (rows.empty()) return base::fail("not_found", "没有这个会议");
    return read_meeting(rows.front());
}

base::Result<void> MeetingStore::save(const identity::Viewer& viewer, const ports::MeetingRow& meeting) {
    TRY(app_.write(Context::of(viewer), "panels/save",
                   Params(meeting.id, meeting.version, meeting.held_at, meeting.status, meeting.people,
                          Json{meeting.body}, meeting.updated_at)));
    return {};
}

base::Result<std::vector<ports::MeetingRow>> MeetingStore::mine(const identity::Viewer& viewer) {
    const auto rows = TRY(app_.read(Context::of(viewer), "panels/mine"));
    std::vector<ports::MeetingRow> meetings;
    for (const auto row : rows) meetings.push_back(read_meeting(row));
    return meetings;
}

}  // namespace postgres
