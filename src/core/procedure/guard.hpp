#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "clocks/clocks.hpp"
#include "procedure/fields.hpp"
#include "procedure/rules.hpp"
#include "procedure/state.hpp"

namespace procedure {

// Everything a check may look at. Probing what is open, `probe` is true and the act carries no data.
struct Look {
    const Rules& rules;
    const casefile::Matter& matter;
    const casefile::Party& party;
    std::span<const casefile::Act> acts;  // accepted, struck ones left out
    const State& state;
    const ActType& type;
    const casefile::Act& act;
    base::Date on;
    MainState main;  // at the moment of the act
    bool probe = false;

    const casefile::Act* act_at(std::int64_t n) const;
    const casefile::Act* last(std::string_view type) const;
    const casefile::Staff* person(std::string_view id) const;
    const base::Value& data() const { return act.data; }
    std::int64_t of(std::string_view field = "of") const { return act.data.integer(field).value_or(0); }
    std::optional<clocks::ClockView> clock(std::string_view code, int of = 0) const;
    bool deciding_penalty() const;  // a decision of a penalty is about to be made
    bool deciding_fine() const;
};

struct Found {
    std::string code;
    std::string detail = {};  // said after the words of the code
    std::string field = {};
    std::optional<base::Date> open_from = {};
    std::vector<std::string> cure = {};  // in place of the cure of the code
    std::string basis = {};
};
using Finding = std::optional<Found>;

// One rule that shuts an act. Rows stand in the order of acts.md §1.3: §22 by number, then §5.2 from the top.
struct Guard {
    int order;  // number of procedure.md §22; from 100 on: acts.md §5.2
    std::string_view code;
    std::vector<std::string_view> acts;
    bool without_data;  // can be asked before anything is filled in
    Finding (*check)(const Look&);
};

std::span<const Guard> guards();  // all of them, in order

std::vector<Guard> clue_guards();
std::vector<Guard> evidence_guards();
std::vector<Guard> measure_guards();
std::vector<Guard> running_guards();
std::vector<Guard> conclusion_guards();
std::vector<Guard> notice_guards();
std::vector<Guard> hearing_guards();
std::vector<Guard> decision_guards();
std::vector<Guard> summary_guards();
std::vector<Guard> crime_guards();
std::vector<Guard> performance_guards();
std::vector<Guard> after_guards();
std::vector<Guard> complaint_guards();
std::vector<Guard> object_guards();

bool has_role(const casefile::Staff& person, std::string_view role);

}  // namespace procedure
