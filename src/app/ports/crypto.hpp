#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace ports {

class Hasher {
  public:
    virtual ~Hasher() = default;
    virtual std::string sm3(std::string_view bytes) const = 0;  // 64 lower-case hex digits
};

// Argon2id. Slow by design: implementations limit how many run at once.
class PasswordHasher {
  public:
    virtual ~PasswordHasher() = default;
    virtual base::Result<std::string> hash(std::string_view password) = 0;
    virtual bool matches(std::string_view password, std::string_view hash) = 0;
};

}  // namespace ports
