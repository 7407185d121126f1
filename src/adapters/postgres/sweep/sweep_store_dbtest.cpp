#include <algorithm>

#include "postgres/foreign_volumes/foreign_volume_store.hpp"
#include "postgres/sweep/sweep_store.hpp"
#include "postgres/testing/bureau.hpp"

using namespace postgres::testing;

namespace {

const base::Instant begun = base::Instant::at(day(2026, 3, 2), 9);
const base::Instant later = begun.plus_hours(1);

postgres::SweepStore sweep_store() {
    return postgres::SweepStore(bureau().database->app());
}
postgres::EvidenceStore files() {
    return postgres::EvidenceStore(bureau().database->app());
}
postgres::ForeignVolumeStore volumes() {
    return postgres::ForeignVolumeStore(bureau().database->app());
}

std::string evidence_upload(const std::string& case_no) {
    const ports::Upload upload{.id = fresh_id(),
                               .case_no = case_no,
                               .name = "说明.pdf",
                               .size = 10,
                               .chunk_size = 10,
                               .author = "zhou",
                               .started_at = begun};
    must(files().create_upload(zhou(), upload));
    return upload.id;
}

ports::Evidence evidence_of(const std::string& case_no, const std::string& sm3) {
    return {.id = fresh_id(),
            .case_no = case_no,
            .name = "说明.pdf",
            .type = "application/pdf",
            .size = 10,
            .sm3 = sm3,
            .added_by = "zhou",
            .added_by_name = "周敏",
            .added_at = begun};
}

bool is_listed(std::string_view kind, const std::string& id, base::Instant before = later) {
    const auto list = must(sweep_store().abandoned(kind, before));
    return std::ranges::find(list, id, &ports::AbandonedUpload::id) != list.end();
}

}  // namespace

TEST(SweepStore, ForgetsWhatWasBegunBeforeAndNothingThatBecameAFile) {
    const std::string no = must(bureau().cases().create(zhou(), new_case())).case_no;
    const std::string left = evidence_upload(no), filed = evidence_upload(no);
    const auto evidence = must(files().complete(zhou(), filed, evidence_of(no, crypto::sm3_hex("a file"))));
    EXPECT_TRUE(is_listed("evidence", left));
    EXPECT_FALSE(is_listed("evidence", left, begun)) << "not before that very instant";
    EXPECT_FALSE(is_listed("evidence", filed));
    EXPECT_TRUE(must(sweep_store().is_wanted("evidence", left)));
    EXPECT_FALSE(must(sweep_store().is_wanted("evidence", filed))) << "its pieces have become a file";
    EXPECT_FALSE(must(sweep_store().forget("evidence", filed, later)));
    EXPECT_FALSE(must(sweep_store().forget("evidence", left, begun)));
    EXPECT_TRUE(must(sweep_store().forget("evidence", left, later)));
    EXPECT_FALSE(must(sweep_store().is_wanted("evidence", left)));
    EXPECT_FALSE(files().load_upload(zhou(), left));
    EXPECT_EQ(must(files().load(zhou(), evidence.id)).sm3, evidence.sm3);
}

TEST(SweepStore, AForeignVolumeIsWantedAsLongAsARowLeadsToIt) {
    const ports::ForeignUpload upload{.id = fresh_id(),
                                      .name = "案卷.zip",
                                      .size = 10,
                                      .chunk_size = 4,
                                      .author = "zhou",
                                      .started_at = begun};
    must(volumes().begin(zhou(), upload));
    EXPECT_TRUE(is_listed("foreign", upload.id));
    EXPECT_TRUE(must(sweep_store().is_wanted("foreign", upload.id)));
    must(volumes().keep(zhou(), {.id = upload.id,
                                 .region = "990101",
                                 .name = upload.name,
                                 .size = 10,
                                 .sm3 = crypto::sm3_hex(upload.id),
                                 .key_sm3 = std::string(64, 'k'),
                                 .case_no = "440101-2025-000007",
                                 .agency = "440101",
                                 .agency_name = "外省某局",
                                 .made_at = "2025-12-01T09:00:00+08:00",
                                 .items = 1,
                                 .added_by = "zhou",
                                 .added_by_name = "周敏",
                                 .added_at = begun}));
    EXPECT_FALSE(is_listed("foreign", upload.id));
    EXPECT_TRUE(must(sweep_store().is_wanted("foreign", upload.id))) << "it is a volume now";
    EXPECT_FALSE(must(sweep_store().is_wanted("foreign", fresh_id())));
}

TEST(SweepStore, NobodyElseClearsAway) {
    for (const char* query : {"sweep/abandoned", "sweep/forget"})
        EXPECT_FALSE(bureau().database->app().write(postgres::Context::of(zhou()), query,
                                                    std::string_view(query) == "sweep/forget"
                                                        ? postgres::Params("evidence", "x", later)
                                                        : postgres::Params("evidence", later)))
            << query;
    EXPECT_FALSE(bureau().database->app().read(postgres::Context::of(administrator({"SYSTEM_ADMIN"})),
                                               "sweep/is_wanted", postgres::Params("evidence", "x")));
}

TEST(PageCounts, AreKeptOnceWithTheBytesAndShownWithTheFile) {
    const std::string no = must(bureau().cases().create(zhou(), new_case())).case_no;
    const std::string sm3 = crypto::sm3_hex(no), locked = crypto::sm3_hex(no + "locked");
    const auto first = must(files().complete(zhou(), evidence_upload(no), evidence_of(no, sm3)));
    const auto other = must(files().complete(zhou(), evidence_upload(no), evidence_of(no, locked)));
    EXPECT_FALSE(must(files().load(zhou(), first.id)).counted);
    const auto open = must(files().uncounted(1000));
    EXPECT_NE(std::ranges::find(open, sm3), open.end());
    must(files().note_pages(sm3, {.pages = 12}));
    must(files().note_pages(sm3, {.pages = 13}));
    must(files().note_pages(locked, {.failure = "encrypted"}));
    EXPECT_EQ(must(files().load(zhou(), first.id)).counted->pages, 12) << "counted once";
    EXPECT_EQ(must(files().of_case(zhou(), no)).at(1).counted->failure, "encrypted");
    EXPECT_EQ(other.sm3, locked);
    EXPECT_FALSE(files().note_pages(crypto::sm3_hex("x"), {.pages = 0})) << "neither pages nor a reason";
    const auto rest = must(files().uncounted(1000));
    EXPECT_EQ(std::ranges::find(rest, sm3), rest.end());
    EXPECT_FALSE(bureau().database->app().write(postgres::Context::of(zhou()), "evidence/note_pages",
                                                postgres::Params(crypto::sm3_hex("y"), 1, "")));
}
