#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace crypto {

// An agency's SM2 key (GB/T 32918). Signatures are DER in hexadecimal, over SM3 with the standard identifier
// 1234567812345678 of GB/T 35276, so any SM2 tool can check them.
class SigningKey {
  public:
    static base::Result<SigningKey> generate();
    // PKCS#8, encrypted under a passphrase; a wrong passphrase or a damaged text is `key_unreadable`.
    static base::Result<SigningKey> from_encrypted_pem(std::string_view pem, std::string_view passphrase);
    std::string to_encrypted_pem(std::string_view passphrase) const;
    std::string public_pem() const;
    std::string sign(std::string_view message) const;

  private:
    struct Key;
    explicit SigningKey(std::shared_ptr<const Key> key) : key_(std::move(key)) {}
    std::shared_ptr<const Key> key_;  // shared by copies of one key; never changed
};

bool verify_signature(std::string_view public_pem, std::string_view message, std::string_view signature_hex);

}  // namespace crypto
