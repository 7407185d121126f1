#include "postgres/benchmarks/benchmark_store.hpp"
#include "postgres/testing/bureau.hpp"

using namespace postgres::testing;

namespace {

const base::Instant now = base::Instant::at(day(2026, 1, 5), 9);
const std::string hash(64, 'a');

identity::Viewer legal() {
    return viewer("zhou", "d990101", "990101", {"LEGAL"});
}
identity::Viewer chief() {
    return viewer("he", "d990101", "990101", {"CHIEF"});
}

ports::BenchmarkVersion version(std::string agency = "990101") {
    ports::BenchmarkVersion made{
        .id = fresh_id(),
        .version = 1,
        .agency = std::move(agency),
        .title = "基准",
        .file_name = "a.csv",
        .file_sm3 = hash,
        .line_count = 1,
        .from = day(2026, 2, 1),
        .drafted_by = "zhou",
        .drafted_by_name = "周敏",
        .created_at = now,
        .updated_at = now,
        .lines = {{.row = 2, .cells = {"甲", "乙", "从轻", "丙\n\"丁\"", "处5万元以下罚款", ""}}},
        .items = {std::nullopt}};
    made.table = made.id;
    return made;
}

ports::BenchmarkSignature signature(int n, std::string action, std::string person) {
    return {.n = n,
            .round = 1,
            .action = std::move(action),
            .person = person,
            .person_name = person,
            .role = "LEADER",
            .content_sm3 = hash,
            .at = now,
            .hash = hash};
}

postgres::BenchmarkStore store() {
    return postgres::BenchmarkStore(bureau().database->app());
}

// Submitted and approved by lu; what another signature then makes of it.
ports::BenchmarkVersion waiting_version() {
    auto benchmarks = store();
    auto made = version();
    must(benchmarks.create(legal(), made));
    made.status = "waiting";
    must(benchmarks.save(legal(), made, signature(1, "submit", "zhou")));
    made = must(benchmarks.load(legal(), made.id));
    must(benchmarks.save(lu(), made, signature(2, "approve", "lu")));
    return must(benchmarks.load(legal(), made.id));
}

}  // namespace

TEST(BenchmarkStore, KeepsWhatItWasGivenAndRefusesAStaleHand) {
    auto benchmarks = store();
    auto made = version();
    must(benchmarks.create(legal(), made));
    auto loaded = must(benchmarks.load(legal(), made.id));
    EXPECT_EQ(loaded.lines, made.lines);
    EXPECT_EQ(loaded.items, made.items);
    loaded.items = {std::string("food.expired")};
    must(benchmarks.save(legal(), loaded, {}));
    EXPECT_EQ(must(benchmarks.load(legal(), made.id)).items.front(), "food.expired");
    EXPECT_EQ(code_of(benchmarks.save(legal(), loaded, {})), "version_conflict");
}

TEST(BenchmarkStore, OnlyTheAgencyWritesAndOnlyItsOwnSeeADraft) {
    auto benchmarks = store();
    const auto made = version();
    must(benchmarks.create(legal(), made));
    EXPECT_EQ(code_of(benchmarks.create(legal(), version("990102"))), "not_permitted");
    EXPECT_EQ(code_of(benchmarks.create(zhou(), version())), "not_permitted");
    struct Row {
        const char* why;
        identity::Viewer viewer;
        bool sees;
    };
    const Row table[] = {
        {"a colleague",               he(),                            true },
        {"the city's supervisor",     qin(),                           true },
        {"the province's supervisor", han(),                           true },
        {"a clerk of the city",       clerk(),                         false},
        {"another district",          ma(),                            false},
        {"an administrator",          administrator({"SYSTEM_ADMIN"}), false},
    };
    for (const Row& row : table)
        EXPECT_EQ(code_of(benchmarks.load(row.viewer, made.id)), row.sees ? "" : "not_found") << row.why;
    EXPECT_NE(code_of(benchmarks.save(ma(), made, {})), "");
    EXPECT_NE(code_of(benchmarks.save(he(), made, {})), "") << "a handler keeps no tables";
}

TEST(BenchmarkStore, NeedsTwoOthersAndThenNeverChanges) {
    auto benchmarks = store();
    auto made = waiting_version();
    made.status = "approved";
    EXPECT_EQ(code_of(benchmarks.save(lu(), made, {})), "not_permitted") << "one approval";
    EXPECT_NE(code_of(benchmarks.save(legal(), made, signature(3, "approve", "zhou"))), "") << "the drafter";
    EXPECT_NE(code_of(benchmarks.save(lu(), made, signature(3, "approve", "lu"))), "") << "the same person";
    auto forged = made;
    forged.title = "别的基准";
    EXPECT_EQ(code_of(benchmarks.save(chief(), forged, signature(3, "approve", "he"))), "append_only");
    must(benchmarks.save(chief(), made, signature(3, "approve", "he")));
    auto approved = must(benchmarks.load(ma(), made.id));
    EXPECT_EQ(approved.status, "approved") << "public once approved";
    approved.status = "withdrawn";
    EXPECT_EQ(code_of(benchmarks.save(legal(), approved, {})), "append_only");
    EXPECT_EQ(must(benchmarks.signatures(ma(), made.id)).size(), 3U);
    bool is_listed = false;
    for (const auto& version : must(benchmarks.approved())) is_listed = is_listed || version.id == made.id;
    EXPECT_TRUE(is_listed);
}

TEST(BenchmarkStore, HasOneOpenVersionOfATable) {
    auto benchmarks = store();
    auto made = version();
    must(benchmarks.create(legal(), made));
    auto second = version();
    second.table = made.table;
    second.version = 2;
    EXPECT_EQ(code_of(benchmarks.create(legal(), second)), "version_conflict");
}
