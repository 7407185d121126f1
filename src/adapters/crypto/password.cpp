#include "crypto/password.hpp"

#include <argon2.h>

#include <semaphore>
#include <stdexcept>

#include "crypto/random.hpp"

namespace crypto {
namespace {

class HashSlot {
  public:
    HashSlot() { slots().acquire(); }
    ~HashSlot() { slots().release(); }
    HashSlot(const HashSlot&) = delete;
    HashSlot& operator=(const HashSlot&) = delete;

  private:
    static std::counting_semaphore<>& slots() {
        static std::counting_semaphore<> free_slots(concurrent_hashes_max);
        return free_slots;
    }
};

}  // namespace

std::string hash_password(std::string_view password, PasswordCost cost) {
    const HashSlot slot;
    constexpr std::size_t hash_length = 32;
    const std::string salt = random_bytes(16);
    std::string encoded(argon2_encodedlen(cost.passes, cost.memory_kib, cost.lanes,
                                          static_cast<std::uint32_t>(salt.size()), hash_length, Argon2_id),
                        '\0');
    const int failed =
        argon2id_hash_encoded(cost.passes, cost.memory_kib, cost.lanes, password.data(), password.size(),
                              salt.data(), salt.size(), hash_length, encoded.data(), encoded.size());
    if (failed != ARGON2_OK) throw std::runtime_error(argon2_error_message(failed));
    encoded.resize(encoded.find('\0'));
    return encoded;
}

bool verify_password(std::string_view password, std::string_view hash) {
    const HashSlot slot;
    return argon2id_verify(std::string(hash).c_str(), password.data(), password.size()) == ARGON2_OK;
}

}  // namespace crypto
