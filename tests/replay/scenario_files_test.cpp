#include <algorithm>
#include <filesystem>
#include <vector>

#include "broken.hpp"

// Every file of tests/scenario/accepted and tests/scenario/refused says itself what is to come of it.
namespace {

namespace fs = std::filesystem;

std::vector<std::string> files_of(const char* folder) {
    std::vector<std::string> names;
    for (const auto& file : fs::directory_iterator(fs::path(ZHIHENG_SOURCE_DIR) / "tests/scenario" / folder))
        if (file.path().extension() == ".json")
            names.push_back(std::string(folder) + "/" + file.path().stem().string());
    std::ranges::sort(names);
    return names;
}

base::List refused_in(const base::Value& answer) {
    base::List refused;
    for (const auto& act : answer.list("acts"))
        if (!act.truth("accepted")) refused.push_back(act);
    return refused;
}

bool tells_its_story(const base::Value& scenario) {
    return !scenario.text("title").empty() && !scenario.text("note").empty() && scenario.has("expect");
}

TEST(ScenarioFiles, AcceptedStoriesAreAcceptedWhole) {
    const auto names = files_of("accepted");
    EXPECT_GE(names.size(), 28U);
    for (const auto& name : names) {
        SCOPED_TRACE(name);
        const auto scenario = given::scenario(name);
        EXPECT_TRUE(tells_its_story(scenario));
        const auto answer = given::replay(scenario);
        ASSERT_TRUE(answer) << answer.error().field << ": " << answer.error().message;
        for (const auto& act : refused_in(*answer)) ADD_FAILURE() << json::write(act);
        const auto& expect = scenario["expect"];
        EXPECT_EQ(answer->text("state"), expect.text("state"));
        EXPECT_TRUE(!expect.has("track") || answer->text("track") == expect.text("track"));
        given::expect_clocks((*answer)["clocks"], expect["clocks"]);
        for (const auto& [machine, rows] : expect["sub"].object())
            EXPECT_EQ(json::write((*answer)["sub"][machine]), json::write(rows)) << machine;
    }
}

// The refused act is the last of its file: the story ends where the law says no.
TEST(ScenarioFiles, RefusedStoriesEndWithCodeArticleAndCure) {
    const auto names = files_of("refused");
    EXPECT_GE(names.size(), 130U);
    for (const auto& name : names) {
        SCOPED_TRACE(name);
        const auto scenario = given::scenario(name);
        EXPECT_TRUE(tells_its_story(scenario));
        const auto& expect = scenario["expect"].list("refused");
        ASSERT_EQ(expect.size(), 1U);
        EXPECT_EQ(expect.front().integer("n"), static_cast<std::int64_t>(scenario.list("acts").size()));
        const auto answer = given::replay(scenario);
        ASSERT_TRUE(answer) << answer.error().field << ": " << answer.error().message;
        const auto refused = refused_in(*answer);
        ASSERT_EQ(refused.size(), 1U) << json::write(refused);
        EXPECT_EQ(refused.front().integer("n"), expect.front().integer("n"));
        EXPECT_EQ(refused.front().text("act"), expect.front().text("act"));
        for (const auto& [member, value] : expect.front().object())
            EXPECT_TRUE(member == "n" || member == "act" || refused.front()["refusal"][member] == value)
                << member;
    }
}

// acts.md §5: each code is shown by a file.
TEST(ScenarioFiles, EveryCodeIsShown) {
    std::vector<std::string> shown;
    for (const auto& name : files_of("refused"))
        shown.emplace_back(given::scenario(name)["expect"].list("refused").front().text("code"));
    const auto texts = given::catalogue_file("procedure/refusals.yaml");
    for (const auto& [code, text] : texts["refusals"].object())
        EXPECT_TRUE(std::ranges::find(shown, code) != shown.end()) << "no file shows " << code;
}

// What is no scenario is turned away with the place in the file.
TEST(ScenarioFiles, BadFilesAreTurnedAwayWithTheirPlace) {
    const auto names = files_of("bad_input");
    EXPECT_GE(names.size(), 10U);
    for (const auto& name : names) {
        SCOPED_TRACE(name);
        const auto scenario = given::scenario(name);
        EXPECT_TRUE(tells_its_story(scenario));
        const auto answer = given::replay(scenario);
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.error().field, scenario["expect"].text("field"));
        EXPECT_EQ(answer.error().message, scenario["expect"].text("message"));
    }
}

}  // namespace
