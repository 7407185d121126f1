#include <fmt/format.h>

#include "json/json.hpp"
#include "world.hpp"

// What cannot be right about a meeting of the leaders is refused with words and field, and nothing is left
// of it.
namespace http_test {

namespace {

using base::List;
using base::Object;
using base::Value;

constexpr const char* meetings = "/api/panel-meetings";

// A case that has been filed, so that the leaders may discuss it.
std::string filed_case() {
    for (const char* state : {"FILED", "INVESTIGATING", "NOTICED", "DECISION_PENDING", "DECISION_SERVED"}) {
        const auto found =
            World::get().officer("luping").get(fmt::format("/api/cases?list=all&state={}", state));
        if (!found.body.list("cases").empty())
            return std::string(found.body.list("cases").front().text("no"));
    }
    throw std::runtime_error("no filed case among the demonstration data");
}

Value plan() {
    static const std::string no = filed_case();
    return Object{
        {"held_at",   "2026-11-23T09:00:00+08:00"                   },
        {"place",     "三楼会议室"                                  },
        {"chair",     "fang-zheng"                                  },
        {"recorder",  "xu-jing"                                     },
        {"members",   List{"fang-zheng", "lu-ping"}                 },
        {"attending", List{}                                        },
        {"cases",     List{Object{{"no", no}, {"purpose", "other"}}}}
    };
}

Value with(Value body, std::string_view member, Value value) {
    body.as_object()->set(member, std::move(value));
    return body;
}

struct Row {
    const char* why;
    Value body;
    const char* field;
    const char* code;
};

void expect_refused(const Row& row, const Answer& answer) {
    SCOPED_TRACE(row.why);
    EXPECT_GE(answer.status, 400) << answer.words();
    EXPECT_LT(answer.status, 500) << answer.words();
    EXPECT_EQ(answer.code(), row.code) << answer.words();
    EXPECT_EQ(answer.body.text("field"), row.field) << answer.words();
    EXPECT_FALSE(answer.body.text("detail").empty());
}

std::size_t meetings_of(Officer& officer) {
    return officer.get(meetings).body.list("meetings").size();
}

// A meeting that was called, and what is asked of it.
struct Called {
    Officer& clerk = World::get().officer("xujing");
    std::string target;

