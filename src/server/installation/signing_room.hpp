#pragma once
#include <memory>
#include <optional>
#include <string>

#include "installation/certificates.hpp"
#include "installation/installation.hpp"
#include "installation/pdf_renderer.hpp"
#include "ports/stamper.hpp"
#include "postgres/signing/signing_store.hpp"
#include "sealing/desk.hpp"
#include "signing/checker.hpp"
#include "signing/local_signer.hpp"
#include "signing/service_signer.hpp"

namespace installation {

// Prints papers with their marks.
class PdfStamper final : public ports::Stamper {
  public:
    // `address`: see PdfRenderer; the paper that is sealed leads where the one before did.
    PdfStamper(const pdf::Renderer& renderer, std::string address)
        : renderer_(renderer), address_(std::move(address)) {}
    base::Result<document::Printed> stamped(const document::Document& document,
                                            const signing::Marks& marks) override {
        document::Document led = document;
        if (!led.check.empty()) led.check = address_.empty() ? "" : address_ + "/check/" + led.check;
        return renderer_.print(std::vector<document::Document>{std::move(led)}, marks);
    }

  private:
    const pdf::Renderer& renderer_;
    std::string address_;
};

// Keys, certificates and seals of an installation, joined; it must not outlive the installation.
class SigningRoom {
  public:
    // `service`: the Unix socket of a signing service, where one is attached.
    static base::Result<std::unique_ptr<SigningRoom>> open(Installation& installation, const Place& place,
                                                           const std::optional<std::string>& service);
    sealing::Desk& desk() { return *desk_; }
    Certificates& certificates() { return *certificates_; }

  private:
    SigningRoom(Installation& installation, std::string secret, std::string address,
                const std::optional<std::string>& service);

    postgres::SigningStore store_;
    postgres::AuthorityStore authorities_;
    PdfStamper stamper_;
    signing_keys::Checker checker_;
    signing_keys::LocalSigner signer_;
    std::unique_ptr<signing_keys::ServiceSigner> service_;
    std::unique_ptr<sealing::Desk> desk_;
    std::unique_ptr<Certificates> certificates_;
};

}  // namespace installation
