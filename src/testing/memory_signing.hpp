#pragma once
#include "ports/signing_store.hpp"
#include "ports/stamper.hpp"

namespace testing_office {

// Nothing is sealed and nobody can sign: for tests that only need the desk to be whole.
class NoSigningStore final : public ports::SigningStore {
  public:
    using Viewer = identity::Viewer;
    base::Result<std::optional<ports::CertifiedKey>> key(const Viewer&, signing::Kind,
                                                         base::Instant) override {
        return std::optional<ports::CertifiedKey>();
    }
    base::Result<std::optional<ports::SealedPaper>> sealed(const Viewer&, std::string_view) override {
        return std::optional<ports::SealedPaper>();
    }
    base::Result<void> seal(const Viewer&, const ports::SealedPaper&, const ports::PaperSignature&) override {
        return {};
    }
    base::Result<void> sign(const Viewer&, const ports::PaperSignature&) override { return {}; }
    base::Result<std::vector<ports::PaperSignature>> signatures(const Viewer&, std::string_view) override {
        return std::vector<ports::PaperSignature>();
    }
    base::Result<std::vector<ports::PaperSignature>> signatures_of_case(const Viewer&,
                                                                        std::string_view) override {
        return std::vector<ports::PaperSignature>();
    }
    base::Result<ports::StoredCertificate> certificate(const Viewer&, std::string_view) override {
        return base::fail("not_found", "没有这张证书");
    }
    base::Result<void> handwrite(const Viewer&, const ports::HandwrittenSignature&) override { return {}; }
    base::Result<std::vector<ports::HandwrittenSignature>> handwritten(const Viewer&,
                                                                       std::string_view) override {
        return std::vector<ports::HandwrittenSignature>();
    }
    base::Result<std::vector<ports::HandwrittenSignature>> handwritten_of_case(const Viewer&,
                                                                               std::string_view) override {
        return std::vector<ports::HandwrittenSignature>();
    }
};

class NoStamper final : public ports::Stamper {
  public:
    base::Result<document::Printed> stamped(const document::Document&, const signing::Marks&) override {
        return document::Printed{.bytes = "%PDF-1.7", .pages = 1};
    }
};

class NoSigner final : public ports::Signer {
  public:
    base::Result<ports::KeptKey> make_key(std::string_view, std::string_view, std::string_view) override {
        return base::fail("signer_unavailable", "没有签名服务");
    }
    base::Result<std::string> sign(const ports::KeptKey&, std::string_view, std::string_view) override {
        return base::fail("signer_unavailable", "没有签名服务");
    }
};

class NoChecker final : public ports::SignatureChecker {
  public:
    base::Result<signing::Certificate> read(std::string_view) const override {
        return base::fail("bad_certificate", "不能读取");
    }
    bool is_issued_by(std::string_view, std::string_view) const override { return false; }
    bool holds(std::string_view, std::string_view, std::string_view, std::string_view) const override {
        return false;
    }
};

}  // namespace testing_office
