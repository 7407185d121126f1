#pragma once
#include <set>
#include <string>
#include <tuple>

#include "procedure/rules.hpp"

namespace procedure {

// An act that took a case from one main state to another.
struct Transition {
    MainState from = MainState::none;
    MainState to = MainState::none;
    std::string act;
    friend auto operator<=>(const Transition&, const Transition&) = default;
};

// Found by trying acts at random and watching the state: the figure shows what the program does, not what
// somebody drew.
std::set<Transition> transitions(const Rules& rules, std::uint64_t seed, int histories);

// docs/procedure.md: acts, periods, refusals and the figure of states, in Markdown.
std::string page(const Rules& rules);

}  // namespace procedure
