#include "crypto/sm3.hpp"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

#include "crypto/hex.hpp"

namespace crypto {

struct Sm3::Context {
    EVP_MD_CTX* digest = EVP_MD_CTX_new();
    Context() { start(); }
    ~Context() { EVP_MD_CTX_free(digest); }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    void start() const {
        if (EVP_DigestInit_ex(digest, EVP_sm3(), nullptr) != 1)
            throw std::runtime_error("SM3 is not available");
    }
};

Sm3::Sm3() : context_(std::make_unique<Context>()) {}
Sm3::~Sm3() = default;
Sm3::Sm3(Sm3&&) noexcept = default;
Sm3& Sm3::operator=(Sm3&&) noexcept = default;

void Sm3::update(std::string_view bytes) {
    if (EVP_DigestUpdate(context_->digest, bytes.data(), bytes.size()) != 1)
        throw std::runtime_error("SM3 failed");
}

std::string Sm3::finish() {
    std::array<unsigned char, 32> hash{};
    if (EVP_DigestFinal_ex(context_->digest, hash.data(), nullptr) != 1)
        throw std::runtime_error("SM3 failed");
    context_->start();
    return to_hex({reinterpret_cast<const char*>(hash.data()), hash.size()});
}

std::string sm3_hex(std::string_view bytes) {
    Sm3 sm3;
    sm3.update(bytes);
    return sm3.finish();
}

}  // namespace crypto
