#pragma once
#include "ports/signer.hpp"

namespace signing_keys {

// Keys kept here, each sealed under what its owner remembers and the secret of the installation together: who
// steals the database alone cannot try passphrases.
class LocalSigner final : public ports::Signer {
  public:
    explicit LocalSigner(std::string secret) : secret_(std::move(secret)) {}

    base::Result<ports::KeptKey> make_key(std::string_view id, std::string_view user_id,
                                          std::string_view passphrase) override;
    base::Result<std::string> sign(const ports::KeptKey& key, std::string_view passphrase,
                                   std::string_view text) override;
    std::string whole(std::string_view passphrase) const { return std::string(passphrase) + "\n" + secret_; }

  private:
    std::string secret_;
};

}  // namespace signing_keys
