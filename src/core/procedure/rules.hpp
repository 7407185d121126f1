#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/value.hpp"
#include "calendar/work_calendar.hpp"
#include "casefile/act.hpp"
#include "clocks/clocks.hpp"
#include "procedure/editions.hpp"
#include "procedure/guard_book.hpp"
#include "procedure/sums.hpp"
#include "procedure/table.hpp"

namespace procedure {

// What the discretion side says against a penalty about to be decided: amount_outside_range,
// mandatory_item_missing.
struct PenaltyFault {
    std::string code;
    std::string message;
    std::string basis;
    std::string field = {};
};
using PenaltyCheck =
    std::function<std::optional<PenaltyFault>(const base::Value& penalty, const casefile::Party& party,
                                              base::Date act_start, base::Date act_end, base::Date on)>;

// What the local list says against a filing that goes the fast way (procedure.md §14).
using FilingCheck = std::function<std::optional<PenaltyFault>(const base::Value& filing,
                                                              std::string_view agency, base::Date on)>;

// Everything the fold of a case rests on besides the case itself. Outlives every Case made from it.
struct Rules {
    Table table;  // the newest edition: names and labels of everything that was ever in force
    clocks::ClockTable clocks;
    calendar::WorkCalendar calendar;
    Sums sums;
    PenaltyCheck penalty_check = {};  // silent when empty
    FilingCheck filing_check = {};    // silent when empty
    GuardBook guards = {};
    Editions editions = {};  // empty: the table has only one edition
    // One of demands() that nobody makes: a test takes it out to see that something notices.
    std::string_view without = {};

    bool asks(std::string_view demand) const { return demand != without; }

    const Table& table_of(base::Date began, base::Date on) const {
        return editions.empty() ? table : editions.of(began, on);
    }
};

}  // namespace procedure
