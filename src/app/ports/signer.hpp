#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "signing/certificate.hpp"

namespace ports {

// A key as it is kept: where a service holds it, there is nothing of it here but its name.
struct KeptKey {
    std::string id;
    std::string holder = {};   // here, service
    std::string user_id = {};  // of SM2, see signing::standard_user_id
    std::string public_pem = {};
    std::string sealed_pem = {};  // PKCS#8 under SM4 and a key made of the passphrase by scrypt
};

// Whoever holds private keys and signs with them: this program, a hardware module, the signing service of the
// bureau. Signatures are DER in hexadecimal, SM2 over SM3. Errors: `key_unreadable` (wrong passphrase),
// `signer_unavailable`.
class Signer {
  public:
    virtual ~Signer() = default;
    virtual base::Result<KeptKey> make_key(std::string_view id, std::string_view user_id,
                                           std::string_view passphrase) = 0;
    virtual base::Result<std::string> sign(const KeptKey& key, std::string_view passphrase,
                                           std::string_view text) = 0;
};

// Certificates and signatures read and checked; needs no secret.
class SignatureChecker {
  public:
    virtual ~SignatureChecker() = default;
    virtual base::Result<signing::Certificate> read(std::string_view certificate_pem) const = 0;
    virtual bool is_issued_by(std::string_view certificate_pem, std::string_view authority_pem) const = 0;
    virtual bool holds(std::string_view certificate_pem, std::string_view user_id, std::string_view text,
                       std::string_view signature_hex) const = 0;
};

}  // namespace ports
