#include <algorithm>
#include <thread>

#include "postgres/identity/identity_store.hpp"
#include "postgres/testing/bureau.hpp"

using namespace postgres::testing;

namespace {

const base::Instant now = base::Instant::at(day(2024, 5, 16), 9);

postgres::IdentityStore store() {
    return postgres::IdentityStore(bureau().database->app());
}

}  // namespace

TEST(IdentityStore, CountsEveryFailureAndLocks) {
    auto identities = store();
    must(identities.put_account("he", "hefeng", "hash", true));
    std::vector<std::thread> threads;
    for (int i = 0; i < 6; ++i) threads.emplace_back([] { must(store().note_failure("he", now)); });
    for (auto& thread : threads) thread.join();
    must(identities.lock("he", now.plus_hours(1)));
    auto account = must(identities.find_account("hefeng"));
    EXPECT_EQ(account->failures, 6);
    EXPECT_EQ(account->locked_until, now.plus_hours(1));
    EXPECT_TRUE(account->must_change_password);
    must(identities.open_session("he", std::string(64, 'a'), now, now.plus_hours(8)));
    account = must(identities.find_account("hefeng"));
    EXPECT_EQ(account->failures, 0);
    EXPECT_FALSE(account->locked_until);
    EXPECT_FALSE(must(identities.find_account("nobody")));
}

TEST(IdentityStore, KnowsASessionUntilItEnds) {
    auto identities = store();
    must(identities.put_account("zhou", "zhoumin", "hash", false));
    const std::string here(64, 'b'), there(64, 'c');
    must(identities.open_session("zhou", here, now, now.plus_hours(8)));
    must(identities.open_session("zhou", there, now, now.plus_hours(8)));
    const auto session = must(identities.find_session(here, now));
    ASSERT_TRUE(session);
    EXPECT_EQ(session->name, "周敏");
    ASSERT_EQ(session->posts.size(), 1U);
    EXPECT_EQ(session->posts[0].agency, "990101");
    EXPECT_EQ(session->posts[0].agency_name, "城东区局");
    EXPECT_EQ(session->posts[0].node_name, "东湖所");
    EXPECT_EQ(session->posts[0].roles, (std::vector<std::string>{"HANDLER", "SERVER"}));
    EXPECT_FALSE(must(identities.find_session(here, now.plus_hours(9))));
    must(identities.change_password("zhou", "new hash", here));
    EXPECT_TRUE(must(identities.find_session(here, now)));
    EXPECT_FALSE(must(identities.find_session(there, now)));
    must(identities.close_session(here));
    EXPECT_FALSE(must(identities.find_session(here, now)));
    EXPECT_EQ(must(identities.find_account("zhoumin"))->password_hash, "new hash");
}

TEST(Directory, ShowsTheViewersAgencyAndNoOther) {
    postgres::Directory directory(bureau().database->app(), bureau().database->owner());
    EXPECT_EQ(must(directory.agency(zhou())).name, "城东区局");
    const auto staff = must(directory.staff(zhou(), day(2024, 5, 16)));
    ASSERT_EQ(staff.size(), 3U);
    EXPECT_EQ(staff[0].name, "周敏");
    EXPECT_EQ(staff[0].unit, "s-donghu");
    EXPECT_TRUE(must(directory.staff(zhou(), day(2019, 5, 16))).empty());
    EXPECT_EQ(must(directory.units(zhou())).size(), 2U);
    EXPECT_FALSE(must(directory.empty()));
    must(directory.put(Bureau::nodes(), Bureau::people()));
    EXPECT_EQ(must(directory.staff(ma(), day(2024, 5, 16))).size(), 1U);
}

