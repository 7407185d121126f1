#pragma once
#include "base/value.hpp"
#include "ports/signer.hpp"

namespace signing_keys {

// A signing service beside this program: a hardware module or the seal service of the bureau behind a Unix
// socket. One line of JSON asks, one answers (docs/decisions/0053-signing.md); the private keys never come
// here.
class ServiceSigner final : public ports::Signer {
  public:
    explicit ServiceSigner(std::string socket) : socket_(std::move(socket)) {}

    base::Result<ports::KeptKey> make_key(std::string_view id, std::string_view user_id,
                                          std::string_view passphrase) override;
    base::Result<std::string> sign(const ports::KeptKey& key, std::string_view passphrase,
                                   std::string_view text) override;

  private:
    base::Result<base::Value> ask(const base::Value& question) const;
    std::string socket_;
};

}  // namespace signing_keys
