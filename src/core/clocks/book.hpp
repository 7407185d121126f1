#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/work_calendar.hpp"
#include "casefile/act.hpp"
#include "clocks/clock_table.hpp"

namespace clocks {

// Time that some clocks do not count. The day it begins is counted, the days after it up to its end are not
// (acts.md §2.1).
struct Pause {
    std::string kind;  // test, suspension, hearing …; announced_test concerns one seizure only
    int act = 0;       // act that began it
    base::Date first;  // first day not counted
    std::optional<base::Date> last = {};     // last day not counted; nothing while it is open
    int seizure = 0;                         // announced_test: act of the seizure
    int commission = 0;                      // announced_test: act of the commission
    std::optional<base::Date> told_on = {};  // announced_test: the day the party was told of it
};

struct Extension {
    int act = 0;
    base::Date on;
    int amount = 0;                        // in the unit of the clock
    std::optional<base::Date> until = {};  // instead of an amount
    std::string by = {};                   // who approved it
    int minutes = 0;                       // act of the panel that resolved it
};

// One clock between its start and its end, before any day is counted.
struct Run {
    const Row* row = nullptr;
    bool held = true;
    int of = 0;
    int started_by = 0;
    base::Date anchor;
    std::optional<base::Instant> from = {};    // clocks of hours
    std::optional<int> amount = {};            // SEIZE: the term written in the decision
    std::optional<base::Date> fixed_due = {};  // counted backwards from a hearing, or written in a letter
    std::vector<Extension> extensions = {};
    std::optional<base::Date> met_on = {};
    std::optional<base::Instant> met_at = {};
    int met_by = 0;
    bool met_regardless = false;  // accepted by a court: the day we heard of it does not make it late
    std::optional<base::Date> voided_on = {};

    bool is_open() const { return !met_on && !voided_on; }
    std::optional<base::Date> ended_on() const { return met_on ? met_on : voided_on; }
};

// What the fold keeps while it reads the acts.
class Book {
  public:
    Book(const ClockTable& of_table, std::span<const casefile::Act> of_acts,
         const casefile::Matter& of_matter, base::Date day)
        : table(of_table), acts(of_acts), matter(of_matter), today(day) {}

    Run* start(std::string_view code, const casefile::Act& act,
               base::Date anchor);  // null: code unknown to the table
    const Row* row_for(std::string_view code, base::Date anchor) const;
    Run* open(std::string_view code, int of = 0);  // the latest open one
    Run* latest(std::string_view code, int of = 0);
    void meet(std::string_view code, const casefile::Act& act, base::Date on, int of = 0);
    void cancel(std::string_view code, base::Date on, int of = 0);  // every open one
    void begin_pause(std::string_view kind, const casefile::Act& act, base::Date begun_on);
    void end_pause(std::string_view kind, int begun_by, base::Date on);  // kind "" = any

    const casefile::Act* act(std::int64_t n) const;  // earlier act by its number

    const ClockTable& table;
    std::span<const casefile::Act> acts;
    const casefile::Matter& matter;
    base::Date today;
    std::vector<Run> runs = {};
    std::vector<Pause> pauses = {};
    bool published = false;  // some penalty information is on show
};

// The date in that field, or the day of the act.
base::Date date_of(const casefile::Act& act, std::string_view field);
std::optional<base::Date> date_in(const base::Value& data, std::string_view field);
int number_in(const base::Value& data, std::string_view field);  // 0 when absent
bool lists(const base::Value& data, std::string_view field, std::string_view member);

// The request was given up by a later act.
bool is_withdrawn(const Book& book, const casefile::Act& request);

// What an act does to the clocks; each is false when the act is none of its own.
bool fold_investigation(Book& book, const casefile::Act& act);
bool fold_measures(Book& book, const casefile::Act& act);
bool fold_hearing(Book& book, const casefile::Act& act);
bool fold_decision(Book& book, const casefile::Act& act);
bool fold_referral(Book& book, const casefile::Act& act);
bool fold_after(Book& book, const casefile::Act& act);
bool fold_supervision(Book& book, const casefile::Act& act);
bool fold_complaint(Book& book, const casefile::Act& act);
void fold(Book& book, const calendar::WorkCalendar& work_calendar);

}  // namespace clocks
