#pragma once
#include <string>

#include "base/result.hpp"
#include "base/value.hpp"
#include "ports/case_store.hpp"

namespace postgres {

// What is hashed of an act: canonical JSON of the act, its signatures and the evidence it names. Reading it
// back gives the same act; writing that again gives the same bytes.
std::string body_of(std::string_view case_no, const ports::RecordedAct& recorded);
base::Result<ports::RecordedAct> read_body(std::string_view body);

// hash = SM3(hash of the act before ‖ body); before the first act stand 64 zeros.
std::string chain_hash(std::string_view prev_hash, std::string_view body);
std::string first_prev_hash();

}  // namespace postgres
