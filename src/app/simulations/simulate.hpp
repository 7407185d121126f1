#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/value.hpp"
#include "identity/viewer.hpp"
#include "office/office.hpp"
#include "simulation/simulation.hpp"
#include "simulations/question.hpp"

namespace simulations {

struct ComparedCase {
    std::string case_no, item, field, party, size;
    base::Date decided_on;
    simulation::Difference difference;
};

struct Answer {
    simulation::Outcome outcome;
    std::string draft;  // its name
    std::vector<ComparedCase> cases;
    std::string next;        // cursor, "" at the end
    std::size_t unread = 0;  // decisions the catalogue of today cannot read any more
    base::Value to_value() const;
};

// Puts a draft against every decision of the period that the viewer's agency made, or for a city or province
// those below it, and replays the rules in force beside it. Reads only. Errors: those of the question,
// `unknown_jurisdiction`.
base::Result<Answer> simulate(const office::Office&, const identity::Viewer&, const Question&);

}  // namespace simulations
