#pragma once
#include <optional>
#include <span>

#include "base/instant.hpp"
#include "procedure/rules.hpp"
#include "procedure/state.hpp"

namespace procedure {

// What time alone brings about (acts.md §2): derived at the moment of looking, never recorded.
MainState main_at(const State& state, base::Instant at, const Rules& rules);

// 行政处罚法 第六十四条第（一）项、程序规定 第五十七条第二款: the last of the five working days after the
// notice was served.
std::optional<base::Date> answer_due(const State& state, const Rules& rules);
bool answer_period_over(const State& state, base::Date on, const Rules& rules);

// 行政处罚法 第六十二条: a signed express waiver; where a hearing was offered it names that right too.
bool waived(const State& state);

// 程序规定 第三十三条第二款、第三十六条第二款: an urgent measure that was refused, or that nobody approved
// within twenty-four hours, has to be lifted at once.
bool urgent_failed(const Measure& measure, base::Instant at, const Rules& rules);

// 程序规定 第三十五条: the seven working days of a registration are over, it has ended by itself.
bool registration_lapsed(const Measure& registration, base::Date on, const Rules& rules);

// Sub-state A or M at that moment. `seize_due`: last day of the seizure, from its clock.
std::string registration_state(const Measure& registration, base::Instant at, const Rules& rules);
std::string seizure_state(const Measure& seizure, base::Instant at, std::optional<base::Date> seize_due,
                          const Rules& rules);

// procedure.md K-11: a referral was sent and neither the police gave the case back nor a court has judged it.
const Referral* running_referral(const State& state);
bool criminal_side_holds(const State& state);

// The late fee that may be added by that day to the fine of the standing decision.
base::Money accrued_late_fee(const State& state, std::span<const casefile::Act> acts, base::Date on,
                             const Rules& rules);

}  // namespace procedure
