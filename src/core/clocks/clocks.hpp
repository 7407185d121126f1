#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/instant.hpp"
#include "base/value.hpp"
#include "calendar/work_calendar.hpp"
#include "casefile/act.hpp"
#include "clocks/clock_table.hpp"

namespace clocks {

enum class Status {
    running,  // 进行中
    paused,   // 扣除中: due is only "not earlier than"
    met,      // 已在期限内完成
    missed,   // 逾期: done late, or the day passed (a duty)
    over,     // 期满: a right or a waiting time ended
    voided,   // 已失效: the reason is gone
    not_held  // 未收录该日有效的文本: nothing is computed
};
std::string_view code_of(Status status);   // "running" … "void" "not_held"
std::string_view label_of(Status status);  // Chinese

// One step of how a clock was computed; kinds: trigger, period, extension, pause, left_out, made_up, roll,
// result, end, provisional, not_held, note.
struct Explained {
    std::string kind;
    std::string text;
    base::Value detail = {};
};

struct ClockView {
    std::string code;
    std::string title;
    std::string basis;
    int of = 0;              // the act the clock belongs to: the seizure, the notice service, the decision
    std::string party = {};  // only where there are several parties
    Status status = Status::running;
    Duty duty = Duty::agency;
    base::Date anchor = {};
    base::Date due = {};                            // last day; meaningless when not_held
    base::Date raw = {};                            // last day before moving it off a rest day
    std::optional<base::Instant> due_instant = {};  // clocks of hours
    std::optional<base::Date> met_on = {};          // also set when it was done late
    std::optional<int> met_by = {};                 // act that met it
    int extensions = 0;
    bool due_known = true;  // false while a pause is open: due is the earliest possible day
    bool provisional = false;
    std::optional<base::Date> warn_on = {};  // first warning day
    bool warn = false;                       // running, and a warning day was reached
    std::vector<Explained> explanation = {};

    bool is_open() const { return status == Status::running || status == Status::paused; }
    base::Value to_value() const;  // {code,title,basis,of,status,anchor,due,raw,met_on,…,explanation:[…]}
};

enum class Detail {
    brief,
    explained
};  // brief leaves `explanation` empty: for guards, which only need the days

// Every clock the acts start, as it stands at the end of `today`. `accepted`: accepted acts in their order,
// struck ones left out; an act later than `today` must not be among them. With several parties, clocks that
// differ carry `party`.
std::vector<ClockView> clocks(const ClockTable& table, std::span<const casefile::Act> accepted,
                              const casefile::Matter& matter, const calendar::WorkCalendar& work_calendar,
                              base::Date today, Detail detail = Detail::explained);

// The same for one party alone; `accepted` are the acts that concern that party.
std::vector<ClockView> clocks_of_party(const ClockTable& table, std::span<const casefile::Act> accepted,
                                       const casefile::Matter& matter,
                                       const calendar::WorkCalendar& work_calendar, base::Date today,
                                       Detail detail = Detail::explained);

// Several parties, each with its acts: what is the same for all of them is said once.
struct PartyActs {
    std::string party;
    std::span<const casefile::Act> acts;
};
std::vector<ClockView> clocks_of_parties(const ClockTable& table, std::span<const PartyActs> parties,
                                         const casefile::Matter& matter,
                                         const calendar::WorkCalendar& work_calendar, base::Date today,
                                         Detail detail = Detail::explained);

// --- questions guards ask
// -------------------------------------------------------------------------------------

// The clock of that code belonging to act `of`; the latest of that code when `of` is 0; null when there is
// none.
const ClockView* find(std::span<const ClockView> views, std::string_view code, int of = 0);

// May the period still be lengthened on that day? An open pause keeps it open. (extension_late: acts.md §2.3)
bool is_in_time(const ClockView& clock, base::Date day);

// First day on which what the period bars becomes open: the day after the last day ("answer period", "dunning
// period").
base::Date open_from(const ClockView& clock);

// The day a document took effect by this `serve` act (acts.md §2.1 "service day"), nothing when it failed or
// says no day. Public notice: publication + 30 natural days, not moved.
std::optional<base::Date> service_day(const casefile::Act& serve);

// Number of the document a `serve` act names (45 for 45 or "penalty_decision"); 0 when it is none of 1–56.
int document_of(const casefile::Act& serve);

// Days of a measure at this moment: natural days the seizure may still last in all, extension and announced
// tests included.
struct SeizureDays {
    int taken = 0;     // first term in days
    int extended = 0;  // added by extension
};
SeizureDays seizure_days(std::span<const casefile::Act> accepted, int seize_act);

}  // namespace clocks