// decision 0068: a card that is renewed goes on where the one before ended; a break is a break, a slip no
// card.
TEST(Directory, ARenewedCertificateGoesOnWhereTheOneBeforeEnded) {
    using Card = casefile::Certificate;
    const auto first = Card{.no = "1", .from = day(2020, 1, 1), .until = day(2024, 2, 29)};
    struct Row {
        const char *why, *person;
        Card second;
        base::Date since;
    };
    const Row rows[] = {
        {"the day after",
         "renewed", {.no = "2", .from = day(2024, 3, 1), .until = day(2028, 2, 29)},
         day(2020, 1, 1)},
        {"before it ended",
         "earlier", {.no = "2", .from = day(2024, 1, 1), .until = day(2028, 2, 29)},
         day(2020, 1, 1)},
        {"a day too late",
         "late",    {.no = "2", .from = day(2024, 3, 2), .until = day(2028, 2, 29)},
         day(2024, 3, 2)},
        {"a slip mended",
         "slip",    {.no = "1", .from = day(2022, 1, 1), .until = day(2024, 2, 29)},
         day(2022, 1, 1)},
    };
    postgres::Directory directory(bureau().database->app(), bureau().database->owner());
    for (const auto& row : rows) {
        SCOPED_TRACE(row.why);
        ports::PersonRow person{
            .id = row.person,
            .name = "某人",
            .posts = {{.node = "s-donghu", .roles = {"HANDLER"}, .from = day(2030, 1, 1)}},
            .certificate = first};
        must(directory.put({}, {person}));
        person.certificate = row.second;
        must(directory.put({}, {person}));
        const auto staff = must(directory.staff(zhou(), day(2030, 5, 16)));
        const auto found = std::ranges::find(staff, row.person, &casefile::Staff::id);
        ASSERT_NE(found, staff.end());
        ASSERT_TRUE(found->certificate);
        EXPECT_EQ(found->certificate->no, row.second.no);
        EXPECT_EQ(found->certificate->until, row.second.until);
        EXPECT_EQ(found->certificate->from, std::optional(row.since));
    }
}

TEST(DocumentStore, HandsTheQueueToOneRendererAtATime) {
    auto append = next_act(file_a_case(), 1);
    append.documents = {numbered_document(), numbered_document()};
    append.documents[1].series = ports::NewDocument::Series::case_number;
    must(bureau().cases().append(zhou(), append));
    postgres::DocumentStore documents(bureau().database->app());
    int made = 0;
    while (const auto next = must(documents.next_queued())) {
        EXPECT_FALSE(next->facts.is_null());
        must(documents.finish_queued(next->id, std::string(64, '0')));
        ++made;
    }
    EXPECT_GE(made, 2);
    const auto list = must(documents.of_case(zhou(), append.case_no));
    EXPECT_EQ(list[1].number, append.case_no);
    EXPECT_EQ(list[0].status, "made");
}

TEST(EvidenceStore, NumbersEvidenceAndKeepsItsCustody) {
    const auto no = file_a_case();
    postgres::EvidenceStore store(bureau().database->app());
    for (int i = 1; i <= 2; ++i) {
        const auto upload = fresh_id();
        must(store.create_upload(zhou(), {.id = upload,
                                          .case_no = no,
                                          .name = "照片.jpg",
                                          .size = 3,
                                          .chunk_size = 2,
                                          .declared_sm3 = "",
                                          .author = "zhou",
                                          .started_at = now}));
        for (const std::int64_t k : {1, 0, 1}) must(store.note_chunk(zhou(), upload, k));
        EXPECT_EQ(must(store.load_upload(zhou(), upload)).received, (std::vector<std::int64_t>{0, 1}));
        ports::Evidence evidence{.id = fresh_id(),
                                 .case_no = no,
                                 .no = "",
                                 .name = "照片.jpg",
                                 .type = "image/jpeg",
                                 .size = 3,
                                 .sm3 = std::string(64, 'a'),
                                 .added_by = "zhou",
                                 .added_by_name = "周敏",
                                 .added_at = now};
        const auto first = must(store.complete(zhou(), upload, evidence));
        EXPECT_EQ(first.no, fmt::format("{}-ZJ{:04}", no, i));
        evidence.id = fresh_id();
        EXPECT_EQ(must(store.complete(zhou(), upload, evidence)).id, first.id);
        must(store.add_custody(he(), {.evidence = first.id,
                                      .kind = "viewed",
                                      .person = "he",
                                      .person_name = "何峰",
                                      .at = now,
                                      .note = ""}));
        const auto custody = must(store.custody(lu(), first.id));
        ASSERT_EQ(custody.size(), 2U);
        EXPECT_EQ(custody[0].kind, "received");
        EXPECT_EQ(custody[1].person_name, "何峰");
    }
    EXPECT_EQ(must(store.of_case(lu(), no)).size(), 2U);
}
