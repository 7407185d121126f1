#pragma once
#include "ports/case_queries.hpp"
#include "postgres/pool.hpp"

namespace postgres {

class CaseQueries final : public ports::CaseQueries {
  public:
    explicit CaseQueries(Pool& app) : app_(app) {}

    base::Result<ports::CaseListPage> list(const identity::Viewer& viewer, const ports::CaseFilter& filter,
                                           base::Date today) override;
    base::Result<std::vector<ports::ClockItem>> clocks_due(const identity::Viewer& viewer,
                                                           base::Date until) override;
    base::Result<std::vector<ports::DutyItem>> duties(const identity::Viewer& viewer,
                                                      const std::vector<std::string>& roles,
                                                      int limit) override;
    base::Result<ports::DecisionPage> decisions(const identity::Viewer&,
                                                const ports::DecisionFilter&) override;

  private:
    Pool& app_;
};

}  // namespace postgres
