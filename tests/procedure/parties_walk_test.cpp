#include <gtest/gtest.h>

#include <deque>

#include "ways.hpp"

// Walks of cases with several parties, who come in, go, are replaced and are decided on one by one.
namespace {

using namespace proof;
using procedure::Dice;
using procedure::Walker;

constexpr int walks = 90, tries = 160;
constexpr std::size_t longest_walk = 60;

casefile::Party another(std::string id, casefile::PartyKind kind) {
    return {.id = std::move(id), .kind = kind, .name = "另一当事人"};
}

casefile::Matter several(Walker& walker, Dice& dice) {
    casefile::Matter matter = walker.matter();
    matter.parties.push_back(another("p2", casefile::PartyKind::person));
    if (dice.chance(50)) matter.parties.push_back(another("p3", casefile::PartyKind::organisation));
    return matter;
}

// A story of two parties, told with the people of the walker, so that a walk can leave it at any place:
// chance alone hardly reaches a decision.
procedure::Scenario story_of_two(const char* name, Walker& walker) {
    std::string text = json::write(given::scenario(name));
    static constexpr std::pair<std::string_view, std::string_view> names[] = {
        {"zhou-min", "h1"  },
        {"he-feng",  "h2"  },
        {"qian-wei", "unit"},
        {"song-yan", "rev" },
        {"lu-ping",  "lead"},
        {"xu-jing",  "rec" }
    };
    for (const auto& [told, walking] : names)
        for (auto at = text.find(told); at != std::string::npos; at = text.find(told))
            text.replace(at, told.size(), walking);
    auto story = procedure::read_scenario(*json::parse(text)).value();
    const auto people = walker.matter().staff;
    for (const auto& person : people)
        if (std::ranges::find(story.matter.staff, person.id, &casefile::Staff::id) ==
            story.matter.staff.end())
            story.matter.staff.push_back(person);
    return story;
}

// Where a walk begins: with nothing, or somewhere in a story.
struct Begun {
    casefile::Matter matter;  // before any act
    Case file;
};

Begun beginning(Walker& walker, Dice& dice) {
    static constexpr const char* stories[] = {"accepted/acts-2-two-parties-one-file",
                                              "accepted/acts-3.4-split-off"};
    if (dice.chance(30)) {
        const auto matter = several(walker, dice);
        return {matter, Case(given::rules(), matter)};
    }
    const auto story = story_of_two(stories[dice.chance(80) ? 0 : 1], walker);
    Case file(given::rules(), story.matter);
    const auto until = dice.below(story.acts.size() + 1);
    for (std::size_t i = 0; i < until; ++i) {
        const auto tried = file.try_act(story.acts[i]);
        if (!tried || *tried) ADD_FAILURE() << "act " << i + 1;
    }
    return {story.matter, std::move(file)};
}

base::Value some_party(const Case& file, Dice& dice) {
    const auto& parties = file.matter().parties;
    return parties[dice.below(parties.size())].id;
}

const Act* pointed_at(const Case& file, const Act& act) {
    for (const auto* name : {"of", "held", "panel"})
        for (const auto& each : file.acts())
            if (act.data.integer(name) == each.n) return &each;
    return nullptr;
}

// From the first notice on each party goes its own way; before that one act mostly concerns all.
bool told_apart(const Case& file) {
    return std::ranges::any_of(file.states(),
                               [](const auto& state) { return state.main >= MainState::notice_approved; });
}

// The walker knows of one party: what it makes is turned to one of several, the one it points at where it
// points at an act.
void turn_to_a_party(Act& act, const Case& file, Dice& dice) {
    auto* data = act.data.as_object();
    if (data == nullptr) return;
    if (auto* party = data->find("party"); party != nullptr && party->as_object() != nullptr)
        party->as_object()->erase("id");
    if (act.type == "split_case") data->set("parties", base::List{some_party(file, dice)});
    if (act.type == "join_case") data->erase("parties");
    const auto* of = pointed_at(file, act);
    if (of != nullptr && of->party)
        act.party = of->party;
    else if (dice.chance(told_apart(file) ? 70 : 5))
        act.party = *some_party(file, dice).as_string();
}

const std::vector<History>& of_several() {
    static const std::vector<History> all = [] {
        std::vector<History> made;
        Walker walker(given::rules(), seed() + 1);
        Dice dice(seed() + 2);
        std::size_t accepted = 0, several_at_the_end = 0;
        for (int i = 0; i < walks; ++i) {
            auto [matter, file] = beginning(walker, dice);
            for (int k = 0; k < tries && file.acts().size() < longest_walk; ++k) {
                Act act = walker.next(file);
                turn_to_a_party(act, file, dice);
                const auto before = file.acts().size();
                const auto tried = file.try_act(std::move(act));
                const bool taken = tried && !*tried;
                if (file.acts().size() != before + (taken ? 1 : 0))
                    ADD_FAILURE() << "a refused act left a trace";
            }
            accepted += file.acts().size();
            several_at_the_end += file.states().size() > 1 ? 1 : 0;
            made.push_back({std::move(matter), file.acts()});
        }
        std::printf(
            "seed %llu: %d walks of two or three parties, %zu acts accepted of %d tried, %zu with several at "
            "the end\n",
            static_cast<unsigned long long>(seed() + 1), walks, accepted, walks * tries, several_at_the_end);
        return made;
    }();
    return all;
}

Case folded(const History& history) {
    Case file(given::rules(), history.matter);
    for (const auto& act : history.acts) EXPECT_TRUE(file.restore(act));
    return file;
}

base::Date last_day(const History& history) {
    return history.acts.empty() ? given::day("2026-01-05") : history.acts.back().at.date();
}

TEST(PartiesWalk, MeetsPartiesThatComeGoAndAreDecidedOn) {
    std::map<std::string, int> met;
    for (const auto& history : of_several())
        for (const auto& act : history.acts) ++met[act.type];
    for (const auto* act :
         {"add_party", "replace_party", "split_case", "join_case", "approve_notice", "decide"})
        EXPECT_GT(met[act], 0) << act;
    for (const auto& [act, count] : met)
        if (act.ends_with("_party") || act.ends_with("_case") || act == "decide")
            std::printf("%s: %d\n", act.c_str(), count);
}

// However often the case is loaded on the way, and whichever act was struck: what is kept is the fold.
TEST(PartiesWalk, TheFoldIsTheSameInAnyBatches) {
    for (const auto& history : of_several()) {
        Case pieces(given::rules(), history.matter);
        for (std::size_t i = 0; i < history.acts.size(); ++i) {
            ASSERT_TRUE(pieces.restore(history.acts[i]));
            if (i % 5 == 0) pieces = Case(pieces);
        }
        const auto whole = folded(history);
        ASSERT_EQ(json::write(whole.output(last_day(history))),
                  json::write(pieces.output(last_day(history))));
    }
}

// acts.md §1.4: the state of the case is that of the party least far.
TEST(PartiesWalk, TheCaseIsWhereThePartyLeastFarIs) {
    for (const auto& history : of_several()) {
        const auto output = folded(history).output(last_day(history));
        std::vector<MainState> mains;
        for (const auto& [id, party] : output["parties"].object())
            mains.push_back(*procedure::main_state(party.text("state")));
        if (mains.empty()) continue;
        EXPECT_EQ(output.text("state"), procedure::name(*std::ranges::min_element(mains)));
    }
}

// 行政处罚法 第二十九条: no party is fined twice for the same.
TEST(PartiesWalk, Article29_OneFineForEachParty) {
    for (const auto& history : of_several())
        for (const auto file = folded(history); const auto& state : file.states())
            EXPECT_LE(std::ranges::count_if(
                          state.decisions,
                          [](const auto& decision) { return decision.has_fine && !decision.revoked; }),
                      1);
}

// 行政处罚法 第四十四条: what was served on one party binds no other.
TEST(PartiesWalk, Article44_NoPenaltyWithoutANoticeServedOnThatParty) {
    for (const auto& history : of_several())
        for (const auto& act : history.acts) {
            if (!is_penalty(act)) continue;
            const bool told = std::ranges::any_of(history.acts, [&](const Act& each) {
                return each.n < act.n && each.type == "serve" && clocks::document_of(each) == 37 &&
                       each.data.text("outcome") == "served" &&
                       (!each.party || !act.party || *each.party == *act.party);
            });
            EXPECT_TRUE(told) << "act " << act.n;
        }
}

// acts.md §1.4: from the first notice on an act says whom it concerns while there are several.
TEST(PartiesWalk, FromTheNoticeOnEveryActNamesItsParty) {
    for (const auto& history : of_several()) {
        Case file(given::rules(), history.matter);
        for (const auto& act : history.acts) {
            const bool names_one = act.type == "approve_notice" || act.type == "decide";
            EXPECT_TRUE(!names_one || file.states().size() == 1 || act.party) << act.type << " " << act.n;
            ASSERT_TRUE(file.restore(act));
        }
    }
}

// 每个状态都有合法的出路: also where chance has led several parties, which is further than the bound below.
TEST(PartiesWalk, NoWalkEndsWithoutALawfulWayOut) {
    for (const auto& history : of_several()) {
        if (history.acts.empty()) continue;
        const auto file = folded(history);
        const auto at = history.acts.back().at;
        EXPECT_TRUE(has_way_out(file, at)) << procedure::name(file.main_state(at)) << told(history);
    }
}

// What the procedure sees of each party; in whatever order they came.
std::string signature(const Case& file, base::Instant at) {
    std::multiset<std::string> parties;
    for (const auto& state : file.states())
        parties.insert(std::string(procedure::name(procedure::main_at(state, at, file.rules()))) +
                       state.proposes + (state.answers_open() ? "A" : "") +
                       (state.waivers.empty() ? "" : "W") +
                       (state.decision() != nullptr ? state.decision()->kind : "") +
                       (state.hearing.request != 0 ? "H" : "") + (state.seizures.empty() ? "" : "M"));
    std::string text;
    for (const auto& party : parties) text += party + "|";
    return text;
}

// Breadth first and from the far end in turn, with two parties: every act for every party and for both.
TEST(PartiesWalk, EveryReachableStateUpToTheBoundHasAWayOut) {
    const char* wanted = std::getenv("ZHIHENG_BOUND");
    const std::size_t bound = wanted == nullptr ? 60 : std::strtoul(wanted, nullptr, 10);
    Walker walker(given::rules(), 11);
    casefile::Matter matter = walker.matter();
    matter.parties.push_back(another("p2", casefile::PartyKind::person));
    std::set<std::string> known;
    std::deque<Case> waiting;
    waiting.emplace_back(given::rules(), matter);
    std::size_t tried = 0;
    const auto begin = given::instant("2026-01-05T09:00:00+08:00");
    while (!waiting.empty() && known.size() < bound) {
        const bool deep = known.size() % 3 != 0;
        const Case file = deep ? std::move(waiting.back()) : std::move(waiting.front());
        if (deep)
            waiting.pop_back();
        else
            waiting.pop_front();
        const auto last = file.acts().empty() ? begin : file.acts().back().at;
        for (const auto& type : given::rules().table.acts())
            for (const int hours : {1, 24 * 12})
                for (const auto* party : {"", "p1", "p2"}) {
                    const auto at = last.plus_hours(hours);
                    Act act = walker.sound(file, type, at, 0);
                    if (*party != '\0') act.party = party;
                    Case next = file;
                    ++tried;
                    const auto judged = next.try_act(std::move(act));
                    if (!judged || *judged || !known.insert(signature(next, at)).second) continue;
                    EXPECT_TRUE(has_way_out(next, at)) << signature(next, at);
                    if (next.acts().size() < longest_walk) waiting.push_back(std::move(next));
                }
    }
    std::printf("%zu states of two parties reached, %zu acts tried\n", known.size(), tried);
    EXPECT_GE(known.size(), std::min<std::size_t>(bound, 60));
}

}  // namespace
