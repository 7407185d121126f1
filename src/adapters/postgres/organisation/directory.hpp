#pragma once
#include "ports/directory.hpp"
#include "postgres/pool.hpp"

namespace postgres {

class Directory final : public ports::Directory {
  public:
    Directory(Pool& app, Pool& owner) : app_(app), owner_(owner) {}

    base::Result<ports::Agency> agency(const identity::Viewer& viewer) override;
    base::Result<std::vector<casefile::Staff>> staff(const identity::Viewer& viewer, base::Date day) override;
    base::Result<std::vector<ports::Unit>> units(const identity::Viewer& viewer) override;
    base::Result<std::vector<ports::CasePlace>> case_places(const identity::Viewer& viewer) override;
    base::Result<void> put(const std::vector<ports::NodeRow>& nodes,
                           const std::vector<ports::PersonRow>& people) override;
    base::Result<bool> empty() override;

  private:
    Pool& app_;
    Pool& owner_;
};

}  // namespace postgres
