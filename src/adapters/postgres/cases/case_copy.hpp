#pragma once
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "postgres/cases/bulk_load.hpp"
#include "postgres/connection.hpp"

namespace postgres {

enum class WithActs { no, yes };

// The fast way in for very many cases: rows by COPY, past row-level security, one transaction a batch. What a
// case brings is the same as in load_whole_cases.
class CaseCopy {
  public:
    explicit CaseCopy(Connection owner) : owner_(std::move(owner)) {}
    void add(const WholeCase& whole, WithActs acts);
    base::Result<void> flush();

  private:
    Connection owner_;
    std::string cases_, acts_, clocks_, tasks_, decisions_;
};

// Derived rows of cases that are there already, replaced in one transaction: the cases' columns through a
// table of the transaction, their clocks, tasks and decisions by COPY.
struct RebuiltCase {
    std::string no;
    std::int64_t version = 0;
    ports::Projection projection;
};
base::Result<void> replace_projections(Connection& owner, std::span<const RebuiltCase> cases);

}  // namespace postgres
