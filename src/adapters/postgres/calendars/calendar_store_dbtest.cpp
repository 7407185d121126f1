#include "postgres/calendars/calendar_store.hpp"
#include "postgres/testing/bureau.hpp"

using namespace postgres::testing;

namespace {

const base::Instant now = base::Instant::at(day(2026, 11, 20), 9);

ports::CalendarVersion version(std::string by) {
    return {.id = fresh_id(),
            .agency = "990101",
            .years = base::Object{{"2027", base::Object{{"status", "final"}}}},
            .notice = "国办发明电〔2026〕1号",
            .drafted_by = by,
            .drafted_by_name = by,
            .drafted_at = now,
            .reported_on = day(2026, 11, 20)};
}

}  // namespace

TEST(CalendarStore, ADraftIsAcceptedOnceAndByAnother) {
    postgres::CalendarStore store(bureau().database->app());
    EXPECT_FALSE(store.create(zhou(), version("zhou"))) << "a handler keeps no calendar";
    const auto admin = viewer("zhou", "d990101", "990101", {"SYSTEM_ADMIN"});
    auto draft = version("zhou");
    must(store.create(admin, draft));
    EXPECT_EQ(code_of(store.create(admin, version("zhou"))), "draft_open");

    const std::string no = file_a_case();
    const ports::CalendarDifference one{.case_no = no,
                                        .cause = "涉嫌",
                                        .code = "REVIEW",
                                        .title = "审核期限",
                                        .old_due = day(2027, 2, 17),
                                        .new_due = day(2027, 2, 15),
                                        .why = "调休"};
    must(store.put_report(draft.id, day(2026, 11, 20), {one}));
    // The state of a case has no days, a clock that no longer runs no new one.
    const ports::CalendarDifference state{.case_no = no,
                                          .position = 1,
                                          .cause = "涉嫌",
                                          .code = "STATE",
                                          .title = "案件状态",
                                          .why = "由甲变为乙"};
    const ports::CalendarDifference gone{.case_no = no,
                                         .position = 2,
                                         .cause = "涉嫌",
                                         .code = "COURT_APPLY",
                                         .title = "申请法院强制执行期限",
                                         .old_due = day(2027, 3, 1),
                                         .why = "尚未起算"};
    must(store.put_report(draft.id, day(2026, 11, 21), {one, state, gone}));
    EXPECT_EQ(must(store.totals(draft.id)).clocks, 2);
    EXPECT_EQ(must(store.load(draft.id)).reported_on, day(2026, 11, 21));
    const auto rows = must(store.report(lu(), draft.id));
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0].old_due, day(2027, 2, 17));
    EXPECT_FALSE(rows[1].old_due || rows[1].new_due);
    EXPECT_EQ(rows[2].old_due, day(2027, 3, 1));
    EXPECT_FALSE(rows[2].new_due);
    EXPECT_TRUE(must(store.report(ma(), draft.id)).empty()) << "another district's cases";
    EXPECT_TRUE(must(store.report(admin, draft.id)).empty()) << "who runs the system sees no case";

    const auto touched = must(store.touched(day(2020, 1, 1), day(2030, 1, 1), false));
    EXPECT_NE(std::ranges::find(touched, no), touched.end());
    EXPECT_TRUE(must(store.touched(day(2099, 1, 1), day(2099, 1, 2), true)).empty());

    draft.status = "accepted";
    draft.settled_by = "zhou";
    draft.settled_at = now;
    EXPECT_FALSE(store.settle(admin, draft)) << "nobody accepts his own";
    draft.settled_by = "lu";
    EXPECT_FALSE(store.settle(zhou(), draft));
    must(store.settle(lu(), draft));
    EXPECT_EQ(code_of(store.settle(lu(), draft)), "version_settled");
}
