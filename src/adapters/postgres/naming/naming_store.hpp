#pragma once
#include "ports/naming_store.hpp"
#include "postgres/pool.hpp"

namespace postgres {

class NamingStore final : public ports::NamingStore {
  public:
    explicit NamingStore(Pool& app) : app_(app) {}

    base::Result<std::vector<ports::FileNaming>> of_case(const identity::Viewer& viewer,
                                                         std::string_view case_no) override;
    base::Result<void> give(const identity::Viewer& viewer, std::string_view evidence,
                            const ports::GivenName& given) override;
    base::Result<std::string> words(const identity::Viewer&, std::string_view evidence) override;
    base::Result<void> queue(const identity::Viewer& viewer, std::string_view evidence,
                             base::Instant at) override;
    base::Result<std::optional<ports::FileToRead>> take(base::Instant at) override;
    base::Result<void> finish(std::string_view evidence, const ports::FileOutcome& outcome,
                              base::Instant at) override;

  private:
    Pool& app_;
};

}  // namespace postgres
