#pragma once
#include <string>

#include "base/result.hpp"
#include "base/value.hpp"
#include "ports/case_store.hpp"

namespace postgres {

// What is hashed of an act: canonical JSON of the act, its signatures and the evidence it names. Reading it
// back gives the same act; writing that again gives the same bytes.
//
// `sealed` is what else this act fixes for good: "matter", the kind of procedure and the parties, with the
// act that opens the case or changes them, and "documents", the hashes of the facts its papers are made of.
std::string body_of(std::string_view case_no, const ports::RecordedAct& recorded,
                    const base::Object& sealed = {});
base::Result<ports::RecordedAct> read_body(std::string_view body);
base::Object sealed_in(const base::Value& body);

base::Value sealed_matter(std::string_view procedure, std::string_view province, const base::Value& parties);
base::Value sealed_document(std::string_view id, std::string_view document, const base::Value& facts);

// hash = SM3(hash of the act before ‖ body); before the first act stand 64 zeros.
std::string chain_hash(std::string_view prev_hash, std::string_view body);
std::string first_prev_hash();

}  // namespace postgres
