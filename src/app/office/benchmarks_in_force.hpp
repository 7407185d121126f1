#pragma once
#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "discretion/benchmark_table.hpp"
#include "discretion/facts.hpp"
#include "ports/benchmark_store.hpp"

namespace office {

// A version as the engine reads it. Errors: `table_unread`.
base::Result<discretion::BenchmarkTable> engine_table(const ports::BenchmarkVersion& version,
                                                      const discretion::FactTable& facts);

// The approved tables of all agencies, read once and again when another is approved. Whoever decides holds
// what `current` gives until he is done with the finding, which holds views of it.
class BenchmarksInForce {
  public:
    BenchmarksInForce(ports::BenchmarkStore& store, const discretion::FactTable& facts)
        : store_(store), facts_(facts) {}
    std::shared_ptr<const discretion::Benchmarks> current() const { return current_.load(); }
    // Gives what could not be read: such a table is left out, and the general rules hold in its place.
    base::Result<std::vector<std::string>> reload();

  private:
    ports::BenchmarkStore& store_;
    const discretion::FactTable& facts_;
    // Shared by the requests under way and the one that approves the next table.
    std::atomic<std::shared_ptr<const discretion::Benchmarks>> current_ =
        std::make_shared<const discretion::Benchmarks>();
};

}  // namespace office
