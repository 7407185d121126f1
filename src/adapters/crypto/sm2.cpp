#include "crypto/sm2.hpp"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <stdexcept>

#include "crypto/hex.hpp"

namespace crypto {
namespace {

constexpr std::string_view standard_identifier = "1234567812345678";

struct FreeBio {
    void operator()(BIO* bio) const { BIO_free_all(bio); }
};
struct FreeKey {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
struct FreeDigest {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
struct FreeKeyContext {
    void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
};
using Bio = std::unique_ptr<BIO, FreeBio>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, FreeKeyContext>;

void demand(bool done, const char* what) {
    if (!done) throw std::runtime_error(what);
}

Bio reader(std::string_view text) {
    return Bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

std::string written(BIO* bio) {
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<std::size_t>(size)};
}

// The digest context with the identifier set before init: OpenSSL's own default identifier is empty.
struct SignContext {
    KeyContext key;
    std::unique_ptr<EVP_MD_CTX, FreeDigest> digest{EVP_MD_CTX_new()};

    explicit SignContext(EVP_PKEY* pkey) : key(EVP_PKEY_CTX_new(pkey, nullptr)) {
        demand(EVP_PKEY_CTX_set1_id(key.get(), standard_identifier.data(), standard_identifier.size()) == 1,
               "SM2 identifier refused");
        EVP_MD_CTX_set_pkey_ctx(digest.get(), key.get());
    }
};

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

struct SigningKey::Key {
    std::unique_ptr<EVP_PKEY, FreeKey> pkey;
};

base::Result<SigningKey> SigningKey::generate() {
    auto key = std::make_shared<Key>();
    key->pkey.reset(EVP_PKEY_Q_keygen(nullptr, nullptr, "SM2"));
    if (!key->pkey) return base::fail("key_unavailable", "不能生成 SM2 密钥");
    return SigningKey(std::move(key));
}

base::Result<SigningKey> SigningKey::from_encrypted_pem(std::string_view pem, std::string_view passphrase) {
    auto key = std::make_shared<Key>();
    std::string secret(passphrase);
    key->pkey.reset(PEM_read_bio_PrivateKey(reader(pem).get(), nullptr, nullptr, secret.data()));
    if (!key->pkey || EVP_PKEY_is_a(key->pkey.get(), "SM2") != 1)
        return base::fail("key_unreadable", "签名密钥不能读取：密钥文件已损坏，或者安装密钥不符");
    return SigningKey(std::move(key));
}

std::string SigningKey::to_encrypted_pem(std::string_view passphrase) const {
    const Bio out(BIO_new(BIO_s_mem()));
    demand(PEM_write_bio_PKCS8PrivateKey(out.get(), key_->pkey.get(), EVP_aes_256_cbc(), passphrase.data(),
                                         static_cast<int>(passphrase.size()), nullptr, nullptr) == 1,
           "the key cannot be written");
    return written(out.get());
}

std::string SigningKey::public_pem() const {
    const Bio out(BIO_new(BIO_s_mem()));
    demand(PEM_write_bio_PUBKEY(out.get(), key_->pkey.get()) == 1, "the public key cannot be written");
    return written(out.get());
}

std::string SigningKey::sign(std::string_view message) const {
    const SignContext context(key_->pkey.get());
    demand(EVP_DigestSignInit(context.digest.get(), nullptr, EVP_sm3(), nullptr, key_->pkey.get()) == 1,
           "SM2 init");
    std::size_t size = 0;
    demand(EVP_DigestSign(context.digest.get(), nullptr, &size, bytes_of(message), message.size()) == 1,
           "SM2 size");
    std::string signature(size, '\0');
    demand(EVP_DigestSign(context.digest.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                          bytes_of(message), message.size()) == 1,
           "SM2 sign");
    signature.resize(size);
    return to_hex(signature);
}

bool verify_signature(std::string_view public_pem, std::string_view message, std::string_view signature_hex) {
    const std::unique_ptr<EVP_PKEY, FreeKey> pkey(
        PEM_read_bio_PUBKEY(reader(public_pem).get(), nullptr, nullptr, nullptr));
    const auto signature = from_hex(signature_hex);
    if (!pkey || !signature || EVP_PKEY_is_a(pkey.get(), "SM2") != 1) return false;
    const SignContext context(pkey.get());
    if (EVP_DigestVerifyInit(context.digest.get(), nullptr, EVP_sm3(), nullptr, pkey.get()) != 1)
        return false;
    return EVP_DigestVerify(context.digest.get(), bytes_of(*signature), signature->size(), bytes_of(message),
                            message.size()) == 1;
}

}  // namespace crypto
