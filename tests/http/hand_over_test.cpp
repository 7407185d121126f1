#include <fmt/format.h>

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

std::string day(int from_today) {
    return systems::WallClock().now().date().plus_days(from_today).str();
}

bool holds(const Value& holdings, const std::string& no) {
    for (const Value& row : holdings.list("cases"))
        if (row.text("no") == no) return true;
    return false;
}

Answer hand_over(std::string_view account, List cases, const char* reason = "left") {
    return officer(account).post("/api/people/zhou-min/hand-over",
                                 Object{
                                     {"cases",  std::move(cases)},
                                     {"reason", reason          }
    });
}

Object move(const std::string& no, const char* to) {
    return Object{
        {"no", no},
        {"to", to}
    };
}

}  // namespace

// The case and what was on its way come to another; who left yesterday is told so.
TEST(HandOver, NothingOfALeaverIsLost) {
    const std::string no = World::get().open_case();
    const Answer proposed = officer("zhoumin").post(
        "/api/cases/" + no + "/acts",
        Object{
            {"act",  "extend_check"                              },
            {"data", base::Object{{"reason", "需要等待检验结果"}}}
    });
    ASSERT_EQ(proposed.status, 202) << proposed.words();

    const Answer held = officer("qianwei").get("/api/people/zhou-min/holdings");
    ASSERT_EQ(held.status, 200) << held.words();
    EXPECT_TRUE(holds(held.body, no)) << held.words();
    bool on_its_way = false;
    for (const Value& row : held.body.list("proposals")) on_its_way = on_its_way || row.text("case_no") == no;
    EXPECT_TRUE(on_its_way);

    EXPECT_EQ(hand_over("zhoumin", {move(no, "he-feng")}).status, 403) << "not the unit head";
    EXPECT_EQ(hand_over("qianwei", {}).status, 400);
    EXPECT_EQ(hand_over("qianwei", {move(no, "he-feng")}, "tired").status, 400);
    EXPECT_EQ(hand_over("leiming", {move(no, "ma-chao")}).status, 404) << "another district";

    const Answer handed = hand_over(
        "qianwei", {move(no, "he-feng"), move("990101-2026-999999", "he-feng"), move(no, "ma-chao")});
    ASSERT_EQ(handed.status, 200) << handed.words();
    const List& results = handed.body.list("results");
    ASSERT_EQ(results.size(), 3u);
    EXPECT_TRUE(results[0].truth("done")) << handed.words();
    EXPECT_EQ(results[0].integer("proposals"), 1);
    EXPECT_FALSE(results[1].truth("done"));
    EXPECT_FALSE(results[2].truth("done"));
    EXPECT_FALSE(results[2].text("message").empty());

    EXPECT_FALSE(holds(officer("qianwei").get("/api/people/zhou-min/holdings").body, no));
    EXPECT_TRUE(holds(officer("qianwei").get("/api/people/he-feng/holdings").body, no));
    bool returned = false;
    const Answer answer1 = officer("hefeng").get("/api/inbox");
    for (const Value& row : answer1.body.list("returned"))
        returned = returned || (row.text("case_no") == no && row["author"].text("id") == "he-feng");
    EXPECT_TRUE(returned) << "the proposal is his to propose anew";
}

TEST(HandOver, WhoLeftYesterdayCannotAct) {
    const std::string no = World::get().open_case();
    const auto end = [](std::string_view account, const char* person, const std::string& last_day) {
        return officer(account).post(fmt::format("/api/people/{}/end-posts", person),
                                     Object{
                                         {"last_day", last_day  },
                                         {"reason",   "调离本局"}
        });
    };
    EXPECT_EQ(end("zhoumin", "shi-lei", day(-1)).status, 403);
    EXPECT_EQ(end("luping", "lu-ping", day(-1)).status, 403) << "himself";
    EXPECT_EQ(end("luping", "ma-chao", day(-1)).status, 404) << "of another district";
    EXPECT_EQ(end("luping", "nobody", day(-1)).status, 404);
    EXPECT_EQ(end("luping", "shi-lei", "yesterday").code(), "bad_date");
    EXPECT_EQ(end("luping", "shi-lei", day(-400)).code(), "day_passed");
    EXPECT_EQ(officer("shilei").get("/api/inbox").status, 200);

    EXPECT_EQ(officer("luping")
                  .post("/api/people/shi-lei/end-posts",
                        Object{
                            {"last_day", day(-1)}
    })
                  .body.text("field"),
              "reason");

    EXPECT_EQ(end("luping", "shi-lei", day(-1)).status, 200);
    const Answer gone =
        officer("shilei").post("/api/cases/" + no + "/acts",
                               Object{
                                   {"act",  "note"                                  },
                                   {"data", base::Object{{"text", "电话联系当事人"}}}
    });
    EXPECT_EQ(gone.status, 403);
    EXPECT_EQ(gone.code(), "no_post");
    EXPECT_NE(gone.body.text("detail").find("任职已于"), std::string::npos) << gone.words();
    EXPECT_EQ(end("luping", "shi-lei", day(-1)).code(), "already_ended");
    EXPECT_EQ(officer("guqing").get("/api/people/shi-lei/holdings").status, 200)
        << "what he left can be seen";
}

}  // namespace http_test
