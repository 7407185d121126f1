#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "clocks/clocks.hpp"
#include "procedure/fields.hpp"
#include "procedure/guard_book.hpp"
#include "procedure/rules.hpp"
#include "procedure/state.hpp"

namespace procedure {

// The clocks of one party on one day, counted when the first guard asks for them.
struct ClockMemo {
    std::optional<std::vector<clocks::ClockView>> views = {};
};

// Everything a check may look at. Probing what is open, `probe` is true and the act carries no data.
struct Look {
    const Rules& rules;
    const Table& table;  // the edition this act stands under
    const casefile::Matter& matter;
    const casefile::Party& party;
    std::span<const casefile::Act> acts;  // accepted, those of this party, struck ones left out
    const State& state;
    const ActType& type;
    const casefile::Act& act;
    base::Date on;
    MainState main;  // at the moment of the act
    bool probe = false;
    bool recorded = false;  // tried anew after a strike: who held which office was judged on its own day
    ClockMemo* memo = nullptr;
    std::shared_ptr<const State> kept = nullptr;  // holds `state` when time alone has changed it

    const casefile::Act* act_at(std::int64_t n) const;
    const Table& edition_of(const casefile::Act& earlier) const;  // the one that act stands under
    const casefile::Act* last(std::string_view type) const;
    const casefile::Staff* person(std::string_view id) const;
    const base::Value& data() const { return act.data; }
    std::int64_t of(std::string_view field = "of") const { return act.data.integer(field).value_or(0); }
    std::optional<clocks::ClockView> clock(std::string_view code, int of = 0) const;
    bool deciding_penalty() const;  // a decision of a penalty is about to be made
    bool deciding_fine() const;
    bool holds(std::string_view person, std::string_view role) const;    // the role itself
    bool acts_as(std::string_view person, std::string_view role) const;  // or its power by written delegation
};

// 行政诉讼法 第九十五条: the end of a suit whose judgment leaves the standing decision to be performed; null:
// none.
const casefile::Act* judgment_to_enforce(const Look& look);

std::vector<Guard> clue_guards();
std::vector<Guard> evidence_guards();
std::vector<Guard> measure_guards();
std::vector<Guard> goods_guards();
std::vector<Guard> running_guards();
std::vector<Guard> conclusion_guards();
std::vector<Guard> notice_guards();
std::vector<Guard> new_notice_guards();
std::vector<Guard> hearing_guards();
std::vector<Guard> hearing_day_guards();
std::vector<Guard> decision_guards();
std::vector<Guard> summary_guards();
std::vector<Guard> crime_guards();
std::vector<Guard> performance_guards();
std::vector<Guard> after_guards();
std::vector<Guard> publicity_guards();
std::vector<Guard> complaint_guards();
std::vector<Guard> object_guards();
std::vector<Guard> date_guards();
std::vector<Guard> cause_guards();
std::vector<Guard> identity_guards();
std::vector<Guard> sum_guards();
std::vector<Guard> people_guards();
std::vector<Guard> supervision_guards();

bool has_role(const casefile::Staff& person, std::string_view role);
// Holds the role, or its power by a written delegation that covers the day.
bool acts_as(const casefile::Staff& person, std::string_view role, base::Date on);

}  // namespace procedure
