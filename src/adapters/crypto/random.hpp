#pragma once
#include <cstddef>
#include <string>

namespace crypto {

std::string random_bytes(std::size_t count);
std::string random_token();  // 256 bits, hexadecimal

}  // namespace crypto
