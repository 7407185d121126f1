#pragma once
#include "ports/nightly_store.hpp"
#include "postgres/pool.hpp"

namespace postgres {

class NightlyStore final : public ports::NightlyStore {
  public:
    explicit NightlyStore(Pool& app) : app_(app) {}

    base::Result<bool> is_done(std::string_view job, base::Date day) override;
    base::Result<void> note(const ports::NightlyRun& run) override;
    base::Result<std::vector<ports::NightlyRun>> runs(const identity::Viewer& viewer) override;

  private:
    Pool& app_;
};

}  // namespace postgres
