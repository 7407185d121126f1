#pragma once

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <set>

#include "broken.hpp"
#include "clocks/performance.hpp"
#include "procedure/case.hpp"
#include "procedure/derived.hpp"
#include "procedure/scenario.hpp"
#include "procedure/walk.hpp"

// What no order of acts can bring about, whoever tries it: every history the program accepts is held against
// the articles, by rules written down here a second time.
namespace proof {

using base::Date;
using casefile::Act;
using procedure::Case;
using procedure::MainState;

// Another walk every day would find more, and a red build nobody can repeat; so the seed is fixed and
// printed.
inline std::uint64_t seed() {
    const char* given = std::getenv("ZHIHENG_SEED");
    return given == nullptr ? 20260401 : std::strtoull(given, nullptr, 10);
}

inline constexpr int histories = 220;
inline constexpr int tries_each = 150;
inline constexpr std::size_t longest = 45;

struct History {
    casefile::Matter matter;
    std::vector<Act> acts;
    bool whole = false;  // a case told to its end, not a walk
};

// Whole cases as they are replayed elsewhere: what chance alone does not reach, a decision and what follows
// it.
inline void add_whole_case(std::vector<History>& made, const std::string& name) {
    const auto scenario = procedure::read_scenario(given::scenario(name)).value();
    Case file(given::rules(), scenario.matter);
    for (const Act& act : scenario.acts) {
        const auto tried = file.try_act(act);
        if (!tried || *tried) ADD_FAILURE() << name << " act " << act.n;
    }
    // Several parties have several notices and decisions; the properties speak of one.
    if (file.states().size() == 1) made.push_back({file.matter(), file.acts(), true});
}

inline void add_whole_cases(std::vector<History>& made) {
    for (const char* name : {"milk_2024", "fertiliser_2024", "no_penalty", "handbook_6_1", "hearing_2026"})
        add_whole_case(made, name);
    const auto folder = std::filesystem::path(ZHIHENG_SOURCE_DIR) / "tests/scenario/accepted";
    for (const auto& file : std::filesystem::directory_iterator(folder))
        add_whole_case(made, "accepted/" + file.path().stem().string());
}

// Every accepted story, told by the people of the walker, so that a walk can leave it at any place: chance
// alone hardly reaches a notice, a hearing or a decision.
struct Told {
    casefile::Matter begun;
    std::vector<Act> acts;  // as far as these people can tell it
};

inline std::string with_names(std::string text, const base::Value& scenario) {
    static constexpr std::pair<std::string_view, std::string_view> parts[] = {
        {"HANDLER",   "h1"   },
        {"HANDLER",   "h2"   },
        {"UNIT_HEAD", "unit" },
        {"REVIEWER",  "rev"  },
        {"CHIEF",     "chief"},
        {"LEADER",    "lead" },
        {"HOST",      "host" },
        {"RECORDER",  "rec"  },
        {"FINANCE",   "fin"  },
        {"SUPERIOR",  "sup"  }
    };
    std::set<std::string> named;
    for (const auto& [role, walking] : parts)
        for (const auto& row : scenario.list("staff")) {
            const std::string id(row.text("id"));
            const auto roles = row.list("roles");
            if (named.contains(id) || std::ranges::find(roles, base::Value(std::string(role))) == roles.end())
                continue;
            named.insert(id);
            const std::string from = "\"" + id + "\"", to = "\"" + std::string(walking) + "\"";
            for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
                text.replace(at, from.size(), to);
            break;
        }
    return text;
}

inline const std::vector<Told>& told_stories() {
    static const std::vector<Told> all = [] {
        std::vector<Told> made;
        procedure::Walker walker(given::rules(), 1);
        const auto people = walker.matter().staff;
        const auto folder = std::filesystem::path(ZHIHENG_SOURCE_DIR) / "tests/scenario/accepted";
        std::set<std::filesystem::path> files;
        for (const auto& file : std::filesystem::directory_iterator(folder)) files.insert(file.path());
        for (const auto& path : files) {
            const auto told = given::scenario("accepted/" + path.stem().string());
            auto story = procedure::read_scenario(*json::parse(with_names(json::write(told), told))).value();
            if (story.matter.parties.size() > 1) continue;
            for (const auto& person : people)
                if (std::ranges::find(story.matter.staff, person.id, &casefile::Staff::id) ==
                    story.matter.staff.end())
                    story.matter.staff.push_back(person);
            Case file(given::rules(), story.matter);
            for (const auto& act : story.acts)
                if (const auto tried = file.try_act(act); !tried || *tried || file.states().size() > 1) break;
            if (file.states().size() > 1) continue;
            made.push_back({story.matter, file.acts()});
        }
        return made;
    }();
    return all;
}

// Where a walk begins: with nothing, or somewhere in a story.
struct Beginning {
    casefile::Matter begun;
    Case file;
};

inline Beginning beginning(procedure::Walker& walker, procedure::Dice& dice) {
    if (dice.chance(40)) {
        const auto matter = walker.matter();
        return {matter, Case(given::rules(), matter)};
    }
    const auto& story = told_stories()[dice.below(told_stories().size())];
    Case file(given::rules(), story.begun);
    const auto until = dice.below(story.acts.size() + 1);
    for (std::size_t i = 0; i < until; ++i)
        if (!file.restore(story.acts[i])) ADD_FAILURE() << "act " << i + 1;
    return {story.begun, std::move(file)};
}

// Acts tried at random; what was accepted stays.
inline const std::vector<History>& corpus() {
    static const std::vector<History> all = [] {
        std::vector<History> made;
        add_whole_cases(made);
        procedure::Walker walker(given::rules(), seed());
        procedure::Dice dice(seed() + 3);
        std::size_t accepted = 0;
        for (int i = 0; i < histories; ++i) {
            auto [begun, file] = beginning(walker, dice);
            const auto told = file.acts().size();
            for (int k = 0; k < tries_each && file.acts().size() < told + longest; ++k) {
                const auto before = file.acts().size();
                const auto tried = file.try_act(walker.next(file));
                const bool taken = tried && !*tried;
                if (file.acts().size() != before + (taken ? 1 : 0))
                    ADD_FAILURE() << "a refused act left a trace";
            }
            accepted += file.acts().size() - told;
            if (file.states().size() == 1) made.push_back({begun, file.acts()});
        }
        std::printf("seed %llu: %d histories, %zu acts accepted of %d tried\n",
                    static_cast<unsigned long long>(seed()), histories, accepted, histories * tries_each);
        return made;
    }();
    return all;
}

// One act and what came before it.
struct Moment {
    const History& history;
    std::size_t place;
    const Act& act() const { return history.acts[place]; }
    Date on() const { return act().at.date(); }
    std::span<const Act> before() const { return std::span(history.acts).first(place); }
    const Act* last(std::string_view type) const {
        for (std::size_t i = place; i > 0; --i)
            if (history.acts[i - 1].type == type && !struck(history.acts[i - 1].n))
                return &history.acts[i - 1];
        return nullptr;
    }
    bool struck(int n) const {
        return std::ranges::any_of(
            before(), [&](const Act& each) { return each.type == "strike" && each.data.integer("of") == n; });
    }
    const casefile::Staff& person(const std::string& id) const {
        return *std::ranges::find(history.matter.staff, id, &casefile::Staff::id);
    }
    bool holds_role(const std::string& id, std::string_view role) const {
        return procedure::has_role(person(id), role);
    }
};

inline void for_every(std::string_view type, const std::function<void(const Moment&)>& check) {
    std::size_t met = 0;
    for (const auto& history : corpus())
        for (std::size_t i = 0; i < history.acts.size(); ++i)
            if (type.empty() || history.acts[i].type == type) {
                ++met;
                SCOPED_TRACE("act " + std::to_string(i + 1) + " " + history.acts[i].type);
                check({history, i});
                if (testing::Test::HasFailure()) return;
            }
    EXPECT_GT(met, 0U) << "no history has a " << type << ": the walk is too short to prove anything";
}

inline const Act* served(const Moment& moment, int document) {
    for (std::size_t i = moment.place; i > 0; --i) {
        const auto& act = moment.history.acts[i - 1];
        if (act.type == "serve" && clocks::document_of(act) == document &&
            act.data.text("outcome") == "served")
            return &act;
    }
    return nullptr;
}

inline bool is_penalty(const Act& act) {
    return act.type == "decide" && act.data.text("kind") == "penalty";
}

}  // namespace proof
