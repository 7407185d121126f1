#include <fmt/format.h>

#include <chrono>

#include "json/json.hpp"
#include "system/clock.hpp"
#include "world.hpp"

namespace http_test {

namespace {

using base::Object;
using base::Value;

Officer& officer(std::string_view account) {
    return World::get().officer(account);
}

base::Date today() {
    return systems::WallClock().now().date();
}

// The day before the holiday: today, or in the last week of a year the week before, so that all its days are
// of one year.
base::Date eve() {
    return today().plus_days(7).year() == today().year() ? today() : today().plus_days(-8);
}

// A case whose periods run through the holiday.
std::string case_found_on_the_eve() {
    Value body = new_case_body();
    body.as_object()->find("data")->as_object()->set("found_on", eve().str());
    if (eve() < today()) body.as_object()->set("at", eve().str() + "T09:00:00+08:00");
    const Answer created = officer("zhoumin").post("/api/cases", body);
    EXPECT_EQ(created.status, 201) << created.words();
    return std::string(created.body.text("no"));
}

// Every day of a week but the weekend is a holiday: whatever counts working days ends later.
std::string long_holiday(int days) {
    std::string rows;
    for (int i = 1; i <= days; ++i)
        if (const base::Date day = eve().plus_days(i); !day.is_weekend())
            rows += fmt::format("{},休,临时放假\n", day.str());
    return rows;
}

Object input(std::string text) {
    return Object{
        {"format", "rows"              },
        {"text",   std::move(text)     },
        {"year",   eve().year()        },
        {"notice", "关于临时放假的通知"}
    };
}

std::string due_of(const std::string& no, std::string_view code) {
    const Answer shown = officer("zhoumin").get("/api/cases/" + no);
    for (const Value& clock : shown.body.list("clocks"))
        if (clock.text("code") == code) return std::string(clock.text("due"));
    return shown.words();
}

}  // namespace

// The report first, then a second person, then the new day everywhere: in hand and in the lists.
TEST(Calendar, AChangeIsReportedAcceptedAndFelt) {
    const std::string no = case_found_on_the_eve();
    const std::string before = due_of(no, "CLUE_CHECK");

    EXPECT_EQ(officer("zhoumin").post("/api/calendars", input(long_holiday(7))).status, 403);
    const Answer draft = officer("baiyu").post("/api/calendars", input(long_holiday(7)));
    ASSERT_EQ(draft.status, 201) << draft.words();
    EXPECT_FALSE(draft.body.list("days").empty());
    EXPECT_GE(draft.body.integer("cases").value_or(0), 1);
    EXPECT_TRUE(draft.body.list("differences").empty()) << "who runs the system sees no case";
    EXPECT_EQ(due_of(no, "CLUE_CHECK"), before) << "a draft changes nothing";
    EXPECT_EQ(officer("baiyu").post("/api/calendars", input(long_holiday(7))).code(), "draft_open");

    const std::string target = "/api/calendars/" + std::string(draft.body.text("id"));
    const Answer seen = officer("luping").get(target);
    std::string promised;
    for (const Value& row : seen.body.list("differences")) {
        EXPECT_TRUE(row.text("case_no").starts_with("990101-"));
        EXPECT_FALSE(row.text("why").empty());
        if (row.text("case_no") == no) promised = row.text("new_due");
    }
    EXPECT_GT(promised, before) << seen.words();
    const Answer answer1 = officer("chenggang").get(target);
    for (const Value& row : answer1.body.list("differences"))
        EXPECT_TRUE(row.text("case_no").starts_with("990102-"));
    EXPECT_EQ(officer("baiyu").post(target + "/accept", Object{}).status, 403);
    EXPECT_EQ(officer("zhoumin").post(target + "/accept", Object{}).status, 403);
    const Answer accepted = officer("luping").post(target + "/accept", Object{});
    EXPECT_EQ(accepted.body.text("state"), "accepted") << accepted.words();
    EXPECT_EQ(officer("luping").post(target + "/accept", Object{}).code(), "version_settled");

    EXPECT_EQ(due_of(no, "CLUE_CHECK"), promised);
    bool in_list = false;
    const Answer list = officer("zhoumin").get("/api/cases?list=mine&q=" + no);
    for (const Value& row : list.body.list("cases"))
        in_list = in_list || row["next_clock"].text("due") == promised;
    EXPECT_TRUE(in_list) << list.words();
    EXPECT_EQ(officer("baiyu").post("/api/calendars", input(long_holiday(7))).code(), "nothing_changes");
}

TEST(Calendar, BadInputIsNamedAndLeavesNothing) {
    const auto with = [](const char* name, Value value) {
        Object body = input("2026-01-01,休,元旦");
        body.set("year", 2026);
        body.set(name, std::move(value));
        return body;
    };
    const auto count = officer("baiyu").get("/api/calendars").body.list("versions").size();
    const struct {
        const char* why;
        Object body;
        const char *code, *field;
    } table[] = {
        {"no such day", with("text", "2026-02-30,休,春节"), "bad_calendar", "text"},
        {"a line of nonsense", with("text", "abc"), "bad_calendar", "text"},
        {"empty", with("text", " "), "missing_field", "text"},
        {"not a text", with("text", 5), "wrong_type", "text"},
        {"no notice", with("notice", ""), "missing_field", "notice"},
        {"no such form", with("format", "ical"), "unknown_choice", "format"},
        {"a year as text", with("year", "2026"), "wrong_type", "year"},
        {"YAML that is none", with("format", "yaml"), "bad_calendar", "text"},
        {"another member", with("colour", "red"), "unknown_field", "colour"},
        {"a year that leaves a gap",
         [&] {
             Object body = with("text", "2040-01-01,休,元旦");
             body.set("year", 2040);
             return body;
         }(),
         "bad_calendar", "text"},
    };
    for (const auto& row : table) {
        SCOPED_TRACE(row.why);
        const Answer answer = officer("baiyu").post("/api/calendars", row.body);
        EXPECT_EQ(answer.status, 400) << answer.words();
        EXPECT_EQ(answer.code(), row.code) << answer.words();
        EXPECT_EQ(answer.body.text("field"), row.field);
    }
    EXPECT_EQ(officer("baiyu").get("/api/calendars").body.list("versions").size(), count);
}

TEST(Calendar, ADraftCanBeWithdrawn) {
    const char* yaml =
        "years:\n  2026:\n    status: final\n    off:\n    - {name: 元旦, days: ['2026-01-01', "
        "'2026-01-02']}\n"
        "    work: ['2026-01-04']\n";
    Object body = input(yaml);
    body.set("format", "yaml");
    body.erase("year");
    const Answer draft = officer("baiyu").post("/api/calendars", body);
    ASSERT_EQ(draft.status, 201) << draft.words();
    const std::string target = "/api/calendars/" + std::string(draft.body.text("id"));
    EXPECT_EQ(officer("zhoumin").post(target + "/withdraw", Object{}).status, 403);
    EXPECT_EQ(officer("baiyu").post(target + "/withdraw", Object{}).body.text("state"), "withdrawn");
    EXPECT_EQ(officer("luping").post(target + "/accept", Object{}).code(), "version_settled");
}

}  // namespace http_test
