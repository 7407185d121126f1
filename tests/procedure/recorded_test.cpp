#include <algorithm>

#include "broken.hpp"
#include "procedure/case.hpp"
#include "procedure/derived.hpp"
#include "procedure/scenario.hpp"

// What a record says besides the act: where a returned step led, what came late, what time has done since.
namespace procedure {

namespace {

using base::Object;
using casefile::Act;

Case begun(const std::string& name, int last) {
    Scenario scenario = read_scenario(given::scenario(name)).value();
    Case file(given::rules(), scenario.matter);
    for (const auto& act : scenario.acts) {
        if (act.n > last) break;
        const auto tried = file.try_act(act);
        if (!tried || *tried) ADD_FAILURE() << act.n << " " << act.type;
    }
    return file;
}

Act returned(const Case& file, Object more) {
    Object data{
        {"step",   "调查取证"},
        {"reason", "补充证据"}
    };
    for (const auto& [name, value] : more) data.set(name, value);
    return {.n = file.acts().back().n + 1,
            .type = "return",
            .at = given::instant("2024-06-17T10:00:00+08:00"),
            .by = {"qian-wei"},
            .data = std::move(data)};
}

}  // namespace

// A running case keeps what its acts led to when they were entered.
TEST(Recorded, AReturnFoldsAsItFoldedWhenItWasEntered) {
    struct Row {
        const char* why;
        bool recorded;
        Object more;
        MainState main;
    };
    const Row rows[] = {
        {"of a scenario",                             false, {},                             MainState::investigating},
        {"entered before the record named the stage", true,  {},                             MainState::reported     },
        {"entered since, the stage in the record",
         true,                                               {{"goes_to", "INVESTIGATING"}},
         MainState::investigating                                                                                    },
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.why);
        Case file = begun("milk_2024", 15);
        ASSERT_EQ(file.state().main, MainState::reported);
        Act act = returned(file, row.more);
        if (row.recorded) act.recorded_at = act.at;
        ASSERT_TRUE(file.restore(act));
        EXPECT_EQ(file.state().main, row.main);
    }
}

TEST(Recorded, AReturnSaysWhereItLed) {
    Case file = begun("milk_2024", 15);
    const auto tried = file.try_act(returned(file, {}));
    ASSERT_TRUE(tried && !*tried);
    EXPECT_EQ(file.acts().back().data.text("goes_to"), "INVESTIGATING");
}

// acts.md §2.3: heard all the same, and what it was late for is said once, by the core.
TEST(Recorded, ALateAnswerNamesItsPeriod) {
    const auto scenario = given::scenario("accepted/acts-2.3-late-answer");
    const Case file = begun("accepted/acts-2.3-late-answer", static_cast<int>(scenario.list("acts").size()));
    const auto late = file.late_answers();
    ASSERT_EQ(late.size(), 1U);
    EXPECT_EQ(late.front().period, "陈述、申辩期限");
    EXPECT_NE(late.front().basis.find("第五十七条"), std::string::npos);
    const auto* answer = &*std::ranges::find(file.acts(), late.front().n, &Act::n);
    EXPECT_EQ(answer->type, "answer_notice");
    EXPECT_GT(given::day(answer->data.text("received_on")), late.front().due);
}

// 程序规定 第八十二条第（五）项: what was published takes effect by time alone; every reader sees that state.
TEST(Recorded, StandingIsWhatTimeHasMadeOfIt) {
    const auto scenario = given::scenario("accepted/procedure-16-public-notice-still-running");
    const Case file = begun("accepted/procedure-16-public-notice-still-running",
                            static_cast<int>(scenario.list("acts").size()));
    const auto last = file.acts().back().at.date();
    ASSERT_FALSE(file.state().coming.empty());
    EXPECT_FALSE(file.standing(0, last)->coming.empty());
    const auto later = file.standing(0, last.plus_days(400));
    EXPECT_TRUE(later->coming.empty());
    EXPECT_FALSE(file.state().coming.empty()) << "what was recorded stays as it was";
}

// 程序规定 第六十条: once the decision is made there is no discussion of it left to hold.
TEST(Recorded, NoPanelIsWantedAfterTheDecision) {
    for (const int last : {25, 26}) {
        SCOPED_TRACE(last);
        const Case file = begun("hearing_2026", last);
        const auto tasks = file.tasks(file.acts().back().at);
        const auto panel = std::ranges::find(tasks, "panel", &Task::id);
        EXPECT_TRUE(panel == tasks.end() || panel->status == "done");
    }
}

}  // namespace procedure
