#pragma once
#include "ports/sweep.hpp"
#include "postgres/pool.hpp"

namespace postgres {

class SweepStore final : public ports::SweepStore {
  public:
    explicit SweepStore(Pool& app) : app_(app) {}
    base::Result<std::vector<ports::AbandonedUpload>> abandoned(std::string_view kind,
                                                                base::Instant begun_before) override;
    base::Result<bool> forget(std::string_view kind, std::string_view id,
                              base::Instant begun_before) override;
    base::Result<bool> is_wanted(std::string_view kind, std::string_view id) override;

  private:
    Pool& app_;
};

}  // namespace postgres
