#pragma once
#include "ports/law_store.hpp"
#include "postgres/pool.hpp"

namespace postgres {

class LawStore final : public ports::LawStore {
  public:
    LawStore(Pool& app, Pool& owner) : app_(app), owner_(owner) {}

    base::Result<std::vector<Stored>> put(const std::vector<ports::LawText>& texts, base::Instant now,
                                          bool is_trial) override;
    base::Result<std::vector<ports::LawVersion>> versions() override;
    base::Result<std::vector<ports::LawVersion>> versions(std::string_view code) override;
    base::Result<std::vector<ports::LawArticle>> articles(std::string_view code,
                                                          base::Date version_date) override;
    base::Result<ports::ArticleAnswer> article(std::string_view code, std::string_view address,
                                               base::Date day) override;

  private:
    Pool& app_;
    Pool& owner_;  // the import; row-level security and grants bind everybody else
};

}  // namespace postgres
