#pragma once
#include <string_view>

#include "base/result.hpp"
#include "signing/certificate.hpp"
#include "signing/openssl.hpp"

namespace signing_keys {

base::Result<Owned<X509>> read_x509(std::string_view pem);                  // `bad_certificate`
base::Result<signing::Certificate> read_certificate(std::string_view pem);  // an SM2 certificate
bool is_issued_by(std::string_view certificate_pem, std::string_view authority_pem);
std::string serial_of(const ASN1_INTEGER* number);
std::string pem_of(X509* certificate);
base::Result<std::string> public_pem_of(std::string_view certificate_pem);

}  // namespace signing_keys
