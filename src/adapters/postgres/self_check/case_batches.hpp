#pragma once
#include "ports/case_batches.hpp"
#include "postgres/pool.hpp"

namespace postgres {

class CaseBatches final : public ports::CaseBatches {
  public:
    explicit CaseBatches(Pool& app) : app_(app) {}
    base::Result<std::vector<std::string>> numbers(const ports::BatchOf& asked) override;
    base::Result<std::vector<ports::StoredCase>> load(const std::vector<std::string>& numbers,
                                                      ports::Take take) override;

  private:
    Pool& app_;
};

}  // namespace postgres
