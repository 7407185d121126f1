#include "postgres/evidence/evidence_store.hpp"
#include "postgres/naming/naming_store.hpp"
#include "postgres/testing/bureau.hpp"

using namespace postgres::testing;

namespace {

const base::Instant at = base::Instant::at(day(2024, 5, 20), 9);

postgres::NamingStore store() {
    return postgres::NamingStore(bureau().database->app());
}
postgres::EvidenceStore files() {
    return postgres::EvidenceStore(bureau().database->app());
}

// A file that was brought in.
ports::Evidence brought(const std::string& type, base::Instant when = at) {
    const std::string no = must(bureau().cases().create(zhou(), new_case())).case_no;
    const ports::Upload upload{.id = fresh_id(),
                               .case_no = no,
                               .name = "IMG_0001.png",
                               .size = 10,
                               .chunk_size = 10,
                               .declared_sm3 = "",
                               .author = "zhou",
                               .started_at = when};
    must(files().create_upload(zhou(), upload));
    return must(files().complete(zhou(), upload.id,
                                 {.id = fresh_id(),
                                  .case_no = no,
                                  .name = upload.name,
                                  .type = type,
                                  .size = 10,
                                  .sm3 = crypto::sm3_hex(no),
                                  .added_by = "zhou",
                                  .added_by_name = "周敏",
                                  .added_at = when}));
}

ports::FileNaming naming(const ports::Evidence& evidence) {
    return must(store().of_case(zhou(), evidence.case_no)).at(0);
}

// Reads everything that waits, so that the next file is the own one.
void empty_the_queue(base::Instant when) {
    while (const auto file = must(store().take(when)))
        must(store().finish(file->evidence, {.state = "nothing"}, when));
}

}  // namespace

TEST(FileNames, WhatComesInWaitsAndIsReadOnce) {
    empty_the_queue(at);
    const auto evidence = brought("image/png");
    EXPECT_EQ(naming(evidence).state, "waiting");
    const auto file = must(store().take(at));
    ASSERT_TRUE(file);
    EXPECT_EQ(file->evidence, evidence.id);
    EXPECT_EQ(file->sm3, evidence.sm3);
    EXPECT_FALSE(file->parties.empty()) << "the names of the case";
    EXPECT_FALSE(must(store().take(at))) << "nobody else takes it";
    EXPECT_EQ(naming(evidence).state, "reading");
    const base::Value proposal = base::Object{
        {"kind", "营业执照"},
        {"name", "营业执照"}
    };
    must(store().finish(file->evidence, {.state = "proposed", .proposal = proposal, .words = "营业执照\n"},
                        at));
    EXPECT_EQ(naming(evidence).proposal.text("name"), "营业执照");
    must(store().queue(zhou(), evidence.id, at.plus_hours(1)));
    EXPECT_EQ(naming(evidence).state, "waiting") << "asked for anew";
    EXPECT_TRUE(naming(evidence).proposal.is_null());
    empty_the_queue(at);
}

TEST(FileNames, FilmsAreNotRead) {
    EXPECT_EQ(naming(brought("video/mp4")).state, "");
    EXPECT_EQ(naming(brought("audio/mpeg")).state, "");
}

TEST(FileNames, AReaderThatDiesIsFollowedByAnotherThreeTimesInAll) {
    empty_the_queue(at);
    const auto evidence = brought("application/pdf");
    auto when = at;
    for (int i = 0; i < 3; ++i) {
        EXPECT_TRUE(must(store().take(when))) << i;
        when = when.plus_hours(1);
    }
    EXPECT_FALSE(must(store().take(when)));
    EXPECT_EQ(naming(evidence).state, "failed");
    EXPECT_FALSE(naming(evidence).failure.empty());
}

TEST(FileNames, TheNameGivenLastIsTheNameAndTheFirstIsKept) {
    const auto evidence = brought("image/png");
    EXPECT_EQ(evidence.name, "IMG_0001.png");
    must(store().give(zhou(), evidence.id, {.name = "照片.png", .by = "zhou", .by_name = "周敏", .at = at}));
    must(store().give(
        zhou(), evidence.id,
        {.name = "营业执照.png", .was_proposed = true, .by = "zhou", .by_name = "周敏", .at = at}));
    EXPECT_EQ(must(files().load(zhou(), evidence.id)).name, "营业执照.png");
    EXPECT_EQ(must(files().of_case(zhou(), evidence.case_no)).at(0).name, "营业执照.png");
    EXPECT_EQ(naming(evidence).file_name, "IMG_0001.png");
    EXPECT_TRUE(naming(evidence).given->was_proposed);
    EXPECT_FALSE(
        store().give(zhou(), evidence.id, {.name = "a/b", .by = "zhou", .by_name = "周敏", .at = at}));
    EXPECT_FALSE(store().give(zhou(), evidence.id, {.name = "a", .by = "he", .by_name = "何", .at = at}))
        << "in nobody else's name";
}

TEST(FileNames, AnotherAgencySeesNothingAndNobodyWritesWhatWasRead) {
    const auto evidence = brought("image/png");
    EXPECT_TRUE(must(store().of_case(ma(), evidence.case_no)).empty());
    EXPECT_EQ(code_of(store().give(ma(), evidence.id, {.name = "x", .by = "ma", .by_name = "马", .at = at})),
              "not_found");
    const auto forged = bureau().database->app().write(postgres::Context::of(zhou()), "naming/finish",
                                                       postgres::Params(evidence.id, "proposed",
                                                                        base::Value(base::Object{
                                                                            {"name", "x"}
    }),
                                                                        "", "", at));
    EXPECT_TRUE(!forged || forged->affected() == 0);
    EXPECT_EQ(naming(evidence).state, "waiting");
    EXPECT_FALSE(
        bureau().database->app().write(postgres::Context::of(zhou()), "naming/take", postgres::Params(at)));
}
