#pragma once
#include "ports/proposal_store.hpp"
#include "postgres/pool.hpp"

namespace postgres {

class ProposalStore final : public ports::ProposalStore {
  public:
    explicit ProposalStore(Pool& app) : app_(app) {}

    base::Result<void> create(const identity::Viewer& viewer, const ports::Proposal& proposal,
                              const std::optional<ports::Idempotency>& idempotency) override;
    base::Result<ports::Proposal> load(const identity::Viewer& viewer, std::string_view id) override;
    base::Result<void> save(const identity::Viewer& viewer, const ports::Proposal& proposal) override;
    base::Result<std::vector<ports::Proposal>> of_case(const identity::Viewer& viewer,
                                                       std::string_view case_no) override;
    base::Result<std::vector<ports::Proposal>> waiting_for(const identity::Viewer& viewer) override;
    base::Result<std::vector<ports::Proposal>> returned_to(const identity::Viewer& viewer) override;
    base::Result<void> mark_seen(const identity::Viewer& viewer, std::string_view id,
                                 std::string_view session, std::int64_t version, base::Instant at) override;
    base::Result<ports::Seen> seen(const identity::Viewer& viewer, std::string_view session) override;

  private:
    base::Result<std::vector<ports::Proposal>> list(const identity::Viewer& viewer, std::string_view query,
                                                    Params params);
    Pool& app_;
};

}  // namespace postgres
