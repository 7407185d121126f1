#include <algorithm>
#include <thread>

#include "json/json.hpp"
#include "scenario.hpp"

// Where two people or two cases meet: one decision and one case at a time, and nothing half done.
namespace http_test {

namespace {

using base::List;
using base::Object;
using base::Value;

Officer& officer(std::string_view account) {
    return World::get().officer(account);
}

std::size_t acts_of(const std::string& no) {
    return officer("zhoumin").get("/api/cases/" + no + "/acts").body.items().size();
}

Value page_of(const std::string& no) {
    return officer("zhoumin").get("/api/cases/" + no).body;
}

Value until(Value scenario, std::size_t acts) {
    scenario.as_object()->find("acts")->as_list()->resize(acts);
    return scenario;
}

// Up to the decision.
Value price_case() {
    return until(read_scenario("accepted/procedure-16-service-by-seven-ways"), 9);
}

// Signs what waits until somebody with that role has to.
std::string sign_up_to(const Answer& proposed, std::string_view role) {
    EXPECT_EQ(proposed.status, 202) << proposed.words();
    const std::string path = "/api/proposals/" + std::string(proposed.body["proposal"].text("id"));
    for (int step = 0; step < 6; ++step) {
        const Value waiting = officer("zhoumin").get(path).body["waiting_for"];
        if (waiting.text("role") == role && waiting.text("kind") == "approve") return path;
        std::string who(waiting["person"].text("id"));
        std::erase(who, '-');
        if (who.empty()) who = "qianwei";
        const Answer done = officer(who).post(path + "/" + std::string(waiting.text("kind")), Object{});
        EXPECT_EQ(done.status, 200) << done.words();
    }
    return path;
}

// The same request by two people at the same moment, each with a connection of his own.
std::pair<Answer, Answer> at_once(const char* one, const char* other, const std::string& first,
                                  const std::string& second) {
    Officer left(World::get().port(), one), right(World::get().port(), other);
    Answer answers[2];
    std::thread thread([&] { answers[0] = left.post(first, Object{}); });
    answers[1] = right.post(second, Object{});
    thread.join();
    return {answers[0], answers[1]};
}

void expect_one_wins(const std::pair<Answer, Answer>& answers) {
    const Answer& lost = answers.first.status == 200 ? answers.second : answers.first;
    EXPECT_NE(answers.first.status, answers.second.status) << answers.first.words() << answers.second.words();
    EXPECT_EQ(std::min(answers.first.status, answers.second.status), 200)
        << answers.first.words() << answers.second.words();
    EXPECT_TRUE(lost.status == 409 || lost.status == 412 || lost.status == 422) << lost.words();
    EXPECT_FALSE(lost.body.text("detail").empty());
}

}  // namespace

TEST(TwoAtOnce, OneLeaderDecidesAndTheOtherIsTold) {
    const Value scenario = price_case();
    const Value before = until(scenario, scenario.list("acts").size() - 1);
    Story story(before);
    while (!story.is_told()) ASSERT_TRUE(story.step());
    const Value& decision = scenario.list("acts").back();
    const std::size_t acts = acts_of(story.no());

    // Two proposals for the one decision, an hour apart: the same one a second time is turned away.
    Value later = decision;
    later.as_object()->set("at", "2026-03-26T10:30:00+08:00");
    const std::string first = sign_up_to(story.post(decision), "LEADER");
    EXPECT_EQ(story.post(decision).body.text("code"), "already_proposed");
    const std::string second = sign_up_to(story.post(later), "LEADER");
    expect_one_wins(at_once("luping", "fangzheng", first + "/approve", second + "/approve"));
    EXPECT_EQ(acts_of(story.no()), acts + 1);
    EXPECT_EQ(page_of(story.no())["state"].text("code"), "DECIDED");
    int recorded = 0;
    for (const auto& path : {first, second})
        if (officer("zhoumin").get(path).body.text("status") == "recorded") ++recorded;
    EXPECT_EQ(recorded, 1);
    EXPECT_TRUE(officer("zhoumin").get("/api/cases/" + story.no() + "/verification").body.truth("ok"));
}

TEST(TwoAtOnce, AnActInACaseOfAnotherAgencyFindsNothing) {
    const std::string no = World::get().open_case();
    const std::size_t acts = acts_of(no);
    const Answer answer =
        officer("machaoqun")
            .post("/api/cases/" + no + "/acts", Object{
                                                    {"act",  "note"                  },
                                                    {"data", Object{{"text", "越界"}}}
    });
    EXPECT_EQ(answer.status, 404) << answer.words();
    EXPECT_FALSE(answer.body.text("detail").empty());
    EXPECT_EQ(acts_of(no), acts);
}

// 行政处罚法 第四十二条: the certificates of the demonstration begin on 1 January 2022.
TEST(TwoAtOnce, ACertificateNotValidOnTheDayOfTheActIsRefused) {
    Value body = new_case_body();
    body.as_object()->set("at", "2021-12-20T09:00:00+08:00");
    body.as_object()->find("data")->as_object()->set("found_on", "2021-12-20");
    const Answer created = officer("zhoumin").post("/api/cases", body);
    ASSERT_EQ(created.status, 201) << created.words();
    const std::string no(created.body.text("no"));
    const Answer answer =
        officer("zhoumin").post("/api/cases/" + no + "/acts", Object{
                                                                  {"act",  "start_check"              },
                                                                  {"at",   "2021-12-31T09:00:00+08:00"},
                                                                  {"by",   List{"zhou-min", "he-feng"}},
                                                                  {"data", Object{}                   }
    });
    EXPECT_EQ(answer.status, 422) << answer.words();
    EXPECT_EQ(answer.code(), "certificate_invalid") << answer.words();
    EXPECT_NE(answer.body.text("basis").find("第四十二条"), std::string::npos);
    EXPECT_EQ(acts_of(no), 1U);
}

TEST(TwoAtOnce, AnActLargerThanTheLimitIsTurnedAwayWhole) {
    const std::string no = World::get().open_case();
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += R"({"act":"note","data":{"text":"第十万项行为以内"}},)";
    const Answer answer = officer("zhoumin").post("/api/cases/" + no + "/acts",
                                                  Object{
                                                      {"act",  "note"                },
                                                      {"data", Object{{"text", text}}}
    });
    EXPECT_EQ(answer.status, 413) << answer.words().substr(0, 300);
    EXPECT_EQ(acts_of(no), 1U);
}

// 分案 and 并案: both files say so, and the joined one is shut with the number of the other.
TEST(Connected, CasesAreSplitAndJoined) {
    const Value scenario = until(read_scenario("accepted/acts-3.4-split-off"), 5);
    const std::string no = walk(scenario);
    const Value host = page_of(no);
    ASSERT_EQ(host.list("connections").size(), 1U) << json::write(host["connections"]);
    EXPECT_EQ(host.list("connections").front().text("kind"), "split_off");
    const std::string off(host.list("connections").front().text("no"));
    const Value split = page_of(off);
    EXPECT_EQ(split.list("connections").front().text("no"), no);
    ASSERT_EQ(split.list("parties").size(), 1U);
    EXPECT_EQ(split.list("parties").front().text("name"), "关小海");
    EXPECT_EQ(host.list("parties").size(), 1U);
    for (const auto& each : {no, off}) {
        const Answer checked = officer("zhoumin").get("/api/cases/" + each + "/verification");
        EXPECT_TRUE(checked.body.truth("ok")) << checked.words();
    }

    Value join = scenario.list("acts").back();
    join.as_object()->set("act", "join_case");
    join.as_object()->set("at", "2026-03-12T09:00:00+08:00");
    join.as_object()->set("data", Object{
                                      {"with",   off                         },
                                      {"reason", "查明系共同违法，仍一并处理"}
    });
    Value again = scenario;
    again.as_object()->find("acts")->as_list()->push_back(join);
    const Answer proposed =
        officer("zhoumin").post("/api/cases/" + no + "/acts",
                                Object{
                                    {"act",  "join_case"    },
                                    {"at",   join.text("at")},
                                    {"data", join["data"]   }
    });
    const std::string path = sign_up_to(proposed, "LEADER");
    const Answer done = officer("luping").post(path + "/approve", Object{});
    ASSERT_EQ(done.status, 200) << done.words();
    EXPECT_EQ(page_of(off)["state"].text("code"), "JOINED");
    EXPECT_EQ(page_of(no).list("parties").size(), 2U);
    const Answer shut = officer("zhoumin").post("/api/cases/" + off + "/acts",
                                                Object{
                                                    {"act",  "note"                  },
                                                    {"data", Object{{"text", "补记"}}}
    });
    EXPECT_EQ(shut.status, 422) << shut.words();
    EXPECT_EQ(shut.code(), "case_joined");
    EXPECT_NE(shut.body.text("detail").find(no), std::string::npos) << shut.words();
}

}  // namespace http_test
