#pragma once
#include "ports/fast_list_store.hpp"
#include "postgres/pool.hpp"

namespace postgres {

class FastListStore final : public ports::FastListStore {
  public:
    explicit FastListStore(Pool& app) : app_(app) {}

    base::Result<std::vector<ports::FastListRow>> list(const identity::Viewer& viewer) override;
    base::Result<ports::FastListRow> load(const identity::Viewer& viewer, std::string_view id) override;
    base::Result<std::vector<ports::FastListSignature>> signatures(const identity::Viewer& viewer,
                                                                   std::string_view id) override;
    base::Result<void> create(const identity::Viewer& viewer, const ports::FastListRow& list) override;
    base::Result<void> sign(const identity::Viewer& viewer, const ports::FastListRow& list,
                            const ports::FastListSignature& signature) override;
    base::Result<std::vector<ports::FastListRow>> approved() override;

  private:
    Pool& app_;
};

}  // namespace postgres
