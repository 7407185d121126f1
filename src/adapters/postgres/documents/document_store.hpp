#pragma once
#include "ports/document_store.hpp"
#include "postgres/pool.hpp"

namespace postgres {

class DocumentStore final : public ports::DocumentStore {
  public:
    explicit DocumentStore(Pool& app) : app_(app) {}

    base::Result<std::vector<ports::DocumentRow>> of_case(const identity::Viewer& viewer,
                                                          std::string_view case_no) override;
    base::Result<ports::DocumentRow> load(const identity::Viewer& viewer, std::string_view id) override;
    base::Result<void> mark_made(const identity::Viewer& viewer, std::string_view id,
                                 std::string_view sm3) override;
    base::Result<std::optional<ports::DocumentRow>> next_queued() override;
    base::Result<void> finish_queued(std::string_view id, std::string_view sm3) override;

  private:
    Pool& app_;
};

}  // namespace postgres
