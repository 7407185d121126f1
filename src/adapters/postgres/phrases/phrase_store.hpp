#pragma once
#include "ports/phrase_store.hpp"
#include "postgres/pool.hpp"

namespace postgres {

class PhraseStore final : public ports::PhraseStore {
  public:
    explicit PhraseStore(Pool& app) : app_(app) {}

    base::Result<std::vector<ports::Phrase>> list(const identity::Viewer& viewer) override;
    base::Result<ports::Phrase> load(const identity::Viewer& viewer, std::string_view id) override;
    base::Result<std::int64_t> count(const identity::Viewer& viewer, std::string_view node) override;
    base::Result<void> create(const identity::Viewer& viewer, const ports::Phrase& phrase) override;
    base::Result<void> save(const identity::Viewer& viewer, const ports::Phrase& phrase) override;

  private:
    Pool& app_;
};

}  // namespace postgres
