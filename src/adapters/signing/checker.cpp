#include "signing/checker.hpp"

#include "signing/private_key.hpp"
#include "signing/x509.hpp"

namespace signing_keys {

base::Result<signing::Certificate> Checker::read(std::string_view certificate_pem) const {
    return read_certificate(certificate_pem);
}

bool Checker::is_issued_by(std::string_view certificate_pem, std::string_view authority_pem) const {
    return signing_keys::is_issued_by(certificate_pem, authority_pem);
}

bool Checker::holds(std::string_view certificate_pem, std::string_view user_id, std::string_view text,
                    std::string_view signature_hex) const {
    const auto certificate = read_x509(certificate_pem);
    return certificate && signature_holds(X509_get0_pubkey(certificate->get()), user_id, text, signature_hex);
}

}  // namespace signing_keys
