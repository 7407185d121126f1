#pragma once
#include <optional>
#include <string_view>

#include "casefile/act.hpp"
#include "procedure/state.hpp"
#include "procedure/table.hpp"

namespace procedure {

// 退回: the stage a step that comes back leads to, and whether the review before it stands.
struct Return {
    MainState stage = MainState::none;
    bool review_stands = false;
};

// The step is named by an act, or by the name of its stage as the table has it. Nothing when that step is not
// behind the case, or when what followed it binds already (a hearing that runs, a decision).
std::optional<Return> returned_to(const State& state, MainState main, const casefile::Act* of,
                                  std::string_view step, const Table& table);

// A step in other words is that of an approval under way: the case has not moved yet.
bool names_stage(std::string_view step, const Table& table);

// Takes the case back there; what was built on that step is done anew.
void go_back(State& state, const Return& back);

// What a return led to before its record named the stage the case goes to.
void go_back_as_before(State& state, const casefile::Act* of);

}  // namespace procedure
