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

TEST(Scenario, NoPenaltyFromTheTipToTheArchive) {
    const std::string no = walk(read_scenario("no_penalty"));
    expect_archived(no);
    EXPECT_NE(paper_text(no, "no_penalty_decision").find("不予行政处罚"), std::string::npos);
}

}  // namespace http_test
