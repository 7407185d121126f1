#pragma once
#include "ports/evidence_store.hpp"
#include "postgres/pool.hpp"

namespace postgres {

class EvidenceStore final : public ports::EvidenceStore {
  public:
    explicit EvidenceStore(Pool& app) : app_(app) {}

    base::Result<void> create_upload(const identity::Viewer& viewer, const ports::Upload& upload) override;
    base::Result<ports::Upload> load_upload(const identity::Viewer& viewer, std::string_view id) override;
    base::Result<void> note_chunk(const identity::Viewer& viewer, std::string_view upload,
                                  std::int64_t k) override;
    base::Result<ports::Evidence> complete(const identity::Viewer& viewer, std::string_view upload,
                                           const ports::Evidence& evidence) override;
    base::Result<std::vector<ports::Evidence>> of_case(const identity::Viewer& viewer,
                                                       std::string_view case_no) override;
    base::Result<ports::Evidence> load(const identity::Viewer& viewer, std::string_view id) override;
    base::Result<void> add_custody(const identity::Viewer& viewer, const ports::CustodyEvent& event) override;
    base::Result<std::vector<ports::CustodyEvent>> custody(const identity::Viewer& viewer,
                                                           std::string_view evidence) override;

    base::Result<void> note_pages(std::string_view sm3, const ports::PageCount&) override;
    base::Result<std::vector<std::string>> uncounted(int at_most) override;

  private:
    Pool& app_;
};

}  // namespace postgres
