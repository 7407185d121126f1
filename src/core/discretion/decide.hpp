#pragma once
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/value.hpp"
#include "discretion/benchmark_table.hpp"
#include "discretion/catalogue.hpp"
#include "discretion/finding.hpp"
#include "discretion/request.hpp"

namespace discretion {

// The lawful answer to a request (discretion.md §6.3), or `fact_needed` / `data_error`.
base::Result<Finding> decide(const Request& request, const Catalogue& catalogue,
                             const Benchmarks& benchmarks = no_benchmarks());
// The same under the rows of `chain`, whatever place the request names: what a draft would answer.
base::Result<Finding> decide(const Request& request, const Catalogue& catalogue, const Chain& chain,
                             const Benchmarks& benchmarks = no_benchmarks());

// Every fact that a bracket, gate or base still waits for; what `needs` of an error names.
std::vector<std::string_view> needed_facts(const Request& request, const Catalogue& catalogue,
                                           const Benchmarks& benchmarks = no_benchmarks());

// The reasons (说理) of a finding, written from its trace and nothing else.
std::string reasoning_text(const Trace& trace, const Catalogue& catalogue);

// The same in its parts: 事理, 法理, 道理 (discretion.md §6.6); together they are the whole text.
struct Reasons {
    std::string facts, law, tier;
};
Reasons reasons_of(const Trace& trace, const Catalogue& catalogue);

// One request → its answer.
base::Value answer_to(const base::Value& request, const Catalogue& catalogue,
                      const Benchmarks& benchmarks = no_benchmarks());

// One request or an array of them → one answer or an array in the same order. An answer that is an error has
// `error`.
base::Value decide_all(const base::Value& requests, const Catalogue& catalogue,
                       const Benchmarks& benchmarks = no_benchmarks());
base::Value refuse(const base::Value& request, const base::Error& error);  // the answer that is an error
bool has_error(const base::Value& answers);  // exit status 2 of `zhiheng decide`

}  // namespace discretion
