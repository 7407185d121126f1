#include <algorithm>

#include "postgres/panels/meeting_store.hpp"
#include "postgres/testing/bureau.hpp"

using namespace postgres::testing;

namespace {

postgres::MeetingStore store() {
    return postgres::MeetingStore(bureau().database->app());
}

ports::MeetingRow meeting() {
    const auto now = new_case().first.act.at;
    return {
        .id = fresh_id(),
        .version = 1,
        .agency = "990101",
        .held_at = now,
        .status = "prepared",
        .people = {"lu", "zhou"},
        .body = base::Object{{"place", "三楼会议室"}},
        .created_at = now,
        .updated_at = now
    };
}

}  // namespace

TEST(MeetingStore, GivesBackWhatWasPrepared) {
    const auto made = meeting();
    must(store().create(lu(), made));
    const auto kept = must(store().load(lu(), made.id));
    EXPECT_EQ(kept.people, made.people);
    EXPECT_EQ(kept.body, made.body);
    EXPECT_EQ(kept.held_at, made.held_at);
    EXPECT_EQ(kept.status, "prepared");
    const auto mine = must(store().mine(zhou()));
    EXPECT_TRUE(std::ranges::any_of(mine, [&](const auto& each) { return each.id == made.id; }));
}

// 程序规定 第六十条: the discussion is among those called; nobody else sees it, in the agency or above it.
TEST(MeetingStore, IsSeenByItsPeopleAlone) {
    const auto made = meeting();
    must(store().create(lu(), made));
    for (const auto& stranger : {he(), ma()}) {
        EXPECT_EQ(code_of(store().load(stranger, made.id)), "not_found");
        for (const auto& each : must(store().mine(stranger))) EXPECT_NE(each.id, made.id);
    }
}

TEST(MeetingStore, IsSavedByTheVersionThatWasRead) {
    auto made = meeting();
    must(store().create(lu(), made));
    auto changed = must(store().load(lu(), made.id));
    changed.status = "open";
    must(store().save(lu(), changed));
    EXPECT_EQ(code_of(store().save(zhou(), changed)), "version_conflict") << "zhou read it before lu saved";
    auto now = must(store().load(zhou(), made.id));
    EXPECT_EQ(now.status, "open");
    EXPECT_GT(now.version, made.version);
    now.status = "prepared";
    EXPECT_EQ(code_of(store().save(zhou(), now)), "append_only") << "a meeting that began has begun";
}

TEST(MeetingStore, AClosedMeetingStaysAsItIs) {
    auto made = meeting();
    must(store().create(lu(), made));
    auto row = must(store().load(lu(), made.id));
    row.status = "closed";
    must(store().save(lu(), row));
    row = must(store().load(lu(), made.id));
    row.body = base::Object{
        {"place", "另一处"}
    };
    EXPECT_EQ(code_of(store().save(lu(), row)), "append_only");
    EXPECT_EQ(must(store().load(lu(), made.id)).body.text("place"), "三楼会议室");
}
