#pragma once
#include "ports/meeting_store.hpp"
#include "postgres/pool.hpp"

namespace postgres {

class MeetingStore final : public ports::MeetingStore {
  public:
    explicit MeetingStore(Pool& app) : app_(app) {}

    base::Result<void> create(const identity::Viewer& viewer, const ports::MeetingRow& meeting) override;
    base::Result<ports::MeetingRow> load(const identity::Viewer& viewer, std::string_view id) override;
    base::Result<void> save(const identity::Viewer& viewer, const ports::MeetingRow& meeting) override;
    base::Result<std::vector<ports::MeetingRow>> mine(const identity::Viewer& viewer) override;

  private:
    Pool& app_;
};

}  // namespace postgres
