#pragma once
#include "ports/case_store.hpp"
#include "postgres/connection.hpp"

namespace postgres {

// A projection as columns of `cases` (in the order cases/advance, cases/insert and cases/put_projection name
// them; `barred` are those who lose their access now) and as rows of case_clocks and case_tasks.
void add_projection(Params& params, const ports::Projection& projection,
                    const std::vector<std::string>& barred);
std::vector<Step> row_steps(std::string_view case_no, const ports::Projection& projection);
ports::Projection read_columns(const Row& row);  // without clocks, tasks and decisions
ports::TaskRow read_task(const Row& row);
ports::Projection read_projection(const Row& row, const Rows& clocks, const Rows& tasks);

// The decisions as rows of past_decisions; few acts have any to write.
Step decisions_step(std::string_view case_no, const ports::Projection& projection);
ports::DecisionRow read_decision(const Row& row);

// The clock that presses most, by which lists are ordered: due first; of two due the same day the one listed
// first.
const ports::ClockRow* next_clock(const ports::Projection& projection);

ports::ClockRow read_clock(const Row& row);
base::Value clock_value(const ports::ClockRow& clock);
base::Result<ports::ClockRow> clock_from(const base::Value& value);

}  // namespace postgres
