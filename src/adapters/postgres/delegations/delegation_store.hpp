#pragma once
#include "ports/delegation_store.hpp"
#include "postgres/pool.hpp"

namespace postgres {

class DelegationStore final : public ports::DelegationStore {
  public:
    explicit DelegationStore(Pool& app) : app_(app) {}

    base::Result<std::vector<ports::Delegation>> list(const identity::Viewer& viewer) override;
    base::Result<ports::Delegation> load(const identity::Viewer& viewer, std::string_view id) override;
    base::Result<void> create(const identity::Viewer& viewer, const ports::Delegation& grant) override;
    base::Result<void> end(const identity::Viewer& viewer, const ports::Delegation& grant) override;

  private:
    Pool& app_;
};

}  // namespace postgres
