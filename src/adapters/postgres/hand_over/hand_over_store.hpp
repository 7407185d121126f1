#pragma once
#include "ports/hand_over_store.hpp"
#include "postgres/pool.hpp"

namespace postgres {

class HandOverStore final : public ports::HandOverStore {
  public:
    explicit HandOverStore(Pool& app) : app_(app) {}

    base::Result<std::vector<ports::HeldCase>> cases(const identity::Viewer& viewer,
                                                     std::string_view person) override;
    base::Result<std::vector<ports::HeldProposal>> proposals(const identity::Viewer& viewer,
                                                             std::string_view person) override;
    base::Result<Posts> posts(const identity::Viewer& viewer, std::string_view person) override;
    base::Result<void> give(const identity::Viewer& viewer, const ports::Proposal& proposal) override;
    base::Result<void> end_posts(const identity::Viewer& viewer, std::string_view person, base::Date last_day,
                                 std::string_view reason) override;

  private:
    Pool& app_;
};

}  // namespace postgres
