#pragma once
#include <vector>

#include "base/date.hpp"
#include "procedure/table.hpp"

namespace procedure {

// The table of the procedure as it stood from day to day. A row of the catalogue says from when and until
// when it is in force; a case keeps the rows in force when it began, unless a later row says `running: new`.
class Editions {
  public:
    static base::Result<Editions> from(const Table::Sources& sources);

    bool empty() const { return tables_.empty(); }
    // What governs an act of that day in a case begun on the day before it.
    const Table& of(base::Date began, base::Date on) const;
    const Table& latest() const { return tables_.back(); }
    // The days on which a row begins or ceases to be in force.
    const std::vector<base::Date>& days() const { return days_; }

  private:
    std::size_t span_of(base::Date day) const;

    std::vector<base::Date> days_;
    std::vector<Table> tables_;  // (begun in span i, acting in span j), i ≤ j, row by row
};

}  // namespace procedure
