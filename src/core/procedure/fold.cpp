#include "procedure/fold.hpp"

#include <algorithm>
#include <unordered_map>

#include "procedure/derived.hpp"

namespace procedure {

namespace {

std::unordered_map<std::string_view, Fold> all_folds() {
    std::unordered_map<std::string_view, Fold> folds;
    for (const auto rows : {clue_folds(), investigation_folds(), measure_folds(), running_folds(),
                            conclusion_folds(), notice_folds(), decision_folds(), performance_folds(),
                            after_folds(), crime_folds(), complaint_folds()})
        for (const auto& row : rows) folds.emplace(row.act, row.fold);
    return folds;
}

// acts.md §2: the first act of §3.2–3.3 begins the check of a clue (with two handlers), or the investigation
// of a case.
void open_phase(State& state, const ActType& type) {
    if (!type.opens_check) return;
    if (state.main == MainState::clue_registered && type.handlers) state.main = MainState::clue_checking;
    if (state.main == MainState::filed) state.main = MainState::investigating;
}

}  // namespace

const casefile::Act* FoldContext::act(std::int64_t n) const {
    const auto found =
        std::ranges::find(acts, n, [](const casefile::Act& act) { return std::int64_t{act.n}; });
    return found == acts.end() ? nullptr : &*found;
}

void fold(State& state, const casefile::Act& act, const FoldContext& context) {
    static const auto folds = all_folds();
    take_effect(state, act.at.date(), context);
    state.main = main_at(state, act.at, context.rules);
    open_phase(state, context.type);
    if (act.data.truth("rights_told")) state.rights_told = true;
    if (context.type.handlers)
        for (const auto& person : act.by)
            if (std::ranges::find(state.ever_handlers, person) == state.ever_handlers.end())
                state.ever_handlers.push_back(person);
    if (const auto found = folds.find(act.type); found != folds.end()) found->second(state, act, context);
}

}  // namespace procedure
