#include "postgres/foreign_volumes/foreign_volume_store.hpp"
#include "postgres/testing/bureau.hpp"

using namespace postgres::testing;

namespace {

const base::Instant now = base::Instant::at(day(2026, 3, 2), 9);

postgres::ForeignVolumeStore store() {
    return postgres::ForeignVolumeStore(bureau().database->app());
}

ports::ForeignUpload upload() {
    return {.id = fresh_id(),
            .name = "案卷.zip",
            .size = 10,
            .chunk_size = 4,
            .author = "zhou",
            .started_at = now};
}

ports::ForeignVolume volume_of(const ports::ForeignUpload& from, char fill) {
    return {.id = from.id,
            .region = "990101",
            .name = from.name,
            .size = from.size,
            .sm3 = std::string(64, fill),
            .key_sm3 = std::string(64, 'k'),
            .case_no = "440101-2025-000007",
            .agency = "440101",
            .agency_name = "外省某局",
            .made_at = "2025-12-01T09:00:00+08:00",
            .items = 12,
            .added_by = "zhou",
            .added_by_name = "周敏",
            .added_at = now};
}

std::string code_of(const auto& result) {
    return result ? "" : result.error().code;
}

}  // namespace

TEST(ForeignVolumeStore, AnUploadIsItsAuthorsOwn) {
    auto volumes = store();
    const auto begun = upload();
    must(volumes.begin(zhou(), begun));
    must(volumes.note_piece(zhou(), begun.id, 2, "c"));
    must(volumes.note_piece(zhou(), begun.id, 0, "a"));
    must(volumes.note_piece(zhou(), begun.id, 2, "d"));
    EXPECT_EQ(must(volumes.upload(zhou(), begun.id)).received, (std::vector<std::int64_t>{0, 2}));
    EXPECT_EQ(must(volumes.upload(zhou(), begun.id)).digests, (std::vector<std::string>{"a", "d"}));
    EXPECT_EQ(must(volumes.uploads(zhou())).at(0).id, begun.id);
    EXPECT_TRUE(must(volumes.uploads(lu())).empty());
    EXPECT_EQ(code_of(volumes.upload(lu(), begun.id)), "not_found");
    EXPECT_EQ(code_of(volumes.note_piece(lu(), begun.id, 1, "b")), "not_found");
    must(volumes.end(zhou(), begun.id));
    EXPECT_EQ(code_of(volumes.upload(zhou(), begun.id)), "not_found");
}

TEST(ForeignVolumeStore, IsReadInItsAgencyAndAboveOnly) {
    auto volumes = store();
    const auto begun = upload();
    must(volumes.begin(zhou(), begun));
    must(volumes.keep(zhou(), volume_of(begun, 'a')));
    EXPECT_EQ(code_of(volumes.upload(zhou(), begun.id)), "not_found") << "it has become a volume";
    EXPECT_EQ(must(volumes.load(lu(), begun.id)).agency_name, "外省某局");
    EXPECT_EQ(must(volumes.load(qin(), begun.id)).items, 12) << "the city above it";
    EXPECT_EQ(code_of(volumes.load(ma(), begun.id)), "not_found") << "another district";
    EXPECT_EQ(code_of(volumes.load(administrator({"SYSTEM_ADMIN"}), begun.id)), "not_found");
    EXPECT_TRUE(must(volumes.list(administrator({"AUDIT_ADMIN"}))).empty());
    must(volumes.note_view(lu(), begun.id, begun.id));

    const auto again = upload();
    must(volumes.begin(zhou(), again));
    EXPECT_EQ(code_of(volumes.keep(zhou(), volume_of(again, 'a'))), "already_loaded");
}
