#pragma once
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "base/value.hpp"
#include "ports/case_store.hpp"
#include "procedure/rules.hpp"

namespace synth {

// A scenario as far as it has come by some day, moved to another week: what synthetic cases are copies of.
struct Model {
    casefile::Matter matter;
    std::vector<ports::RecordedAct> acts;
    ports::Projection projection;
};

struct Progress {
    std::size_t acts = 1;  // how many of the scenario's acts have happened
    int weeks = 0;         // by how many weeks all its days are moved
};

base::Result<Model> model_of(const base::Value& scenario, Progress progress, const procedure::Rules& rules,
                             base::Date today);

}  // namespace synth
