#pragma once
#include "ports/blob_store.hpp"
#include "ports/case_store.hpp"
#include "postgres/pool.hpp"

namespace postgres {

class CaseStore final : public ports::CaseStore {
  public:
    CaseStore(Pool& app, ports::BlobStore& blobs) : app_(app), blobs_(blobs) {}

    base::Result<ports::CaseRecord> load(const identity::Viewer& viewer, std::string_view no) override;
    base::Result<bool> stands_at(const identity::Viewer& viewer, std::string_view no,
                                 std::int64_t version) override;
    base::Result<ports::Outcome> create(const identity::Viewer& viewer,
                                        const ports::NewCase& created) override;
    base::Result<ports::Outcome> create_both(const identity::Viewer& viewer, const ports::NewCase& first,
                                             const ports::NewCase& second) override;
    base::Result<ports::Outcome> join(const identity::Viewer& viewer, const ports::Append& host,
                                      const ports::Append& joined) override;
    base::Result<ports::Outcome> split(const identity::Viewer& viewer, const ports::Append& host,
                                       const ports::NewCase& split_off) override;
    base::Result<ports::Outcome> append(const identity::Viewer& viewer, const ports::Append& append) override;
    base::Result<std::optional<ports::Outcome>> find_outcome(const identity::Viewer& viewer,
                                                             const ports::Idempotency& idempotency) override;
    base::Result<ports::Projection> projection(const identity::Viewer& viewer, std::string_view no) override;
    base::Result<void> replace_projection(const identity::Viewer& viewer, std::string_view no,
                                          std::int64_t version, const ports::Projection& projection) override;
    base::Result<std::vector<std::string>> numbers(const identity::Viewer& viewer) override;
    base::Result<std::vector<std::string>> numbers_behind(const identity::Viewer& viewer,
                                                          base::Date day) override;
    base::Result<std::vector<ports::Fault>> check_chain(const identity::Viewer& viewer,
                                                        std::string_view no) override;

  private:
    base::Result<ports::Outcome> open(const identity::Viewer& viewer, const ports::NewCase& created,
                                      const ports::NewCase* beside);

    Pool& app_;
    ports::BlobStore& blobs_;
};

}  // namespace postgres
