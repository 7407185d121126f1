#pragma once
#include "ports/draft_store.hpp"
#include "postgres/pool.hpp"

namespace postgres {

class DraftStore final : public ports::DraftStore {
  public:
    explicit DraftStore(Pool& app) : app_(app) {}

    base::Result<void> put(const identity::Viewer& viewer, const ports::Draft& draft) override;
    base::Result<std::optional<ports::Draft>> find(const identity::Viewer& viewer, std::string_view case_no,
                                                   std::string_view act) override;
    base::Result<void> erase(const identity::Viewer& viewer, std::string_view case_no,
                             std::string_view act) override;
    base::Result<std::vector<ports::Draft>> of_case(const identity::Viewer& viewer,
                                                    std::string_view case_no) override;

  private:
    Pool& app_;
};

}  // namespace postgres
