#pragma once
#include "ports/alarm_store.hpp"
#include "postgres/pool.hpp"

namespace postgres {

class AlarmStore final : public ports::AlarmStore {
  public:
    explicit AlarmStore(Pool& app) : app_(app) {}

    base::Result<std::vector<ports::DueClock>> due(const identity::Viewer& viewer, base::Date until,
                                                   int limit) override;
    base::Result<std::vector<ports::ClockWarning>> warnings(const identity::Viewer& viewer) override;
    base::Result<void> set_warning(const identity::Viewer& viewer,
                                   const ports::ClockWarning& warning) override;
    base::Result<void> clear_warning(const identity::Viewer& viewer, std::string_view code) override;
    base::Result<std::vector<ports::Digest>> digests(const identity::Viewer& viewer) override;
    base::Result<std::optional<ports::Digest>> digest(const identity::Viewer& viewer,
                                                      base::Date day) override;
    base::Result<std::vector<std::string>> agencies() override;
    base::Result<bool> put_digest(const identity::Viewer& whose, const ports::Digest& digest) override;

  private:
    Pool& app_;
};

}  // namespace postgres
