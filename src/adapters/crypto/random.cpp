#include "crypto/random.hpp"

#include <openssl/rand.h>

#include <stdexcept>

#include "crypto/hex.hpp"

namespace crypto {

std::string random_bytes(std::size_t count) {
    std::string bytes(count, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(count)) != 1)
        throw std::runtime_error("the system gives no randomness");
    return bytes;
}

std::string random_token() {
    return to_hex(random_bytes(32));
}

}  // namespace crypto
