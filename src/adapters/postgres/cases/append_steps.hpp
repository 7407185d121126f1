#pragma once
#include <vector>

#include "ports/case_store.hpp"
#include "postgres/connection.hpp"

namespace postgres {

// An act as it goes into the chain: its text and the hash of that text after the hash before it.
struct ChainedAct {
    base::Instant recorded_at;
    std::string body, prev_hash, hash;
};

// `matter` is sealed with the act unless it is null.
ChainedAct chained_act(std::string_view case_no, const ports::Append& append, std::string prev_hash,
                       const base::Value& matter);

Step insert_act_step(std::string_view case_no, const casefile::Act& act, const ChainedAct& chained);

// Everything one act writes besides the row of its case, in the order in which locks should be taken: what
// only this case uses first, the sequences whole agencies share last, so that they are held for the shortest
// time.
std::vector<Step> append_steps(std::string_view case_no, const ports::Append& append,
                               const ChainedAct& chained);

Step keep_answer_step(std::string_view person, const ports::Idempotency& idempotency,
                      const ports::Outcome& outcome);
ports::Outcome outcome_of(std::string_view case_no, const ports::Append& append);
base::Value outcome_value(const ports::Outcome& outcome);
ports::Outcome read_outcome(const base::Value& value);

}  // namespace postgres
