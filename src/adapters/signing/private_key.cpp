#include "signing/private_key.hpp"

#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>

#include "crypto/hex.hpp"
#include "crypto/random.hpp"

namespace signing_keys {

namespace {

bool is_sm2(const Owned<EVP_PKEY>& key) {
    return key && EVP_PKEY_is_a(key.get(), "SM2") == 1;
}

}  // namespace

base::Result<PrivateKey> PrivateKey::generate() {
    EVP_PKEY* key = EVP_PKEY_Q_keygen(nullptr, nullptr, "SM2");
    if (!key) return base::fail("key_unavailable", "不能生成 SM2 密钥");
    return PrivateKey(key);
}

base::Result<PrivateKey> PrivateKey::open(std::string_view sealed_pem, std::string_view passphrase) {
    std::string secret(passphrase);
    Owned<EVP_PKEY> key(PEM_read_bio_PrivateKey(reader(sealed_pem).get(), nullptr, nullptr, secret.data()));
    OPENSSL_cleanse(secret.data(), secret.size());
    if (!is_sm2(key))
        return base::fail("key_unreadable", "签名口令不正确，或者密钥已经损坏", {}, "passphrase");
    return PrivateKey(key.release());
}

std::string PrivateKey::seal(std::string_view passphrase, PassphraseCost cost) const {
    const Owned<PKCS8_PRIV_KEY_INFO> plain(EVP_PKEY2PKCS8(key_.get()));
    demand(plain != nullptr, "the key cannot be written");
    const std::string salt = crypto::random_bytes(16);
    std::string iv = crypto::random_bytes(16);
    X509_ALGOR* method =
        PKCS5_pbe2_set_scrypt(EVP_sm4_cbc(), bytes_of(salt), static_cast<int>(salt.size()),
                              reinterpret_cast<unsigned char*>(iv.data()), cost.n, cost.r, cost.p);
    demand(method != nullptr, "scrypt is not available");
    const Owned<X509_SIG> sealed(
        PKCS8_set0_pbe(passphrase.data(), static_cast<int>(passphrase.size()), plain.get(), method));
    demand(sealed != nullptr, "the key cannot be sealed");
    const Owned<BIO> out(BIO_new(BIO_s_mem()));
    demand(PEM_write_bio_PKCS8(out.get(), sealed.get()) == 1, "the key cannot be written");
    return written(out.get());
}

std::string PrivateKey::public_pem() const {
    const Owned<BIO> out(BIO_new(BIO_s_mem()));
    demand(PEM_write_bio_PUBKEY(out.get(), key_.get()) == 1, "the public key cannot be written");
    return written(out.get());
}

std::string PrivateKey::sign(std::string_view user_id, std::string_view text) const {
    const Sm2Context context(key_.get(), user_id);
    demand(EVP_DigestSignInit(context.digest.get(), nullptr, EVP_sm3(), nullptr, key_.get()) == 1,
           "SM2 init");
    std::size_t size = 0;
    demand(EVP_DigestSign(context.digest.get(), nullptr, &size, bytes_of(text), text.size()) == 1,
           "SM2 size");
    std::string signature(size, '\0');
    demand(EVP_DigestSign(context.digest.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                          bytes_of(text), text.size()) == 1,
           "SM2 sign");
    signature.resize(size);
    return crypto::to_hex(signature);
}

bool signature_holds(EVP_PKEY* public_key, std::string_view user_id, std::string_view text,
                     std::string_view signature_hex) {
    const auto signature = crypto::from_hex(signature_hex);
    if (!public_key || !signature || EVP_PKEY_is_a(public_key, "SM2") != 1) return false;
    const Sm2Context context(public_key, user_id);
    if (EVP_DigestVerifyInit(context.digest.get(), nullptr, EVP_sm3(), nullptr, public_key) != 1)
        return false;
    return EVP_DigestVerify(context.digest.get(), bytes_of(*signature), signature->size(), bytes_of(text),
                            text.size()) == 1;
}

Owned<EVP_PKEY> read_public(std::string_view pem) {
    Owned<EVP_PKEY> key(PEM_read_bio_PUBKEY(reader(pem).get(), nullptr, nullptr, nullptr));
    return is_sm2(key) ? std::move(key) : nullptr;
}

}  // namespace signing_keys
