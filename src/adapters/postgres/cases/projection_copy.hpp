#pragma once
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "ports/case_batches.hpp"
#include "postgres/connection.hpp"

namespace postgres {

// Derived rows of cases that are there already, replaced as the owner, one transaction a batch: the cases'
// columns through a table of the transaction, their clocks, tasks and decisions by COPY. Each row is held and
// its version looked at first, so that the desk may work meanwhile.
class ProjectionCopy final : public ports::ProjectionWriter {
  public:
    // One at a time in a database; error `rebuild_running`.
    static base::Result<std::unique_ptr<ProjectionCopy>> open(std::string owner_conninfo);
    base::Result<std::size_t> replace(std::span<const ports::RebuiltCase> cases) override;

  private:
    ProjectionCopy(std::string conninfo, Connection holds_the_lock)
        : conninfo_(std::move(conninfo)), holds_the_lock_(std::move(holds_the_lock)) {}
    base::Result<Connection> take();

    std::string conninfo_;
    Connection holds_the_lock_;
    std::mutex mutex_;
    std::vector<Connection> idle_;
};

}  // namespace postgres
