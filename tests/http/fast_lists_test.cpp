#include "json/json.hpp"
#include "system/clock.hpp"
#include "world.hpp"

// 简案快办适用事项清单: entered by the legal unit, approved by two leaders, shown to the agency.
namespace http_test {

namespace {

using base::List;
using base::Object;
using base::Value;

Officer& officer(std::string_view account) {
    return World::get().officer(account);
}

std::string day(int ahead) {
    return systems::WallClock().now().date().plus_days(ahead).str();
}

Object draft(const std::string& from) {
    return Object{
        {"title",  "城东区简案快办清单"                                                         },
        {"source", "城东市监发〔2026〕18号"                                                     },
        {"from",   from                                                                         },
        {"items",  List{Object{{"title", "经营过期食品"}, {"violations", List{"food.expired"}}}}}
    };
}

Object with(Object body, const char* name, Value value) {
    body.set(name, std::move(value));
    return body;
}

}  // namespace

TEST(FastLists, WhatIsWrongIsSaidAndNothingIsKept) {
    struct Row {
        const char* why;
        const char* account;
        Value body;
        int status;
        const char *code, *field;
    };
    const Row rows[] = {
        {"no object", "songyan", List{}, 400, "bad_json", ""},
        {"an unknown member", "songyan", with(draft(day(1)), "no", 1), 400, "unknown_field", "no"},
        {"a title that is a number", "songyan", with(draft(day(1)), "title", 7), 400, "wrong_type", "title"},
        {"items that are none", "songyan", with(draft(day(1)), "items", "甲"), 400, "wrong_type", "items"},
        {"an item that is a word", "songyan", with(draft(day(1)), "items", List{"甲"}), 400, "wrong_type",
         "items.0"},
        {"violations that are none", "songyan",
         with(draft(day(1)), "items", List{Object{{"title", "甲"}, {"violations", 3}}}), 400, "wrong_type",
         "items.0.violations"},
        {"an unknown violation", "songyan",
         with(draft(day(1)), "items", List{Object{{"title", "甲"}, {"violations", List{"no.such"}}}}), 400,
         "unknown_violation", "items.0.violations"},
        {"yesterday", "songyan", draft(day(-1)), 400, "day_passed", "from"},
        {"by a handler", "zhoumin", draft(day(1)), 403, "not_permitted", ""},
        {"by a leader", "luping", draft(day(1)), 403, "not_permitted", ""},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.why);
        const Answer answer = officer(row.account).post("/api/fast-lists", row.body);
        EXPECT_EQ(answer.status, row.status) << answer.words();
        if (*row.field != '\0') {
            EXPECT_EQ(answer.code(), row.code) << answer.words();
            EXPECT_EQ(answer.body.text("field"), row.field) << answer.words();
        }
    }
    EXPECT_TRUE(officer("songyan").get("/api/fast-lists").body.list("lists").empty());
    EXPECT_EQ(officer("luping").post("/api/fast-lists/none/approve", Object{}).status, 404);
}

TEST(FastLists, AreInForceWithTheSecondSignatureOfTheirAgencyOnly) {
    const Answer made = officer("songyan").post("/api/fast-lists", draft(day(0)));
    ASSERT_EQ(made.status, 201) << made.words();
    const std::string one = "/api/fast-lists/" + std::string(made.body.text("id"));
    EXPECT_EQ(officer("songyan").post("/api/fast-lists", draft(day(3))).code(), "list_waiting");
    EXPECT_EQ(officer("chenggang").post(one + "/approve", Object{}).status, 404)
        << "another district does not see it";
    EXPECT_EQ(officer("luping").post(one + "/return", Object{}).body.text("field"), "opinion");
    ASSERT_EQ(officer("luping").post(one + "/approve", Object{}).status, 200);
    EXPECT_EQ(officer("luping").post(one + "/approve", Object{}).status, 403) << "one leader is not two";
    EXPECT_EQ(officer("zhoumin").get("/api/fast-lists").body["in_force"].text("region"), "990000");
    const Answer done = officer("fangzheng")
                            .post(one + "/approve", Object{
                                                        {"opinion", "同意"}
    });
    ASSERT_EQ(done.status, 200) << done.words();
    EXPECT_EQ(done.body.text("state"), "in_force");
    EXPECT_EQ(done.body.list("signatures").size(), 2U);
    EXPECT_EQ(officer("zhoumin").get("/api/fast-lists").body["in_force"].text("title"), "城东区简案快办清单");
    EXPECT_EQ(officer("machaoqun").get("/api/fast-lists").body["in_force"].text("region"), "990000");
    World::get().kill_and_restart();
    EXPECT_EQ(officer("zhoumin").get("/api/fast-lists").body["in_force"].text("region"), "990101")
        << "it is kept";
}

}  // namespace http_test