    Called() {
        const Answer made = clerk.post(meetings, plan());
        if (made.status != 201) throw std::runtime_error("no meeting: " + made.words());
        target = fmt::format("{}/{}", meetings, made.body.text("id"));
    }
    Value now() { return clerk.get(target).body; }
    std::int64_t version() { return *now().integer("version"); }
    std::string item(const char* what) const { return target + "/items/0/" + what; }
};

Value versioned(std::int64_t version, Object more) {
    more.set("version", version);
    return more;
}

}  // namespace

TEST(PanelInput, AMeetingThatCannotBeIsNotCalled) {
    const std::string known(plan().list("cases").front().text("no"));
    const Value known_case = Object{
        {"no", known}
    };
    const Row rows[] = {
        {"no time", with(plan(), "held_at", {}), "held_at", "bad_date"},
        {"a time without its zone", with(plan(), "held_at", "2026-11-23T09:00:00"), "held_at", "bad_date"},
        {"a number for a time", with(plan(), "held_at", 9), "held_at", "wrong_type"},
        {"no place", with(plan(), "place", " "), "place", "missing_field"},
        {"a list for a place", with(plan(), "place", List{}), "place", "wrong_type"},
        {"one leader alone", with(plan(), "members", List{"fang-zheng"}), "members", "panel_too_few"},
        {"a leader twice", with(plan(), "members", List{"fang-zheng", "fang-zheng"}), "members.0",
         "repeated_row"},
        {"an officer among the leaders", with(plan(), "members", List{"fang-zheng", "zhou-min"}), "members.1",
         "not_a_leader"},
        {"nobody of this agency", with(plan(), "members", List{"fang-zheng", "cheng-gang"}), "members.1",
         "unknown_person"},
        {"a number among the members", with(plan(), "members", List{7}), "members.0", "wrong_type"},
        {"a text for the members", with(plan(), "members", "fang-zheng"), "members", "wrong_type"},
        {"a chair from outside", with(plan(), "chair", "zhou-min"), "chair", "chair_not_member"},
        {"no recorder", with(plan(), "recorder", {}), "recorder", "unknown_person"},
        {"no case", with(plan(), "cases", List{}), "cases", "missing_field"},
        {"a text for the cases", with(plan(), "cases", known), "cases", "wrong_type"},
        {"a text among the cases", with(plan(), "cases", List{known}), "cases.0", "wrong_type"},
        {"an unknown case", with(plan(), "cases", List{Object{{"no", "990101-2026-999999"}}}), "cases.0",
         "not_found"},
        {"a number of no form", with(plan(), "cases", List{Object{{"no", "'; --"}}}), "cases.0", "not_found"},
        {"a case twice", with(plan(), "cases", List{known_case, known_case}), "cases.0", "repeated_row"},
        {"an unknown purpose", with(plan(), "cases", List{Object{{"no", known}, {"purpose", "lunch"}}}),
         "cases.0.purpose", "unknown_choice"},
        {"a number for a purpose", with(plan(), "cases", List{Object{{"no", known}, {"purpose", 1}}}),
         "cases.0.purpose", "wrong_type"},
        {"an unknown member of a row", with(plan(), "cases", List{Object{{"no", known}, {"colour", "red"}}}),
         "cases.0.colour", "unknown_field"},
        {"fifty-one cases", with(plan(), "cases", List(51, known_case)), "cases", "too_many"},
        {"fifty-one guests", with(plan(), "attending", List(51, Value("来宾"))), "attending", "too_many"},
        {"an unknown member", with(plan(), "colour", "red"), "colour", "unknown_field"},
    };
    Officer& clerk = World::get().officer("xujing");
    const auto before = meetings_of(clerk);
    for (const Row& row : rows) expect_refused(row, clerk.post(meetings, row.body));
    expect_refused({"whoever may not call one", {}, "", "not_authorised"},
                   World::get().officer("zhoumin").post(meetings, plan()));
    expect_refused(
        {
            "no object", {},
             "", "bad_json"
    },
        clerk.send("POST", meetings, {{"Content-Type", "application/json"}}, "[1"));
    EXPECT_EQ(meetings_of(clerk), before);
}

TEST(PanelInput, BeforeItBeginsNothingIsSaidOrConcluded) {
    Called called;
    const Value before = called.now();
    const auto version = called.version();
    const Value changed = with(plan(), "version", version);
    expect_refused({"changed without a version", {}, "version", "missing_field"},
                   called.clerk.put(called.target, plan()));
    expect_refused({"changed from an old version", {}, "", "version_conflict"},
                   called.clerk.put(called.target, with(plan(), "version", version + 7)));
    expect_refused({"changed to one leader", {}, "members", "panel_too_few"},
                   called.clerk.put(called.target, with(changed, "members", List{"lu-ping"})));
    const Row openings[] = {
        {"without a version", Object{{"present", List{"fang-zheng", "lu-ping"}}}, "version", "missing_field"},
        {"by a text", versioned(version, {{"present", "all"}}), "present", "wrong_type"},
        {"with one", versioned(version, {{"present", List{"fang-zheng"}}}), "present", "panel_too_few"},
        {"with a stranger", versioned(version, {{"present", List{"fang-zheng", "zhou-min"}}}), "present.1",
         "unknown_person"},
        {"with one twice", versioned(version, {{"present", List{"fang-zheng", "fang-zheng"}}}), "present.0",
         "unknown_person"},
        {"in an old version", versioned(version - 1, {{"present", List{"fang-zheng", "lu-ping"}}}), "",
         "version_conflict"},
    };
    for (const Row& row : openings) expect_refused(row, called.clerk.post(called.target + "/open", row.body));
    expect_refused(
        {
            "a view", {},
             "", "meeting_not_open"
    },
        World::get().officer("luping").post(called.item("vote"), Object{{"view", "agree"}}));
    expect_refused(
        {
            "minutes", {},
             "", "meeting_not_open"
    },
        called.clerk.put(called.item("minutes"), versioned(version, {{"course", "经过"}})));
    expect_refused(
        {
            "a result", {},
             "", "meeting_not_open"
    },
        World::get()
            .officer("fangzheng")
            .post(called.item("conclude"), versioned(version, {{"result", "agree"}})));
    EXPECT_EQ(json::write(called.now()), json::write(before));
}

TEST(PanelInput, WhoeverIsNotCalledLearnsNothingOfIt) {
    Called called;
    Officer& stranger = World::get().officer("zhoumin");
    EXPECT_EQ(stranger.get(called.target).status, 404);
    EXPECT_EQ(stranger
                  .post(called.item("vote"),
                        Object{
                            {"view", 7}
    })
                  .status,
              404);
    EXPECT_EQ(stranger
                  .put(called.target,
                       Object{
                           {"colour", "red"}
    })
                  .status,
              404);
    EXPECT_EQ(called.clerk.get(std::string(meetings) + "/no-such-meeting").status, 404);
    EXPECT_EQ(called.clerk.get(std::string(meetings) + "/%00").status / 100, 4);
}

TEST(PanelInput, ViewsMinutesAndResultsAreCheckedOneByOne) {
    Called called;
    const auto opened =
        called.clerk.post(called.target + "/open",
                          versioned(called.version(), {
                                                          {"present", List{"fang-zheng", "lu-ping"}}
    }));
    ASSERT_EQ(opened.status, 200) << opened.words();
    const Value before = called.now();
    const auto version = called.version();
    Officer& leader = World::get().officer("luping");
    Officer& chair = World::get().officer("fangzheng");
    const Row views[] = {
        {"none",                      Object{},                                                      "view", "bad_choice"    },
        {"an unknown one",            Object{{"view", "perhaps"}},                                   "view", "bad_choice"    },
        {"a number",                  Object{{"view", 1}},                                           "view", "wrong_type"    },
        {"against, without a reason", Object{{"view", "against"}},                                   "note", "reason_missing"},
        {"a reason of blanks",        Object{{"view", "change"}, {"note", "　 "}},                   "note", "reason_missing"},
        {"a reason without end",      Object{{"view", "agree"}, {"note", std::string(60'001, 'x')}}, "note",
         "text_too_long"                                                                                                     },
        {"an unknown member",         Object{{"view", "agree"}, {"for", "zhou-min"}},                "for",  "unknown_field" },
    };
    for (const Row& row : views) expect_refused(row, leader.post(called.item("vote"), row.body));
    expect_refused(
        {
            "the chair first", {},
             "", "chair_not_last"
    },
        chair.post(called.item("vote"), Object{{"view", "agree"}}));
    expect_refused(
        {
            "an item that is not there", {},
             "", "not_found"
    },
        leader.post(called.target + "/items/9/vote", Object{{"view", "agree"}}));
    expect_refused(
        {
            "an item that is no number", {},
             "", "not_found"
    },
        leader.post(called.target + "/items/first/vote", Object{{"view", "agree"}}));
    const auto recused = [](const char* person, const char* reason) {
        return List{
            Object{{"person", person}, {"reason", reason}}
        };
    };
    const Row minutes[] = {
        {"a list of texts", versioned(version, {{"recused", List{"lu-ping"}}}), "recused", "wrong_type"},
        {"nobody of the panel", versioned(version, {{"recused", recused("zhou-min", "亲属")}}),
         "recused.0.person", "unknown_person"},
        {"without a reason", versioned(version, {{"recused", recused("lu-ping", "")}}), "recused.0.reason",
         "missing_field"},
        {"the chair himself", versioned(version, {{"recused", recused("fang-zheng", "亲属")}}),
         "recused.0.person", "chair_recused"},
        {"without end", versioned(version, {{"discussion", std::string(60'001, 'x')}}), "discussion",
         "text_too_long"},
        {"in an old version", versioned(version - 1, {{"course", "经过"}}), "", "version_conflict"},
        {"without a version", Object{{"course", "经过"}}, "version", "missing_field"},
    };
    for (const Row& row : minutes) expect_refused(row, called.clerk.put(called.item("minutes"), row.body));
    expect_refused(
        {
            "a result by another than the chair", {},
             "", "not_authorised"
    },
        leader.post(called.item("conclude"), versioned(version, {{"result", "agree"}})));
    expect_refused(
        {
            "a result before the views", {},
             "result", "chair_not_last"
    },
        chair.post(called.item("conclude"), versioned(version, {{"result", "agree"}})));
    EXPECT_EQ(json::write(called.now()), json::write(before));
}

}  // namespace http_test
