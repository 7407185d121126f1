#include "signing/openssl.hpp"

#include <stdexcept>

namespace signing_keys {

void demand(bool done, const char* what) {
    if (!done) throw std::runtime_error(what);
}

Owned<BIO> reader(std::string_view text) {
    return Owned<BIO>(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

std::string written(BIO* bio) {
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<std::size_t>(size)};
}

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

Sm2Context::Sm2Context(EVP_PKEY* pkey, std::string_view user_id)
    : key(EVP_PKEY_CTX_new(pkey, nullptr)), digest(EVP_MD_CTX_new()) {
    demand(EVP_PKEY_CTX_set1_id(key.get(), user_id.data(), static_cast<int>(user_id.size())) == 1,
           "SM2 identifier refused");
    EVP_MD_CTX_set_pkey_ctx(digest.get(), key.get());
}

}  // namespace signing_keys
