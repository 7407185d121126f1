#include "installation/signing_room.hpp"

#include "crypto/secret.hpp"
#include "json/json.hpp"

namespace installation {

base::Result<std::unique_ptr<SigningRoom>> SigningRoom::open(Installation& installation, const Place& place,
                                                             const std::optional<std::string>& service) {
    std::string secret = TRY(crypto::installation_secret(place.data / "secret"));
    return std::unique_ptr<SigningRoom>(
        new SigningRoom(installation, std::move(secret), place.address, service));
}

SigningRoom::SigningRoom(Installation& installation, std::string secret, std::string address,
                         const std::optional<std::string>& service)
    : store_(installation.database().app()),
      authorities_(installation.database().owner()),
      stamper_(installation.renderer(), std::move(address)),
      signer_(std::move(secret)) {
    if (service) service_ = std::make_unique<signing_keys::ServiceSigner>(*service);
    desk_ = std::make_unique<sealing::Desk>(
        installation.office(),
        sealing::Tools{.store = store_,
                       .stamper = stamper_,
                       .here = signer_,
                       .service = service_.get(),
                       .checker = checker_,
                       .canonical = json::write_canonical,
                       .read = [](std::string_view text) { return json::parse(text); }});
    const auto& ports = installation.office().ports;
    certificates_ =
        std::make_unique<Certificates>(authorities_, signer_, service_.get(), ports.random, ports.clock);
}

}  // namespace installation
