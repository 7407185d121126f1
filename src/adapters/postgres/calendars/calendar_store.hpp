#pragma once
#include "ports/calendar_store.hpp"
#include "postgres/pool.hpp"

namespace postgres {

class CalendarStore final : public ports::CalendarStore {
  public:
    explicit CalendarStore(Pool& app) : app_(app) {}

    base::Result<std::vector<ports::CalendarVersion>> list() override;
    base::Result<ports::CalendarVersion> load(std::string_view id) override;
    base::Result<void> create(const identity::Viewer& viewer, const ports::CalendarVersion& version) override;
    base::Result<void> settle(const identity::Viewer& viewer, const ports::CalendarVersion& version) override;
    base::Result<void> put_report(std::string_view id, base::Date on,
                                  const std::vector<ports::CalendarDifference>& differences) override;
    base::Result<std::vector<ports::CalendarDifference>> report(const identity::Viewer& viewer,
                                                                std::string_view id) override;
    base::Result<Totals> totals(std::string_view id) override;
    base::Result<std::vector<std::string>> touched(base::Date first, base::Date last,
                                                   bool open_only) override;

  private:
    Pool& app_;
};

}  // namespace postgres
