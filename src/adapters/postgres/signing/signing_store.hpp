#pragma once
#include "ports/signing_store.hpp"
#include "postgres/pool.hpp"

namespace postgres {

class SigningStore final : public ports::SigningStore {
  public:
    explicit SigningStore(Pool& app) : app_(app) {}

    base::Result<std::optional<ports::CertifiedKey>> key(const identity::Viewer& viewer, signing::Kind kind,
                                                         base::Instant at) override;
    base::Result<std::optional<ports::SealedPaper>> sealed(const identity::Viewer& viewer,
                                                           std::string_view document) override;
    base::Result<void> seal(const identity::Viewer& viewer, const ports::SealedPaper& paper,
                            const ports::PaperSignature& signature) override;
    base::Result<void> sign(const identity::Viewer& viewer, const ports::PaperSignature& signature) override;
    base::Result<std::vector<ports::PaperSignature>> signatures(const identity::Viewer& viewer,
                                                                std::string_view document) override;
    base::Result<std::vector<ports::PaperSignature>> signatures_of_case(const identity::Viewer& viewer,
                                                                        std::string_view case_no) override;
    base::Result<ports::StoredCertificate> certificate(const identity::Viewer& viewer,
                                                       std::string_view serial) override;
    base::Result<void> handwrite(const identity::Viewer& viewer,
                                 const ports::HandwrittenSignature& signature) override;
    base::Result<std::vector<ports::HandwrittenSignature>> handwritten(const identity::Viewer& viewer,
                                                                       std::string_view document) override;
    base::Result<std::vector<ports::HandwrittenSignature>> handwritten_of_case(
        const identity::Viewer& viewer, std::string_view case_no) override;

  private:
    Pool& app_;
};

class AuthorityStore final : public ports::AuthorityStore {
  public:
    explicit AuthorityStore(Pool& owner) : owner_(owner) {}

    base::Result<std::optional<ports::StoredAuthority>> own_authority() override;
    base::Result<std::vector<ports::StoredAuthority>> authorities() override;
    base::Result<void> put_authority(const ports::StoredAuthority& authority, base::Instant now) override;
    base::Result<void> put_key(const ports::OwnedKey& key, base::Instant now) override;
    base::Result<std::optional<ports::OwnedKey>> key_of(std::string_view public_pem) override;
    base::Result<void> put_certificate(const ports::StoredCertificate& certificate, std::string_view key,
                                       base::Instant now) override;
    base::Result<std::vector<ports::StoredCertificate>> certificates() override;
    base::Result<void> revoke(std::string_view serial, const signing::Revocation& revocation) override;

  private:
    Pool& owner_;
};

}  // namespace postgres
