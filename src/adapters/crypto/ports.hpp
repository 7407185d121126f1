#pragma once
#include "ports/crypto.hpp"

namespace crypto {

class Sm3Hasher final : public ports::Hasher {
  public:
    std::string sm3(std::string_view bytes) const override;
};

class Argon2Hasher final : public ports::PasswordHasher {
  public:
    base::Result<std::string> hash(std::string_view password) override;
    bool matches(std::string_view password, std::string_view hash) override;
};

}  // namespace crypto
