#pragma once
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>
#include <string>
#include <string_view>

namespace signing_keys {

struct Free {
    void operator()(BIO* object) const { BIO_free_all(object); }
    void operator()(EVP_PKEY* object) const { EVP_PKEY_free(object); }
    void operator()(EVP_MD_CTX* object) const { EVP_MD_CTX_free(object); }
    void operator()(EVP_PKEY_CTX* object) const { EVP_PKEY_CTX_free(object); }
    void operator()(X509* object) const { X509_free(object); }
    void operator()(X509_CRL* object) const { X509_CRL_free(object); }
    void operator()(X509_ALGOR* object) const { X509_ALGOR_free(object); }
    void operator()(X509_SIG* object) const { X509_SIG_free(object); }
    void operator()(PKCS8_PRIV_KEY_INFO* object) const { PKCS8_PRIV_KEY_INFO_free(object); }
    void operator()(BIGNUM* object) const { BN_clear_free(object); }
    void operator()(ASN1_OCTET_STRING* object) const { ASN1_OCTET_STRING_free(object); }
    void operator()(X509_EXTENSION* object) const { X509_EXTENSION_free(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

// What cannot fail but for want of memory or a broken library.
void demand(bool done, const char* what);
Owned<BIO> reader(std::string_view text);
std::string written(BIO* bio);
const unsigned char* bytes_of(std::string_view text);

// An SM2 operation with the identifier set before it begins: OpenSSL's own default identifier is empty.
struct Sm2Context {
    Owned<EVP_PKEY_CTX> key;
    Owned<EVP_MD_CTX> digest;
    Sm2Context(EVP_PKEY* pkey, std::string_view user_id);
};

}  // namespace signing_keys
