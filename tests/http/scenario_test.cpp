#include "scenario.hpp"

#include <thread>

namespace http_test {

namespace {

void expect_archived(const std::string& no) {
    Officer& officer = World::get().officer("zhoumin");
    const Answer page = officer.get("/api/cases/" + no);
    EXPECT_EQ(page.body["state"].text("code"), "ARCHIVED") << page.words().substr(0, 600);
    const Answer verification = officer.get("/api/cases/" + no + "/verification");
    EXPECT_TRUE(verification.body.truth("ok")) << verification.words();
}

// The text of a paper once it has been printed; papers are printed behind the answer.
std::string paper_text(const std::string& no, std::string_view document) {
    Officer& officer = World::get().officer("zhoumin");
    std::string seen = "no such paper";
    for (int patience = 0; patience < 200; ++patience) {
        const Answer documents = officer.get("/api/cases/" + no + "/documents");
        for (const base::Value& row : documents.body.items()) {
            if (row.text("document") != document) continue;
            const Answer text = officer.get("/api/documents/" + std::string(row.text("id")) + "/text");
            if (text.status == 200 && text.body.as_string()) return *text.body.as_string();
            seen = text.words();
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    ADD_FAILURE() << document << ": " << seen;
    return {};
}

}  // namespace

TEST(Scenario, MilkFromTheTipToTheArchive) {
    const std::string no = walk(read_scenario("milk_2024"));
    expect_archived(no);
    const std::string decision = paper_text(no, "penalty_decision");
    for (const char* words : {"行政处罚决定书", "冯启明", "86000", "670", "食品安全法", "复议", "行政诉讼"})
        EXPECT_NE(decision.find(words), std::string::npos) << words << " is not in the decision\n"
                                                           << decision;
}

TEST(Scenario, FertiliserFromTheTipToTheArchive) {
    expect_archived(walk(read_scenario("fertiliser_2024")));
}

// acts.md §2.3: an answer after its five working days is heard, and the course of the case says what it was
// late for.
TEST(Scenario, AnAnswerAfterItsPeriodSaysSo) {
    base::Value scenario = read_scenario("accepted/procedure-11-answer-rechecked-point-by-point");
    base::List& acts = *scenario.as_object()->find("acts")->as_list();
    acts.resize(9);
    acts.back().as_object()->set("at", "2026-04-10T10:00:00+08:00");
    acts.back().as_object()->find("data")->as_object()->set("received_on", "2026-04-10");
    const std::string no = walk(scenario);
    const Answer recorded = World::get().officer("zhoumin").get("/api/cases/" + no + "/acts");
    ASSERT_EQ(recorded.body.items().size(), 9U) << recorded.words();
    for (const base::Value& act : recorded.body.items()) {
        const bool answer = act.text("act") == "answer_notice";
        EXPECT_EQ(act.has("late"), answer) << act.text("act");
        if (!answer) continue;
        EXPECT_EQ(act["late"].text("due"), "2026-04-08");
        EXPECT_NE(act["late"].text("basis").find("第五十七条"), std::string::npos);
        EXPECT_EQ(act["late"].text("period"), "陈述、申辩期限");
    }
}

// 行政处罚法 第二十七条, acts.md §1.4: what the procuratorate sends back opens a case of its own.
TEST(Scenario, AReverseReferralOpensACase) {
    base::Value scenario = read_scenario("accepted/acts-3.5-reverse-referral");
    base::Object& first = *scenario.as_object()->find("acts")->as_list()->front().as_object();
    first.set("paper", base::Object{
                           {"facts", "检察院对掺杂掺假案作出不起诉决定，建议给予行政处罚"}
    });
    scenario.as_object()->find("staff")->as_list()->push_back(base::Object{
        {"id",    "qian-wei"             },
        {"roles", base::List{"UNIT_HEAD"}}
    });
    const std::string no = walk(scenario);
    const Answer page = World::get().officer("zhoumin").get("/api/cases/" + no);
    EXPECT_EQ(page.body.list("tasks").front().text("status"), "done") << "案源登记";
    EXPECT_EQ(page.body["state"].text("code"), "FILED") << page.words().substr(0, 600);
    EXPECT_EQ(page.body["facts"].text("source"), "reverse_referral");
    EXPECT_EQ(page.body["facts"].text("source_no"), "临检行意〔2026〕7号");
    EXPECT_EQ(page.body["facts"].text("found_on"), "2026-04-01");
    const std::string registered = paper_text(no, "case_source_register");
    for (const char* words : {"临检行意〔2026〕7号", "2026年4月1日", "作出不起诉决定"})
        EXPECT_NE(registered.find(words), std::string::npos) << words << "\n" << registered;
}

TEST(Scenario, NothingElseOpensACase) {
    const base::Value scenario = read_scenario("accepted/acts-3.5-reverse-referral");
    const base::Value& first = scenario.list("acts").front();
    struct Row {
        const char* why;
        const char *account, *procedure, *act;
        int status;
        const char* code;
    };
    const Row rows[] = {
        {"an act within a case",           "xujing",  "ordinary",  "file_case",                400, "unknown_choice"},
        {"a complaint is no referral",     "xujing",  "complaint", "receive_reverse_referral", 400,
         "unknown_choice"                                                                                           },
        {"an act nobody knows",            "xujing",  "ordinary",  "fly",                      400, "unknown_choice"},
        {"an officer does not receive it", "zhoumin", "ordinary",  "receive_reverse_referral", 422,
         "not_authorised"                                                                                           },
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.why);
        const Answer answer = World::get()
                                  .officer(row.account)
                                  .post("/api/cases", base::Object{
                                                          {"procedure", row.procedure    },
                                                          {"act",       row.act          },
                                                          {"party",     scenario["party"]},
                                                          {"data",      first["data"]    }
        });
        EXPECT_EQ(answer.status, row.status) << answer.words();
        EXPECT_EQ(answer.code(), row.code) << answer.words();
    }
}

TEST(Scenario, NoPenaltyFromTheTipToTheArchive) {
    const std::string no = walk(read_scenario("no_penalty"));
    expect_archived(no);
    EXPECT_NE(paper_text(no, "no_penalty_decision").find("不予行政处罚"), std::string::npos);
}

}  // namespace http_test
