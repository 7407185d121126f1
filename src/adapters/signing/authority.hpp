#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"
#include "base/result.hpp"
#include "signing/certificate.hpp"
#include "signing/private_key.hpp"

namespace signing_keys {

// What a new certificate is to say.
struct Subject {
    std::string name;          // 临江市城东区市场监督管理局; an officer's name
    std::string organisation;  // the agency of an officer; empty for agencies and authorities
    std::string serial;        // hexadecimal
    base::Instant from, until;
};

// The authority of the installation (安装根证书): it certifies itself, keys of agencies and officers, and
// lists what it revoked.
class Authority {
  public:
    static base::Result<Authority> open(std::string_view certificate_pem, std::string_view sealed_pem,
                                        std::string_view passphrase);
    static std::string self_certified(const PrivateKey& key, const Subject& subject);

    base::Result<std::string> certify(std::string_view public_pem, const Subject& subject) const;
    struct Revoked {
        std::string serial;
        base::Instant at;
    };
    std::string revocation_list(const std::vector<Revoked>& revoked, base::Instant now,
                                base::Instant next) const;

  private:
    Authority(Owned<X509> certificate, PrivateKey key)
        : certificate_(std::move(certificate)), key_(std::move(key)) {}
    Owned<X509> certificate_;
    PrivateKey key_;
};

}  // namespace signing_keys
