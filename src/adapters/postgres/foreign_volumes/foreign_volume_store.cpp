#include "postgres/foreign_volumes/foreign_volume_store.hpp"

#include <charconv>

namespace postgres {

namespace {

ports::ForeignUpload read_upload(const Row& row) {
    ports::ForeignUpload upload{.id = row.text("id"),
                                .name = row.text("name"),
                                .size = row.integer("size"),
                                .chunk_size = row.integer("chunk_size"),
                                .author = row.text("author"),
                                .started_at = row.instant("started_at")};
    for (const std::string& text : row.texts("received"))
        std::from_chars(text.data(), text.data() + text.size(), upload.received.emplace_back());
    upload.digests = row.texts("digests");
    return upload;
}

ports::ForeignVolume read_volume(const Row& row) {
    return {.id = row.text("id"),
            .region = row.text("region"),
            .name = row.text("name"),
            .size = row.integer("size"),
            .sm3 = row.text("sm3"),
            .key_sm3 = row.text("key_sm3"),
            .case_no = row.text("case_no"),
            .agency = row.text("agency"),
            .agency_name = row.text("agency_name"),
            .made_at = row.text("made_at"),
            .items = row.number("items"),
            .added_by = row.text("added_by"),
            .added_by_name = row.text("added_by_name"),
            .added_at = row.instant("added_at")};
}

}  // namespace

base::Result<void> ForeignVolumeStore::begin(const identity::Viewer& viewer,
                                             const ports::ForeignUpload& upload) {
    TRY(app_.write(Context::of(viewer), "foreign_volumes/begin_upload",
                   Params(upload.id, viewer.agency, upload.name, upload.size, upload.chunk_size,
                          upload.author, upload.started_at)));
    return {};
}

base::Result<ports::ForeignUpload> ForeignVolumeStore::upload(const identity::Viewer& viewer,
                                                              std::string_view id) {
    const auto rows = TRY(app_.read(Context::of(viewer), "foreign_volumes/load_upload", Params(id)));
    if (rows.empty()) return base::fail("not_found", "没有这个上传");
    return read_upload(rows.front());
}

base::Result<void> ForeignVolumeStore::note_piece(const identity::Viewer& viewer, std::string_view id,
                                                  std::int64_t k, std::string_view sm3) {
    TRY(app_.write(Context::of(viewer), "foreign_volumes/note_piece", Params(id, k, sm3)));
    return {};
}

base::Result<std::vector<ports::ForeignUpload>> ForeignVolumeStore::uploads(const identity::Viewer& viewer) {
    std::vector<ports::ForeignUpload> list;
    for (const auto row : TRY(app_.read(Context::of(viewer), "foreign_volumes/uploads")))
        list.push_back(read_upload(row));
    return list;
}

base::Result<void> ForeignVolumeStore::end(const identity::Viewer& viewer, std::string_view id) {
    TRY(app_.write(Context::of(viewer), "foreign_volumes/end_upload", Params(id)));
    return {};
}

base::Result<void> ForeignVolumeStore::keep(const identity::Viewer& viewer,
                                            const ports::ForeignVolume& volume) {
    const auto written =
        app_.write(Context::of(viewer),
                   std::vector<Step>{
                       {"foreign_volumes/insert",
                        Params(volume.id, viewer.agency, volume.name, volume.size, volume.sm3, volume.key_sm3,
                        volume.case_no, volume.agency, volume.agency_name, volume.made_at,
                        volume.items, volume.added_by, volume.added_by_name, volume.added_at)},
                       {"foreign_volumes/end_upload", Params(volume.id)}
    });
    if (written) return {};
    if (written.error().code == "unique_violation")
        return base::fail("already_loaded", "本机关已经载入过这份电子案卷");
    return base::fail(written.error());
}

base::Result<std::vector<ports::ForeignVolume>> ForeignVolumeStore::list(const identity::Viewer& viewer) {
    std::vector<ports::ForeignVolume> volumes;
    const auto rows = TRY(app_.read(Context::of(viewer), "foreign_volumes/list"));
    for (const auto row : rows) volumes.push_back(read_volume(row));
    return volumes;
}

base::Result<ports::ForeignVolume> ForeignVolumeStore::load(const identity::Viewer& viewer,
                                                            std::string_view id) {
    const auto rows = TRY(app_.read(Context::of(viewer), "foreign_volumes/load", Params(id)));
    if (rows.empty()) return base::fail("not_found", "没有这份外来案卷");
    return read_volume(rows.front());
}

base::Result<void> ForeignVolumeStore::note_view(const identity::Viewer& viewer, std::string_view id,
                                                 std::string_view subject) {
    TRY(app_.write(Context::of(viewer), "foreign_volumes/note_view", Params(id, subject)));
    return {};
}

}  // namespace postgres
