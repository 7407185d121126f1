#include <gtest/gtest.h>

#include <set>

#include "json/json.hpp"
#include "synth/stories.hpp"

using namespace std::chrono_literals;

namespace {

constexpr base::Date begin(2025y / 3 / 3), far_off(2027y / 12 / 31);

struct World : synth_test::Stories {
    synth::Stage stage(base::Date from, base::Date until) const { return {place, cast, from, until}; }
    base::Result<synth::History> tell(const synth::Path& path, std::uint64_t seed, base::Date from = begin,
                                      base::Date until = far_off) const {
        procedure::Dice dice(seed);
        return synth::Teller(rules, book).tell(path, stage(from, until), dice);
    }
};

const World& world() {
    static const World one;
    return one;
}

}  // namespace

TEST(SynthPaths, EveryPathIsLawfulToItsEndWhateverTheStory) {
    for (const auto& path : world().book.paths)
        for (std::uint64_t seed = 1; seed <= 6; ++seed) {
            const auto told = world().tell(path, seed, begin.plus_days(static_cast<int>(seed) * 37));
            EXPECT_TRUE(told) << path.id << " seed " << seed << ": " << told.error().message;
            EXPECT_TRUE(!told || told->complete) << path.id;
        }
}

TEST(SynthPaths, EveryPathIsLawfulFromWhateverDayItBegins) {
    // The weeks before the long holidays of a winter: short periods of natural days meet long rests.
    const base::Date first(2025y / 11 / 1), last(2026y / 3 / 1);
    for (const auto& path : world().book.paths)
        for (auto from = first; from < last; from = from.plus_days(4)) {
            const auto told = world().tell(path, 1, from);
            EXPECT_TRUE(told) << (told ? "" : told.error().message);
        }
}

TEST(SynthPaths, EveryPathTheDesignNamesIsThere) {
    for (const char* id : {"ordinary", "hearing", "seizure", "suspended", "fast", "summary", "panel",
                           "no_penalty", "not_established", "transferred", "referred", "reverse_referral",
                           "reconsidered", "sued", "instalments", "late_fee", "court", "several_parties"})
        EXPECT_NE(world().book.find(id), nullptr) << id;
}

TEST(SynthPaths, TheSameSeedTellsTheSameHistory) {
    for (const auto& path : world().book.paths) {
        const auto one = world().tell(path, 7), same = world().tell(path, 7);
        ASSERT_TRUE(one && same) << path.id;
        EXPECT_EQ(json::write(synth::scenario_of(one->file)), json::write(synth::scenario_of(same->file)));
    }
    const auto* path = world().book.find("ordinary");
    std::set<std::string> parties;
    for (std::uint64_t seed = 1; seed <= 20; ++seed)
        parties.insert(world().tell(*path, seed)->file.matter().parties.front().name);
    EXPECT_GT(parties.size(), 10U) << "other seeds, other stories";
}

TEST(SynthPaths, NothingHappensAfterTheLastDay) {
    const auto* path = world().book.find("court");
    const auto told = world().tell(*path, 3, begin, begin.plus_days(30));
    ASSERT_TRUE(told);
    EXPECT_FALSE(told->complete);
    EXPECT_LE(told->file.acts().back().at.date(), begin.plus_days(30));
}

TEST(SynthPaths, AnUnlawfulPathIsRefusedAndSaysWhere) {
    const auto* lawful = world().book.find("ordinary");
    synth::Path hasty = *lawful;
    std::erase_if(hasty.steps, [](const synth::Step& step) { return step.act == "approve_notice"; });
    const auto told = world().tell(hasty, 1);
    ASSERT_FALSE(told);
    EXPECT_EQ(told.error().code, "path_refused");
}
