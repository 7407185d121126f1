#include "signing/x509.hpp"

#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <array>
#include <chrono>
#include <ctime>

#include "signing/private_key.hpp"

namespace signing_keys {

namespace {

std::string name_in(const X509_NAME* name) {
    const int place = X509_NAME_get_index_by_NID(const_cast<X509_NAME*>(name), NID_commonName, -1);
    if (place < 0) return {};
    unsigned char* text = nullptr;
    const int size = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, place)));
    if (size < 0) return {};
    std::string found(reinterpret_cast<char*>(text), static_cast<std::size_t>(size));
    OPENSSL_free(text);
    return found;
}

base::Instant instant_of(const ASN1_TIME* time) {
    std::tm parts{};
    ASN1_TIME_to_tm(time, &parts);
    const auto day = std::chrono::year(parts.tm_year + 1900) / (parts.tm_mon + 1) / parts.tm_mday;
    return base::Instant(std::chrono::sys_days(day) + std::chrono::hours(parts.tm_hour) +
                         std::chrono::minutes(parts.tm_min) + std::chrono::seconds(parts.tm_sec));
}

}  // namespace

std::string serial_of(const ASN1_INTEGER* number) {
    const Owned<BIGNUM> value(ASN1_INTEGER_to_BN(number, nullptr));
    char* text = BN_bn2hex(value.get());
    std::string serial(text);
    OPENSSL_free(text);
    for (char& c : serial) c = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    return serial;
}

base::Result<Owned<X509>> read_x509(std::string_view pem) {
    Owned<X509> certificate(PEM_read_bio_X509(reader(pem).get(), nullptr, nullptr, nullptr));
    if (!certificate)
        return base::fail("bad_certificate", "不是可以读取的数字证书（PEM）", {}, "certificate");
    EVP_PKEY* key = X509_get0_pubkey(certificate.get());
    if (!key || EVP_PKEY_is_a(key, "SM2") != 1)
        return base::fail("bad_certificate", "数字证书的密钥不是 SM2 密钥", {}, "certificate");
    return certificate;
}

base::Result<signing::Certificate> read_certificate(std::string_view pem) {
    const Owned<X509> certificate = TRY(read_x509(pem));
    return signing::Certificate{.serial = serial_of(X509_get0_serialNumber(certificate.get())),
                                .subject = name_in(X509_get_subject_name(certificate.get())),
                                .issuer = name_in(X509_get_issuer_name(certificate.get())),
                                .from = instant_of(X509_get0_notBefore(certificate.get())),
                                .until = instant_of(X509_get0_notAfter(certificate.get())),
                                .is_authority = X509_check_ca(certificate.get()) == 1};
}

bool is_issued_by(std::string_view certificate_pem, std::string_view authority_pem) {
    const auto certificate = read_x509(certificate_pem);
    const auto authority = read_x509(authority_pem);
    if (!certificate || !authority || X509_check_ca(authority->get()) != 1) return false;
    if (X509_NAME_cmp(X509_get_issuer_name(certificate->get()), X509_get_subject_name(authority->get())) != 0)
        return false;
    const Owned<ASN1_OCTET_STRING> id(ASN1_OCTET_STRING_new());
    demand(id && ASN1_OCTET_STRING_set(id.get(), bytes_of(signing::standard_user_id),
                                       static_cast<int>(signing::standard_user_id.size())) == 1,
           "the identifier cannot be set");
    X509_set0_distinguishing_id(certificate->get(), ASN1_OCTET_STRING_dup(id.get()));
    return X509_verify(certificate->get(), X509_get0_pubkey(authority->get())) == 1;
}

std::string pem_of(X509* certificate) {
    const Owned<BIO> out(BIO_new(BIO_s_mem()));
    demand(PEM_write_bio_X509(out.get(), certificate) == 1, "the certificate cannot be written");
    return written(out.get());
}

base::Result<std::string> public_pem_of(std::string_view certificate_pem) {
    const Owned<X509> certificate = TRY(read_x509(certificate_pem));
    const Owned<BIO> out(BIO_new(BIO_s_mem()));
    demand(PEM_write_bio_PUBKEY(out.get(), X509_get0_pubkey(certificate.get())) == 1,
           "the public key cannot be written");
    return written(out.get());
}

}  // namespace signing_keys
