#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <thread>

#include "json/json.hpp"
#include "system/clock.hpp"
#include "world.hpp"

namespace http_test {

namespace {

using base::List;
using base::Object;
using base::Value;

Officer& officer(std::string_view account) {
    return World::get().officer(account);
}

std::string today() {
    return systems::WallClock().now().date().str();
}

Value run(const std::string& arguments) {
    const std::string command =
        fmt::format("'{}' {} --data '{}'", ZHIHENG_PROGRAM, arguments, World::get().data().string());
    std::string text;
    FILE* pipe = ::popen(command.c_str(), "r");
    std::array<char, 4096> part{};
    while (const auto read = std::fread(part.data(), 1, part.size(), pipe)) text.append(part.data(), read);
    EXPECT_EQ(::pclose(pipe), 0) << text;
    return json::parse(text).value_or(Value());
}

}  // namespace

TEST(Alarms, AreThoseOfTheViewersCases) {
    const Answer all = officer("luping").get("/api/alarms");
    EXPECT_EQ(all.status, 200) << all.words();
    EXPECT_EQ(all.body.text("scope"), "agency");
    EXPECT_FALSE(all.body.list("alarms").empty()) << "the demonstration has cases that are late";
    for (const Value& alarm : all.body.list("alarms")) {
        EXPECT_TRUE(alarm.text("case_no").starts_with("990101-")) << json::write(alarm);
    }
    const Answer counts = officer("luping").get("/api/alarms/counts");
    EXPECT_EQ(counts.body["counts"], all.body["counts"]);
    EXPECT_EQ(officer("zhoumin").get("/api/alarms?scope=agency").status, 403);
    EXPECT_EQ(officer("zhoumin").get("/api/alarms?scope=everything").status, 400);
    EXPECT_EQ(officer("zhoumin").get("/api/alarms?colour=red").status, 400);
    for (const char* stranger : {"baiyu", "handong", "chenggang"}) {
        const Answer seen = officer(stranger).get("/api/alarms");
        for (const Value& alarm : seen.body.list("alarms"))
            EXPECT_FALSE(alarm.text("case_no").starts_with("990101-")) << stranger;
    }
}

TEST(Alarms, WarnOnTheDaysOfTheAgency) {
    const auto warnings = [] {
        return officer("luping").get("/api/alarms").body["counts"].integer("warning").value_or(0);
    };
    const auto before = warnings();
    const std::string target = "/api/clock-warnings/CASE_DECIDE";
    const auto days = [](List before_last) {
        return Object{
            {"before", std::move(before_last)}
        };
    };
    EXPECT_EQ(officer("zhoumin").put(target, days({10})).status, 403);
    EXPECT_EQ(officer("luping").put(target, days({})).status, 400);
    EXPECT_EQ(officer("luping").put(target, days({"ten"})).status, 400);
    EXPECT_EQ(officer("luping").put("/api/clock-warnings/NONE", days({10})).status, 404);
    EXPECT_EQ(officer("luping").put(target, days({365})).status, 204);
    EXPECT_GT(warnings(), before);
    bool is_own = false;
    const Answer list = officer("zhoumin").get("/api/clock-warnings");
    for (const Value& row : list.body.list("clocks"))
        is_own = is_own || (row.text("code") == "CASE_DECIDE" && row["own"].text("set_by") == "陆平");
    EXPECT_TRUE(is_own) << list.words();
    const Answer answer1 = officer("chenggang").get("/api/clock-warnings");
    for (const Value& row : answer1.body.list("clocks"))
        EXPECT_FALSE(row.has("own")) << "another agency warns as it did";
    EXPECT_EQ(officer("luping").send("DELETE", target).status, 204);
    EXPECT_EQ(warnings(), before);
}

// The night's job has written it; the command finds nothing left to do.
TEST(Digests, AreThereInTheMorning) {
    Answer mine;
    for (int tries = 0; tries < 100 && mine.status != 200; ++tries) {
        mine = officer("luping").get("/api/digests/" + today());
        if (mine.status != 200) std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    ASSERT_EQ(mine.status, 200) << mine.words();
    EXPECT_NE(mine.body.text("text").find("陆平今日事项"), std::string::npos);
    EXPECT_EQ(officer("luping").get("/api/digests").body.list("digests").size(), 1u);
    EXPECT_EQ(officer("luping").get("/api/digests/2020-01-01").status, 404);
    EXPECT_EQ(officer("luping").get("/api/digests/yesterday").status, 404);
    const Value again = run("digest");
    EXPECT_EQ(again.text("day"), today());
    EXPECT_GT(again.integer("persons"), 20);
    const Value once_more = run("digest");
    EXPECT_EQ(once_more.integer("made"), 0);
    EXPECT_EQ(officer("luping").get("/api/digests").body.list("digests").size(), 1u);
}

}  // namespace http_test
