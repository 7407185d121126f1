#include "postgres/proposals/proposal_store.hpp"
#include "postgres/self_check/case_batches.hpp"
#include "postgres/testing/bureau.hpp"

using namespace postgres::testing;

namespace {

const base::Instant now = base::Instant::at(day(2024, 5, 16), 9);

ports::Proposal proposal(const std::string& no) {
    return {
        .id = fresh_id(),
        .case_no = no,
        .cause = "案由",
        .party_name = "张三",
        .act = "file_case",
        .title = "立案",
        .body = base::Object{{"data", base::Object{{"b", 1}, {"a", 2}}}},
        .author = "zhou",
        .author_name = "周敏",
        .steps = {{.kind = "confirm",
                   .role = "HANDLER",
                   .person = "he",
                   .person_name = "何峰",
                   .certificate_no = "",
                   .opinion = "",
                   .signed_at = now},
                             {.kind = "approve",
                   .role = "LEADER",
                   .person = "",
                   .person_name = "",
                   .certificate_no = "",
                   .opinion = ""}},
        .status = "waiting",
        .waiting_person = "he",
        .created_at = now,
        .updated_at = now
    };
}

bool waits(const identity::Viewer& viewer, const std::string& id) {
    postgres::ProposalStore store(bureau().database->app());
    for (const auto& found : must(store.waiting_for(viewer)))
        if (found.id == id) return true;
    return false;
}

}  // namespace

TEST(ProposalStore, GoesFromSeatToSeat) {
    postgres::ProposalStore store(bureau().database->app());
    auto it = proposal(file_a_case());
    must(store.create(zhou(), it, {}));
    EXPECT_TRUE(waits(he(), it.id));
    EXPECT_FALSE(waits(lu(), it.id));
    it = must(store.load(he(), it.id));
    EXPECT_EQ(it.agency, "990101");
    EXPECT_EQ(it.body["data"], (base::Object{
                                   {"b", 1},
                                   {"a", 2}
    }));
    EXPECT_EQ(it.steps[0].signed_at, now);
    EXPECT_FALSE(it.steps[1].signed_at);
    it.waiting_person = "";
    it.waiting_role = "LEADER";
    it.waiting_node = "d990101";
    must(store.save(he(), it));
    EXPECT_EQ(code_of(store.save(he(), it)), "version_conflict");
    EXPECT_TRUE(waits(lu(), it.id));
    auto elsewhere = lu();
    elsewhere.node = "s-donghu";
    EXPECT_FALSE(waits(elsewhere, it.id));
    it = must(store.load(lu(), it.id));
    it.status = "returned";
    it.returned_reason = "证据不足";
    must(store.save(lu(), it));
    ASSERT_FALSE(must(store.returned_to(zhou())).empty());
    EXPECT_TRUE(must(store.returned_to(he())).empty());
    EXPECT_EQ(must(store.of_case(zhou(), it.case_no)).size(), 1U);
}

TEST(ProposalStore, IsSavedWithTheActItBecomes) {
    postgres::ProposalStore store(bureau().database->app());
    postgres::DraftStore drafts(bureau().database->app());
    const auto no = file_a_case();
    auto it = proposal(no);
    must(store.create(zhou(), it, {}));
    must(drafts.put(zhou(),
                    {.case_no = no, .act = "file_case", .body = base::Object{{"z", 1}}, .saved_at = now}));
    EXPECT_EQ(must(drafts.of_case(zhou(), no)).size(), 1U);
    it = must(store.load(lu(), it.id));
    it.status = "recorded";
    it.recorded_n = 2;
    auto append = next_act(no, 1, "file_case");
    append.proposal = it;
    append.delete_draft = true;
    EXPECT_EQ(must(bureau().cases().append(lu(), append)).proposal, it.id);
    EXPECT_EQ(must(store.load(zhou(), it.id)).recorded_n, 2);
    EXPECT_FALSE(must(drafts.find(zhou(), no, "file_case")));
    auto again = next_act(no, 2, "file_case");
    again.proposal = it;
    EXPECT_EQ(code_of(bureau().cases().append(lu(), again)), "version_conflict");
    EXPECT_EQ(must(bureau().cases().load(zhou(), no)).version, 2);
}

TEST(ProposalStore, AnswersARepeatAsRepeated) {
    postgres::ProposalStore store(bureau().database->app());
    auto it = proposal(file_a_case());
    const ports::Idempotency key{.key = fresh_id(), .digest = "d"};
    must(store.create(zhou(), it, key));
    auto twin = it;
    twin.id = fresh_id();
    EXPECT_EQ(code_of(store.create(zhou(), twin, key)), "repeated");
    EXPECT_EQ(must(bureau().cases().find_outcome(zhou(), key))->proposal, it.id);
}

// 案件自检: an office nobody holds, a person who is not there; whoever is there may take his time.
TEST(ProposalStore, TellsTheCheckWhatWaitsForNobody) {
    struct Row {
        const char *why, *person, *role, *found;
    };
    constexpr Row rows[] = {
        {"somebody by name",      "he",     "",         ""    },
        {"one of an office",      "",       "LEADER",   ""    },
        {"an office nobody has",  "",       "SUPERIOR", "立案"},
        {"somebody who has left", "nobody", "",         "立案"},
    };
    postgres::ProposalStore store(bureau().database->app());
    postgres::CaseBatches batches(bureau().database->app());
    for (const auto& row : rows) {
        SCOPED_TRACE(row.why);
        auto it = proposal(file_a_case());
        it.waiting_person = row.person;
        it.waiting_role = row.role;
        must(store.create(zhou(), it, {}));
        const auto batch = must(batches.load({it.case_no}, ports::Take::acts));
        ASSERT_EQ(batch.size(), 1U);
        EXPECT_EQ(batch.front().proposals_waiting, 1);
        EXPECT_EQ(batch.front().waits_for_nobody, row.found);
    }
}
