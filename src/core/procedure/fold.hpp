#pragma once
#include <span>
#include <string_view>

#include "procedure/rules.hpp"
#include "procedure/state.hpp"

namespace procedure {

// What a fold may look at besides the state: the acts up to and including this one, struck ones left out.
struct FoldContext {
    const Rules& rules;
    const casefile::Matter& matter;
    const casefile::Party& party;
    std::span<const casefile::Act> acts;
    const ActType& type;

    const casefile::Act* act(std::int64_t n) const;
};

// Takes an accepted act into the state: the effect column of acts.md §3.
void fold(State& state, const casefile::Act& act, const FoldContext& context);

using Fold = void (*)(State&, const casefile::Act&, const FoldContext&);
struct FoldRow {
    std::string_view act;
    Fold fold;
};
std::span<const FoldRow> clue_folds();
std::span<const FoldRow> investigation_folds();
std::span<const FoldRow> measure_folds();
std::span<const FoldRow> running_folds();
std::span<const FoldRow> conclusion_folds();
std::span<const FoldRow> notice_folds();
std::span<const FoldRow> decision_folds();
std::span<const FoldRow> performance_folds();
std::span<const FoldRow> after_folds();
std::span<const FoldRow> crime_folds();
std::span<const FoldRow> complaint_folds();

// A document took effect on this party, or will when its public notice is over.
void fold_service(State& state, const casefile::Act& act, const FoldContext& context);
// What was published takes effect by time alone, on its day (程序规定 第八十二条第（五）项).
void take_effect(State& state, base::Date today, const FoldContext& context);
// Everything the decision asks for is done: PERFORMED (程序规定 第七十七条第一款第（一）项).
void settle_performance(State& state, const FoldContext& context);
// The decision falls: decided again, or gone for good (acts.md §2).
void revoke(State& state, Decision& decision, bool redo);

}  // namespace procedure
