#include "postgres/fast_lists/fast_list_store.hpp"
#include "postgres/testing/bureau.hpp"

using namespace postgres::testing;

namespace {

const base::Instant now = base::Instant::at(day(2026, 1, 5), 9);

identity::Viewer legal() {
    return viewer("zhou", "d990101", "990101", {"LEGAL"});
}
identity::Viewer chief() {
    return viewer("he", "d990101", "990101", {"CHIEF"});
}

ports::FastListRow draft(std::string agency, base::Date from) {
    return {.id = fresh_id(),
            .agency = std::move(agency),
            .title = "简案快办清单",
            .source = "城东市监发〔2026〕18号",
            .from = from,
            .to = day(2030, 1, 1),
            .items = {{.no = 1, .title = "经营过期食品", .violations = {"food.expired", "food.label"}}},
            .drafted_by = "zhou",
            .drafted_by_name = "周敏",
            .created_at = now,
            .updated_at = now};
}

ports::FastListSignature signature(int n, std::string action, std::string person,
                                   std::string role = "LEADER") {
    return {.n = n,
            .action = std::move(action),
            .person = person,
            .person_name = person,
            .role = std::move(role),
            .content_sm3 = std::string(64, 'a'),
            .at = now};
}

postgres::FastListStore store() {
    return postgres::FastListStore(bureau().database->app());
}

ports::FastListRow with(ports::FastListRow list, std::string status) {
    list.status = std::move(status);
    return list;
}

}  // namespace

TEST(FastListStore, IsApprovedByTwoBesideTheDrafterAndThenNeverChanged) {
    auto lists = store();
    const auto made = draft("990101", day(2026, 2, 1));
    must(lists.create(legal(), made));
    EXPECT_EQ(code_of(lists.create(legal(), draft("990101", day(2026, 3, 1)))), "list_waiting");
    auto read = must(lists.load(legal(), made.id));
    EXPECT_EQ(read.items, made.items);
    EXPECT_EQ(read.to, made.to);
    EXPECT_EQ(code_of(lists.sign(legal(), with(read, "waiting"), signature(1, "approve", "zhou"))),
              "not_permitted")
        << "the drafter";
    EXPECT_EQ(code_of(lists.sign(lu(), with(read, "approved"), signature(1, "approve", "lu"))),
              "not_permitted")
        << "one alone";
    const auto colleague = viewer("he", "d990101", "990101", {"LEGAL"});
    EXPECT_EQ(code_of(lists.sign(colleague, read, signature(1, "approve", "he", "LEADER"))), "not_permitted")
        << "as the leader he is not";
    EXPECT_EQ(code_of(lists.sign(colleague, read, signature(1, "approve", "he", "LEGAL"))), "not_permitted")
        << "the legal unit approves nothing";
    EXPECT_EQ(code_of(lists.sign(lu(), with(read, "withdrawn"), signature(1, "withdraw", "lu"))),
              "not_permitted")
        << "a leader returns, he does not withdraw";
    must(lists.sign(lu(), read, signature(1, "approve", "lu")));
    EXPECT_EQ(code_of(lists.sign(chief(), read, signature(2, "approve", "he", "CHIEF"))), "version_conflict")
        << "as it was read before";
    read = must(lists.load(legal(), made.id));
    auto other = with(read, "approved");
    must(lists.sign(chief(), other, signature(2, "approve", "he", "CHIEF")));
    read = must(lists.load(legal(), made.id));
    EXPECT_EQ(read.status, "approved");
    EXPECT_EQ(code_of(lists.sign(chief(), with(read, "returned"), signature(3, "return", "he", "CHIEF"))),
              "append_only");
    EXPECT_EQ(must(lists.signatures(legal(), made.id)).size(), 2U);
    const auto approved = must(lists.approved());
    EXPECT_TRUE(std::ranges::any_of(approved, [&](const auto& list) { return list.id == made.id; }));
}

TEST(FastListStore, OnlyTheAgencyWritesAndOnlyItsOwnSeeWhatWaits) {
    auto lists = store();
    EXPECT_EQ(code_of(lists.create(legal(), draft("990102", day(2026, 2, 2)))), "not_permitted");
    EXPECT_EQ(code_of(lists.create(zhou(), draft("990101", day(2026, 2, 2)))), "not_permitted");
    auto of_the_leader = draft("990101", day(2026, 2, 2));
    of_the_leader.drafted_by = "lu";
    EXPECT_EQ(code_of(lists.create(lu(), of_the_leader)), "not_permitted") << "the legal unit drafts";
    const auto made = draft("990101", day(2026, 2, 2));
    must(lists.create(legal(), made));
    const auto stranger = viewer("ma", "d990102", "990102", {"LEGAL"});
    EXPECT_EQ(code_of(lists.load(stranger, made.id)), "not_found");
    EXPECT_EQ(code_of(lists.sign(stranger, with(made, "withdrawn"), signature(1, "withdraw", "ma", "LEGAL"))),
              "not_permitted");
    must(lists.sign(legal(), with(must(lists.load(legal(), made.id)), "withdrawn"),
                    signature(1, "withdraw", "zhou", "LEGAL")));
    EXPECT_EQ(must(lists.load(legal(), made.id)).status, "withdrawn");
}
