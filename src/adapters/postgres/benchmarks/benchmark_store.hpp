#pragma once
#include "ports/benchmark_store.hpp"
#include "postgres/pool.hpp"

namespace postgres {

class BenchmarkStore final : public ports::BenchmarkStore {
  public:
    explicit BenchmarkStore(Pool& app) : app_(app) {}

    base::Result<std::vector<ports::BenchmarkVersion>> list(const identity::Viewer& viewer) override;
    base::Result<std::vector<ports::BenchmarkVersion>> of_table(const identity::Viewer& viewer,
                                                                std::string_view table) override;
    base::Result<ports::BenchmarkVersion> load(const identity::Viewer& viewer, std::string_view id) override;
    base::Result<std::vector<ports::BenchmarkSignature>> signatures(const identity::Viewer& viewer,
                                                                    std::string_view id) override;
    base::Result<void> create(const identity::Viewer& viewer,
                              const ports::BenchmarkVersion& version) override;
    base::Result<void> save(const identity::Viewer& viewer, const ports::BenchmarkVersion& version,
                            const std::optional<ports::BenchmarkSignature>& signature) override;
    base::Result<std::vector<ports::BenchmarkVersion>> approved() override;

  private:
    Pool& app_;
};

}  // namespace postgres
