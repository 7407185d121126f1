#include "postgres/nightly/nightly_store.hpp"
#include "postgres/testing/bureau.hpp"

using namespace postgres::testing;

namespace {

const base::Date night = day(2026, 11, 21);
const base::Instant midnight = base::Instant::at(night, 0, 1);

ports::NightlyRun run(std::string error) {
    return {.job = "digest",
            .day = night,
            .started_at = midnight,
            .finished_at = midnight,
            .error = std::move(error)};
}

}  // namespace

TEST(NightlyStore, KeepsTheFirstSuccessOfADay) {
    postgres::NightlyStore store(bureau().database->app());
    EXPECT_FALSE(must(store.is_done("digest", night)));
    must(store.note(run("database_busy")));
    EXPECT_FALSE(must(store.is_done("digest", night))) << "what failed is tried again";
    auto good = run("");
    good.outcome = base::Value(7);
    must(store.note(good));
    EXPECT_TRUE(must(store.is_done("digest", night)));
    must(store.note(run("late failure")));
    EXPECT_TRUE(must(store.is_done("digest", night))) << "a success is never replaced";
    EXPECT_FALSE(must(store.is_done("digest", night.plus_days(1))));

    const auto runs = must(store.runs(administrator({"SYSTEM_ADMIN"})));
    ASSERT_EQ(runs.size(), 1u);
    EXPECT_EQ(runs.front().attempts, 2);
    EXPECT_EQ(runs.front().outcome, base::Value(7));
    for (const auto& stranger : {zhou(), qin(), administrator({"AUDIT_ADMIN"})})
        EXPECT_TRUE(must(store.runs(stranger)).empty()) << stranger.person;
}
