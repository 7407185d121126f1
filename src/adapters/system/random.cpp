#include "system/random.hpp"

#include <sys/random.h>

#include <stdexcept>

namespace systems {

std::string SystemRandom::hex(std::size_t bytes) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string raw(bytes, '\0');
    // Up to 256 bytes come whole and uninterrupted (getrandom(2)); no secret of ours is longer.
    if (::getrandom(raw.data(), raw.size(), 0) != static_cast<ssize_t>(bytes))
        throw std::runtime_error("getrandom gave too few bytes");
    std::string text;
    for (const char c : raw) {
        text += digits[static_cast<unsigned char>(c) >> 4];
        text += digits[static_cast<unsigned char>(c) & 15];
    }
    return text;
}

}  // namespace systems
