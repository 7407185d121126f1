#pragma once
#include "ports/finding_store.hpp"
#include "postgres/pool.hpp"

namespace postgres {

class FindingStore final : public ports::FindingStore {
  public:
    explicit FindingStore(Pool& app) : app_(app) {}
    base::Result<void> put(base::Date day, const std::vector<ports::Finding>& findings) override;
    base::Result<std::optional<ports::FindingReport>> latest(const identity::Viewer& viewer) override;

  private:
    Pool& app_;
};

}  // namespace postgres
