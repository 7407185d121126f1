#include "postgres/alarms/alarm_store.hpp"
#include "postgres/testing/bureau.hpp"

using namespace postgres::testing;

namespace {

postgres::AlarmStore store() {
    return postgres::AlarmStore(bureau().database->app());
}

const base::Instant morning = base::Instant::at(day(2026, 11, 20), 7);

ports::ClockWarning warning(std::string by) {
    return {
        .code = "SEIZE", .before = {9, 3},
             .after = {},
             .set_by = by, .set_by_name = by, .set_at = morning
    };
}

}  // namespace

TEST(AlarmStore, ShowsDueClocksToTheAgencyAlone) {
    (void)must(bureau().cases().create(zhou(), new_case()));
    auto alarms = store();
    const auto seen = must(alarms.due(lu(), day(2099, 1, 1), 100));
    ASSERT_FALSE(seen.empty());
    EXPECT_FALSE(seen.front().clock.title.empty());
    EXPECT_TRUE(must(alarms.due(lu(), day(1999, 1, 1), 100)).empty());
    for (const auto& other : must(alarms.due(ma(), day(2099, 1, 1), 100)))
        EXPECT_FALSE(other.case_no.starts_with("990101")) << other.case_no;
    EXPECT_TRUE(must(alarms.due(administrator({"SYSTEM_ADMIN"}), day(2099, 1, 1), 100)).empty());
}

TEST(AlarmStore, AnAgencySetsItsOwnWarnings) {
    auto alarms = store();
    EXPECT_FALSE(alarms.set_warning(zhou(), warning("zhou")));
    must(alarms.set_warning(lu(), warning("lu")));
    ASSERT_EQ(must(alarms.warnings(zhou())).size(), 1u);
    EXPECT_EQ(must(alarms.warnings(zhou())).front().before, (std::vector<int>{9, 3}));
    EXPECT_TRUE(must(alarms.warnings(ma())).empty());
    must(alarms.clear_warning(zhou(), "SEIZE"));
    EXPECT_EQ(must(alarms.warnings(lu())).size(), 1u) << "not his to clear";
    must(alarms.clear_warning(lu(), "SEIZE"));
    EXPECT_TRUE(must(alarms.warnings(lu())).empty());
}

TEST(AlarmStore, ADigestIsItsPersonsAlone) {
    auto alarms = store();
    const ports::Digest digest{
        .day = day(2026, 11, 20), .made_at = morning, .content = base::Object{}, .text = "甲"};
    EXPECT_TRUE(must(alarms.put_digest(zhou(), digest)));
    auto other = digest;
    other.text = "乙";
    EXPECT_FALSE(must(alarms.put_digest(zhou(), other)));
    EXPECT_EQ(must(alarms.digest(zhou(), digest.day))->text, "甲");
    EXPECT_FALSE(must(alarms.digest(lu(), digest.day)));
    EXPECT_TRUE(must(alarms.digests(he())).empty());
    EXPECT_GE(must(alarms.agencies()).size(), 4u);
}
