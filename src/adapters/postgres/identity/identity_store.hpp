#pragma once
#include "ports/identity_store.hpp"
#include "postgres/pool.hpp"

namespace postgres {

class IdentityStore final : public ports::IdentityStore {
  public:
    explicit IdentityStore(Pool& app) : app_(app) {}

    base::Result<std::optional<ports::Account>> find_account(std::string_view account) override;
    base::Result<int> note_failure(std::string_view person, base::Instant at) override;
    base::Result<void> lock(std::string_view person, base::Instant until) override;
    base::Result<void> open_session(std::string_view person, std::string_view token_sm3, base::Instant at,
                                    base::Instant expires_at) override;
    base::Result<std::optional<ports::Session>> find_session(std::string_view token_sm3,
                                                             base::Instant at) override;
    base::Result<void> close_session(std::string_view token_sm3) override;
    base::Result<void> change_password(std::string_view person, std::string_view password_hash,
                                       std::string_view keep_token_sm3) override;
    base::Result<void> put_account(std::string_view person, std::string_view account,
                                   std::string_view password_hash, bool must_change_password) override;

  private:
    Pool& app_;
};

}  // namespace postgres
