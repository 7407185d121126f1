#include <algorithm>
#include <filesystem>
#include <map>

#include "broken.hpp"

// Every clock of the table lives in some accepted story: one act starts it, a later one ends it, and whoever
// it binds is warned in between. The list is that of the table, so that none is left out.
namespace {

namespace fs = std::filesystem;

std::vector<std::string> stories() {
    std::vector<std::string> names;
    for (const char* folder : {"", "accepted/"})
        for (const auto& file :
             fs::directory_iterator(fs::path(ZHIHENG_SOURCE_DIR) / "tests/scenario" / folder))
            if (file.path().extension() == ".json") names.push_back(folder + file.path().stem().string());
    std::ranges::sort(names);
    return names;
}

struct Life {
    int started_by = 0;
    int met_by = 0;
    bool ran_out = false;  // a right or a waiting time: time alone ends it
    bool warned = false;
};

int started_by(const base::Value& clock) {
    for (const auto& step : clock.list("explanation"))
        if (step.text("kind") == "trigger")
            return static_cast<int>(step["detail"].integer("act").value_or(0));
    return 0;
}

const std::multimap<std::string, Life>& lives() {
    static const auto all = [] {
        std::multimap<std::string, Life> found;
        for (const auto& name : stories()) {
            const auto answer = given::replay(given::scenario(name));
            if (!answer) continue;
            for (const auto& clock : answer->list("clocks"))
                found.emplace(clock.text("code"),
                              Life{.started_by = started_by(clock),
                                   .met_by = static_cast<int>(clock.integer("met_by").value_or(0)),
                                   .ran_out = clock.text("status") == "over",
                                   .warned = clock.has("warn_on")});
        }
        return found;
    }();
    return all;
}

bool lives_so(const std::string& code, bool (*test)(const Life&)) {
    const auto [first, last] = lives().equal_range(code);
    return std::any_of(first, last, [&](const auto& life) { return test(life.second); });
}

TEST(ClockLife, EveryClockStartsInOneActAndEndsInALaterOne) {
    for (const auto& code : given::clock_table().codes()) {
        const auto duty = given::clock_table().versions(code).front().duty;
        const bool bound = duty == clocks::Duty::agency || duty == clocks::Duty::party;
        EXPECT_TRUE(lives_so(code, [](const Life& life) { return life.started_by > 0; }))
            << code << " starts in no story";
        const auto ended = [](const Life& life) { return life.met_by > life.started_by; };
        const auto over = [](const Life& life) { return life.met_by > life.started_by || life.ran_out; };
        EXPECT_TRUE(bound ? lives_so(code, ended) : lives_so(code, over)) << code << " ends in no later act";
    }
}

// Clocks of hours run out before a day begins on which one could be warned.
TEST(ClockLife, WhoIsBoundIsWarned) {
    for (const auto& code : given::clock_table().codes()) {
        const auto& row = given::clock_table().versions(code).front();
        if (row.duty != clocks::Duty::agency || row.period.unit == calendar::Unit::hours) continue;
        EXPECT_TRUE(lives_so(code, [](const Life& life) { return life.warned; })) << code;
    }
}

}  // namespace
