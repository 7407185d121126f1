#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"
#include "base/result.hpp"
#include "identity/viewer.hpp"
#include "ports/signer.hpp"
#include "signing/statement.hpp"

namespace ports {

// A key with the certificate that lets it sign today.
struct CertifiedKey {
    KeptKey key;
    std::string serial, name, pem, authority_pem;
};

struct StoredCertificate {
    std::string serial, region, person, name, pem,
        authority;  // person empty: of the agency; authority: its serial
    base::Instant from, until;
    std::optional<signing::Revocation> revoked = {};
    std::string authority_pem = {};
};

// What was said to a finding of proofreading before the paper was sealed.
struct FindingAnswer {
    std::string rule, message, answer;
    std::string by_name = {};  // with `at`, of answers that were read back
    base::Instant at = {};
};

struct SealedPaper {
    std::string document, case_no, data_sm3, text_sm3, pdf_sm3;
    std::int64_t pdf_size = 0;
    std::string sealed_by, sealed_by_name;
    base::Instant sealed_at;
    std::vector<FindingAnswer> answers = {};
};

struct PaperSignature {
    std::string id, document, case_no;
    signing::Kind kind = signing::Kind::seal;
    std::string signer, certificate;  // serial
    std::string statement;            // the canonical JSON that was signed
    std::string signature;
    base::Instant signed_at;
    StoredCertificate issued = {};  // of signatures_of_case only
};

struct HandwrittenSignature {
    std::string id, document, case_no, role, name;
    std::string strokes;  // canonical JSON
    std::string sm3, device, taken_by, taken_by_name;
    base::Instant taken_at;
};

// Signatures on papers, and with what one may sign.
class SigningStore {
  public:
    virtual ~SigningStore() = default;
    // The key of the viewer's agency, or the viewer's own; nothing when there is none good at that moment.
    virtual base::Result<std::optional<CertifiedKey>> key(const identity::Viewer&, signing::Kind,
                                                          base::Instant at) = 0;
    virtual base::Result<std::optional<SealedPaper>> sealed(const identity::Viewer&,
                                                            std::string_view document) = 0;
    // Both at once: a paper is not sealed without its signature. Errors: `already_sealed`, `document_struck`.
    virtual base::Result<void> seal(const identity::Viewer&, const SealedPaper&, const PaperSignature&) = 0;
    virtual base::Result<void> sign(const identity::Viewer&, const PaperSignature&) = 0;
    virtual base::Result<std::vector<PaperSignature>> signatures(const identity::Viewer&,
                                                                 std::string_view document) = 0;
    virtual base::Result<std::vector<PaperSignature>> signatures_of_case(const identity::Viewer&,
                                                                         std::string_view case_no) = 0;
    virtual base::Result<StoredCertificate> certificate(const identity::Viewer&, std::string_view serial) = 0;
    virtual base::Result<void> handwrite(const identity::Viewer&, const HandwrittenSignature&) = 0;
    virtual base::Result<std::vector<HandwrittenSignature>> handwritten(const identity::Viewer&,
                                                                        std::string_view document) = 0;
    virtual base::Result<std::vector<HandwrittenSignature>> handwritten_of_case(const identity::Viewer&,
                                                                                std::string_view case_no) = 0;
};

struct StoredAuthority {
    std::string serial, name, pem;
    bool is_imported = false;
    std::string sealed_pem = {};  // of the own one
};

struct OwnedKey {
    KeptKey key;
    std::string region, person;
};

// For the command line alone, as the owner of the database.
class AuthorityStore {
  public:
    virtual ~AuthorityStore() = default;
    virtual base::Result<std::optional<StoredAuthority>> own_authority() = 0;
    virtual base::Result<std::vector<StoredAuthority>> authorities() = 0;
    virtual base::Result<void> put_authority(const StoredAuthority&, base::Instant now) = 0;
    virtual base::Result<void> put_key(const OwnedKey&, base::Instant now) = 0;
    virtual base::Result<std::optional<OwnedKey>> key_of(std::string_view public_pem) = 0;
    virtual base::Result<void> put_certificate(const StoredCertificate&, std::string_view key,
                                               base::Instant now) = 0;
    virtual base::Result<std::vector<StoredCertificate>> certificates() = 0;
    virtual base::Result<void> revoke(std::string_view serial,
                                      const signing::Revocation&) = 0;  // `not_found`, `already_revoked`
};

}  // namespace ports
