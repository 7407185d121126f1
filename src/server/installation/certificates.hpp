#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/value.hpp"
#include "ports/clock.hpp"
#include "ports/random.hpp"
#include "ports/signer.hpp"
#include "ports/signing_store.hpp"
#include "signing/local_signer.hpp"

namespace installation {

// The certificates of an installation: its own authority, keys and certificates of agencies and officers,
// those of other authorities, and what was revoked. Work of the keeper at the command line, not of a request.
class Certificates {
  public:
    Certificates(ports::AuthorityStore& store, const signing_keys::LocalSigner& local, ports::Signer* service,
                 ports::Random& random, const ports::Clock& clock)
        : store_(store), local_(local), service_(service), random_(random), clock_(clock) {}

    static constexpr int authority_years = 20, certificate_years = 3;

    // Whom a key is for; `person` empty: the agency itself.
    struct Holder {
        std::string region, person, name, organisation;
        std::string user_id = std::string(signing::standard_user_id);
        bool in_service = false;  // the key is made and kept by the signing service
    };

    // Errors: `already_there`.
    base::Result<std::string> make_authority(std::string_view name);
    base::Result<std::string> issue(const Holder& holder, std::string_view passphrase);  // the serial
    base::Result<std::string> import_authority(std::string_view pem);
    // For a key made here (`request` shows its public part): certified by an authority that was imported.
    base::Result<std::string> import_certificate(std::string_view pem);
    base::Result<void> revoke(std::string_view serial, std::string_view reason);
    base::Result<std::string> revocation_list();
    base::Result<base::Value> list();

  private:
    base::Result<ports::StoredAuthority> own() const;
    ports::AuthorityStore& store_;
    const signing_keys::LocalSigner& local_;
    ports::Signer* service_;
    ports::Random& random_;
    const ports::Clock& clock_;
};

}  // namespace installation
