#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "signing/openssl.hpp"

namespace signing_keys {

// Work of scrypt for a passphrase a person remembers: 16 MiB and some tens of milliseconds a try.
struct PassphraseCost {
    std::uint64_t n = 16384, r = 8, p = 1;
};

// An SM2 key with its private part.
class PrivateKey {
  public:
    static base::Result<PrivateKey> generate();
    static base::Result<PrivateKey> open(std::string_view sealed_pem, std::string_view passphrase);
    // PKCS#8 (PBES2): SM4-CBC under scrypt of the passphrase, salt and cost inside; `openssl pkey` reads it
    // too.
    std::string seal(std::string_view passphrase, PassphraseCost cost = {}) const;
    std::string public_pem() const;
    std::string sign(std::string_view user_id, std::string_view text) const;  // DER in hexadecimal
    EVP_PKEY* get() const { return key_.get(); }

  private:
    explicit PrivateKey(EVP_PKEY* key) : key_(key) {}
    Owned<EVP_PKEY> key_;
};

bool signature_holds(EVP_PKEY* public_key, std::string_view user_id, std::string_view text,
                     std::string_view signature_hex);
Owned<EVP_PKEY> read_public(std::string_view pem);  // empty when it is no SM2 key

}  // namespace signing_keys
