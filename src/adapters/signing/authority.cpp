#include "signing/authority.hpp"

#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include "signing/x509.hpp"

namespace signing_keys {

namespace {

using AsnTime = std::unique_ptr<ASN1_TIME, decltype([](ASN1_TIME* time) { ASN1_TIME_free(time); })>;
using AsnInteger =
    std::unique_ptr<ASN1_INTEGER, decltype([](ASN1_INTEGER* number) { ASN1_INTEGER_free(number); })>;

AsnTime time_of(base::Instant at) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(at.point()).time_since_epoch().count();
    return AsnTime(ASN1_TIME_set(nullptr, seconds));
}

AsnInteger serial_number(const std::string& hexadecimal) {
    BIGNUM* number = nullptr;
    demand(BN_hex2bn(&number, hexadecimal.c_str()) > 0, "the serial is not hexadecimal");
    const Owned<BIGNUM> owned(number);
    return AsnInteger(BN_to_ASN1_INTEGER(number, nullptr));
}

void add_name(X509_NAME* name, const char* field, const std::string& text) {
    if (text.empty()) return;
    demand(X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, bytes_of(text),
                                      static_cast<int>(text.size()), -1, 0) == 1,
           "the name does not fit into a certificate");
}

void extend(X509* certificate, X509* issuer, int what, const char* value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Owned<X509_EXTENSION> extension(X509V3_EXT_conf_nid(nullptr, &context, what, value));
    demand(extension && X509_add_ext(certificate, extension.get(), -1) == 1, "the extension is refused");
}

Owned<X509> blank(const Subject& subject, EVP_PKEY* key) {
    Owned<X509> made(X509_new());
    X509_set_version(made.get(), X509_VERSION_3);
    X509_set_serialNumber(made.get(), serial_number(subject.serial).get());
    X509_set1_notBefore(made.get(), time_of(subject.from).get());
    X509_set1_notAfter(made.get(), time_of(subject.until).get());
    X509_NAME* name = X509_get_subject_name(made.get());
    add_name(name, "C", "CN");
    add_name(name, "O", subject.organisation);
    add_name(name, "CN", subject.name);
    demand(X509_set_pubkey(made.get(), key) == 1, "the key does not fit into a certificate");
    return made;
}

// X.509 signatures take the standard identifier too (GB/T 20518).
void sign_certificate(X509* certificate, EVP_PKEY* key) {
    const Sm2Context context(key, signing::standard_user_id);
    demand(EVP_DigestSignInit(context.digest.get(), nullptr, EVP_sm3(), nullptr, key) == 1, "SM2 init");
    demand(X509_sign_ctx(certificate, context.digest.get()) > 0, "the certificate cannot be signed");
}

}  // namespace

base::Result<Authority> Authority::open(std::string_view certificate_pem, std::string_view sealed_pem,
                                        std::string_view passphrase) {
    PrivateKey key = TRY(PrivateKey::open(sealed_pem, passphrase));
    Owned<X509> certificate = TRY(read_x509(certificate_pem));
    if (X509_check_private_key(certificate.get(), key.get()) != 1)
        return base::fail("key_unreadable", "根证书与它的密钥不相符");
    return Authority(std::move(certificate), std::move(key));
}

std::string Authority::self_certified(const PrivateKey& key, const Subject& subject) {
    const Owned<X509> made = blank(subject, key.get());
    X509_set_issuer_name(made.get(), X509_get_subject_name(made.get()));
    extend(made.get(), made.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
    extend(made.get(), made.get(), NID_key_usage, "critical,keyCertSign,cRLSign");
    extend(made.get(), made.get(), NID_subject_key_identifier, "hash");
    sign_certificate(made.get(), key.get());
    return pem_of(made.get());
}

base::Result<std::string> Authority::certify(std::string_view public_pem, const Subject& subject) const {
    const Owned<EVP_PKEY> key = read_public(public_pem);
    if (!key) return base::fail("key_unreadable", "不是可以读取的 SM2 公钥");
    const Owned<X509> made = blank(subject, key.get());
    X509_set_issuer_name(made.get(), X509_get_subject_name(certificate_.get()));
    extend(made.get(), certificate_.get(), NID_basic_constraints, "critical,CA:FALSE");
    extend(made.get(), certificate_.get(), NID_key_usage, "critical,digitalSignature,nonRepudiation");
    extend(made.get(), certificate_.get(), NID_authority_key_identifier, "keyid");
    sign_certificate(made.get(), key_.get());
    return pem_of(made.get());
}

std::string Authority::revocation_list(const std::vector<Revoked>& revoked, base::Instant now,
                                       base::Instant next) const {
    const Owned<X509_CRL> list(X509_CRL_new());
    X509_CRL_set_version(list.get(), X509_CRL_VERSION_2);
    X509_CRL_set_issuer_name(list.get(), X509_get_subject_name(certificate_.get()));
    X509_CRL_set1_lastUpdate(list.get(), time_of(now).get());
    X509_CRL_set1_nextUpdate(list.get(), time_of(next).get());
    for (const Revoked& one : revoked) {
        X509_REVOKED* entry = X509_REVOKED_new();
        X509_REVOKED_set_serialNumber(entry, serial_number(one.serial).get());
        X509_REVOKED_set_revocationDate(entry, time_of(one.at).get());
        demand(X509_CRL_add0_revoked(list.get(), entry) == 1, "the list cannot be made");
    }
    X509_CRL_sort(list.get());
    const Sm2Context context(key_.get(), signing::standard_user_id);
    demand(EVP_DigestSignInit(context.digest.get(), nullptr, EVP_sm3(), nullptr, key_.get()) == 1,
           "SM2 init");
    demand(X509_CRL_sign_ctx(list.get(), context.digest.get()) > 0, "the list cannot be signed");
    const Owned<BIO> out(BIO_new(BIO_s_mem()));
    demand(PEM_write_bio_X509_CRL(out.get(), list.get()) == 1, "the list cannot be written");
    return written(out.get());
}

}  // namespace signing_keys
