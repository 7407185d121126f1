#pragma once
#include "ports/case_batches.hpp"
#include "postgres/pool.hpp"

namespace postgres {

class CaseBatches final : public ports::CaseBatches {
  public:
    explicit CaseBatches(Pool& app) : app_(app) {}
    base::Result<std::vector<ports::StoredCase>> next(const ports::BatchOf& asked) override;

  private:
    Pool& app_;
};

}  // namespace postgres
