#pragma once
#include <optional>
#include <string>

#include "base/date.hpp"
#include "base/result.hpp"
#include "base/value.hpp"
#include "discretion/exact.hpp"
#include "simulation/simulation.hpp"

namespace simulations {

// What to put in the place of the general rules in force: a row of the catalogue tried as it is, or the row
// in force with some numbers changed.
struct DraftRules {
    std::string profile = {};  // id of a row of the catalogue
    std::optional<discretion::Decimal4> lenient_to = {}, aggravated_from = {}, floor = {};
    bool is_empty() const { return profile.empty() && !lenient_to && !aggravated_from && !floor; }
};

// The cases behind one bar; what is not named is not asked for.
struct WantedCases {
    std::optional<simulation::Grouping> by = {};
    std::string key = {};
    std::optional<simulation::Change> change = {};
    std::optional<simulation::Replay> replay = {};
    std::string after = {};
    std::size_t limit = 100;
};

// POST /api/simulations, checked: {from, until, draft: {table?, profile?, lenient_to?, aggravated_from?,
// floor?}, cases?: {by?, key?, change?, replay?, after?, limit?}}.
struct Question {
    base::Date from = {}, until = {};
    DraftRules rules = {};
    std::string table = {};  // a version of a benchmark table; empty: those in force
    std::optional<WantedCases> cases = {};

    static base::Result<Question> from_value(const base::Value& body);
};

}  // namespace simulations
