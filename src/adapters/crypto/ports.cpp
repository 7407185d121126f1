#include "crypto/ports.hpp"

#include "crypto/password.hpp"
#include "crypto/sm3.hpp"

namespace crypto {

std::string Sm3Hasher::sm3(std::string_view bytes) const {
    return sm3_hex(bytes);
}

base::Result<std::string> Argon2Hasher::hash(std::string_view password) {
    return hash_password(password);
}

bool Argon2Hasher::matches(std::string_view password, std::string_view hash) {
    return verify_password(password, hash);
}

}  // namespace crypto
