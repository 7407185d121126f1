#pragma once
#include <compare>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "procedure/rules.hpp"

namespace procedure {

// An act that took a case from one main state to another.
struct Transition {
    MainState from = MainState::none;
    MainState to = MainState::none;
    std::string act;
    friend auto operator<=>(const Transition&, const Transition&) = default;
};

// A case as it was told: as it was registered, and its acts.
struct Story {
    casefile::Matter begun;
    std::vector<casefile::Act> acts;
};

// What the acts of these stories did; of cases with several parties nothing, since there one act moves several states.
std::set<Transition> transitions(const Rules& rules, std::span<const Story> stories);

// Found by trying acts at random and watching the state: the figure shows what the program does, not what
// somebody drew.
std::set<Transition> transitions(const Rules& rules, std::uint64_t seed, int histories);

// docs/procedure.md: acts, periods, refusals and the figures of states, in Markdown; the figures show what the program accepts,
// in these stories and at random.
std::string page(const Rules& rules, std::span<const Story> stories);

}  // namespace procedure
