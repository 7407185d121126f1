#include "calendars/read_years.hpp"

#include <gtest/gtest.h>

#include "calendars/differences.hpp"

namespace {

using namespace std::chrono_literals;

const char* good = "2027-01-01,休,元旦\n2027-02-06, 休, 春节\n\n2027-02-14,班\n";

TEST(ReadYears, RowsBecomeTheYearOfTheNotice) {
    const auto years = calendars::years_of_rows(good, 2027);
    ASSERT_TRUE(years) << years.error().message;
    const base::Value& year = (*years)["2027"];
    EXPECT_EQ(year.text("status"), "final");
    ASSERT_EQ(year.list("off").size(), 2u);
    EXPECT_EQ(year.list("off")[1].text("name"), "春节");
    EXPECT_EQ(year.list("work").front(), base::Value("2027-02-14"));
}

TEST(ReadYears, BadRowsAreNamedByTheirLine) {
    const struct {
        const char *why, *text, *says;
        int year = 2027;
    } table[] = {
        {"no such day", "2027-01-01,休,元旦\n2027-02-30,休,春节", "第2行"},
        {"another year", "2028-01-01,休,元旦", "第1行"},
        {"work on a working day", "2027-01-01,休,元旦\n2027-02-15,班", "第2行"},
        {"the same day twice", "2027-01-01,休,元旦\n2027-01-01,休,元旦", "第2行"},
        {"no name", "2027-01-01,休", "第1行"},
        {"neither rest nor work", "2027-01-01,假,元旦", "第1行"},
        {"a fourth cell", "2027-01-01,休,元旦,x", "第1行"},
        {"only work", "2027-02-14,班", "没有放假日"},
        {"nothing", "  \n", "请填写"},
        {"a year out of the world", "2027-01-01,休,元旦", "年份", 1900},
        {"not a text", "\xff\xfe", "UTF-8"},
    };
    for (const auto& row : table) {
        SCOPED_TRACE(row.why);
        const auto years = calendars::years_of_rows(row.text, row.year);
        ASSERT_FALSE(years);
        EXPECT_NE(years.error().message.find(row.says), std::string::npos) << years.error().message;
        EXPECT_FALSE(years.error().field.empty());
    }
}

calendar::WorkCalendar with(const base::Value& years) {
    base::Object all = years.object();
    return calendar::WorkCalendar::from(base::Object{
                                            {"years", std::move(all)}
    })
        .value();
}

TEST(Differences, NameTheDaysAndTheClocks) {
    const auto before = with(*calendars::years_of_rows("2027-01-01,休,元旦", 2027));
    const auto after = with(*calendars::years_of_rows(good, 2027));
    const auto changes =
        calendars::day_changes(before, after, base::Date(2026y / 12 / 1), base::Date(2027y / 12 / 31));
    ASSERT_EQ(changes.size(), 2u);
    EXPECT_EQ(changes[0].before + "→" + changes[0].after, "周末→春节");
    EXPECT_EQ(changes[1].before + "→" + changes[1].after, "周末→调休上班");

    const auto clock_of = [](const char* status, base::Date due, bool provisional) {
        return ports::ClockRow{.code = "REVIEW",
                               .title = "审核期限",
                               .basis = "",
                               .status = status,
                               .anchor = base::Date(2027y / 2 / 1),
                               .due = due,
                               .raw = due,
                               .provisional = provisional};
    };
    const auto shown = [](ports::ClockRow clock) {
        ports::Projection projection;
        projection.clocks = {std::move(clock)};
        return projection;
    };
    const base::Date due(2027y / 2 / 17), earlier(2027y / 2 / 15);
    const auto found = calendars::differences("990101-2026-000001", shown(clock_of("running", due, true)),
                                              shown(clock_of("running", earlier, false)), changes);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found.front().new_due, earlier);
    EXPECT_NE(found.front().why.find("2027年2月14日由周末改为调休上班"), std::string::npos)
        << found.front().why;
    EXPECT_NE(found.front().why.find("由暂定改为确定"), std::string::npos);
    EXPECT_TRUE(calendars::differences("x", shown(clock_of("met", due, false)),
                                       shown(clock_of("met", earlier, false)), changes)
                    .empty())
        << "what is done stays as it was done";
    EXPECT_TRUE(calendars::differences("x", shown(clock_of("running", due, false)),
                                       shown(clock_of("running", due, false)), changes)
                    .empty());
}

}  // namespace
