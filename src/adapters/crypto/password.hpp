#pragma once
#include <string>
#include <string_view>

namespace crypto {

// Cost of one Argon2id hash. The default takes 64 MiB; at most `concurrent_hashes_max` run at once, the rest
// wait, so a crowd at the door cannot take the memory of the server.
struct PasswordCost {
    unsigned memory_kib = 64 * 1024;
    unsigned passes = 3;
    unsigned lanes = 1;
};
constexpr int concurrent_hashes_max = 2;

std::string hash_password(std::string_view password, PasswordCost cost = {});  // PHC string, $argon2id$…
bool verify_password(std::string_view password, std::string_view hash);

}  // namespace crypto
