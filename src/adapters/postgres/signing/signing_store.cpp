#include "postgres/signing/signing_store.hpp"

namespace postgres {
namespace {

std::optional<signing::Revocation> read_revocation(const Row& row) {
    if (row.is_null("revoked_at")) return std::nullopt;
    return signing::Revocation{.at = row.instant("revoked_at"), .reason = row.text("revoked_reason")};
}

ports::PaperSignature read_signature(const Row& row) {
    return {.id = row.text("id"),
            .document = row.text("document"),
            .case_no = {},
            .kind = row.view("kind") == "seal" ? signing::Kind::seal : signing::Kind::officer,
            .signer = row.text("signer"),
            .certificate = row.text("certificate"),
            .statement = row.text("statement"),
            .signature = row.text("signature"),
            .signed_at = row.instant("signed_at")};
}

std::vector<ports::HandwrittenSignature> read_handwritten(const Rows& rows) {
    std::vector<ports::HandwrittenSignature> list;
    for (const auto row : rows)
        list.push_back({.id = row.text("id"),
                        .document = row.text("document"),
                        .case_no = {},
                        .role = row.text("role"),
                        .name = row.text("name"),
                        .strokes = row.text("strokes"),
                        .sm3 = row.text("sm3"),
                        .device = row.text("device"),
                        .taken_by = row.text("taken_by"),
                        .taken_by_name = row.text("taken_by_name"),
                        .taken_at = row.instant("taken_at")});
    return list;
}

Params params_of(const ports::PaperSignature& one) {
    return Params(one.id, one.document, one.case_no, signing::name_of(one.kind), one.signer, one.certificate,
                  one.statement, one.signature, one.signed_at);
}

std::optional<std::string> some(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

// A second seal, or a second signature of the same officer.
base::Error said_plainly(base::Error error) {
    if (error.code == "unique_violation") return {"already_sealed", "文书已经签章，不能重复签章"};
    return error;
}

}  // namespace

base::Result<std::optional<ports::CertifiedKey>> SigningStore::key(const identity::Viewer& viewer,
                                                                   signing::Kind kind, base::Instant at) {
    const std::optional<std::string> person =
        kind == signing::Kind::officer ? std::optional(viewer.person) : std::nullopt;
    const auto rows = TRY(
        app_.read(Context::of(viewer), "signing/keys_with_certificates", Params(viewer.agency, person, at)));
    if (rows.empty()) return std::nullopt;
    const auto row = rows.front();
    return ports::CertifiedKey{
        .key = {.id = row.text("id"),
                .holder = row.text("holder"),
                .user_id = row.text("user_id"),
                .public_pem = row.text("public_pem"),
                .sealed_pem = row.text("sealed_pem")},
        .serial = row.text("serial"),
        .name = row.text("name"),
        .pem = row.text("pem"),
        .authority_pem = row.text("authority_pem")
    };
}

base::Result<std::optional<ports::SealedPaper>> SigningStore::sealed(const identity::Viewer& viewer,
                                                                     std::string_view document) {
    const auto rows = TRY(app_.read(Context::of(viewer), "signing/sealed", Params(document)));
    if (rows.empty()) return std::nullopt;
    const auto row = rows.front();
    ports::SealedPaper paper{.document = row.text("document"),
                             .case_no = row.text("case_no"),
                             .data_sm3 = row.text("data_sm3"),
                             .text_sm3 = row.text("text_sm3"),
                             .pdf_sm3 = row.text("pdf_sm3"),
                             .pdf_size = row.integer("pdf_size"),
                             .sealed_by = row.text("sealed_by"),
                             .sealed_by_name = row.text("sealed_by_name"),
                             .sealed_at = row.instant("sealed_at")};
    for (const auto answer : TRY(app_.read(Context::of(viewer), "signing/answers", Params(document))))
        paper.answers.push_back({.rule = answer.text("rule"),
                                 .message = answer.text("message"),
                                 .answer = answer.text("answer"),
                                 .by_name = answer.text("answered_by_name"),
                                 .at = answer.instant("answered_at")});
    return paper;
}

base::Result<void> SigningStore::seal(const identity::Viewer& viewer, const ports::SealedPaper& paper,
                                      const ports::PaperSignature& signature) {
    std::vector<Step> steps{
        {"signing/put_sealed",
         Params(paper.document, paper.case_no, paper.data_sm3, paper.text_sm3, paper.pdf_sm3, paper.pdf_size,
         paper.sealed_by, paper.sealed_by_name, paper.sealed_at)},
        {"signing/put_signature", params_of(signature)}
    };
    for (const ports::FindingAnswer& answer : paper.answers)
        steps.push_back({"signing/put_answer",
                         Params(paper.document, paper.case_no, answer.rule, answer.message, answer.answer,
                                paper.sealed_by, paper.sealed_by_name, paper.sealed_at)});
    const auto made = app_.write(Context::of(viewer), steps);
    if (!made) return base::fail(said_plainly(made.error()));
    return {};
}

base::Result<void> SigningStore::sign(const identity::Viewer& viewer,
                                      const ports::PaperSignature& signature) {
    const auto made = app_.write(Context::of(viewer), "signing/put_signature", params_of(signature));
    if (!made) return base::fail(said_plainly(made.error()));
    return {};
}

base::Result<std::vector<ports::PaperSignature>> SigningStore::signatures(const identity::Viewer& viewer,
                                                                          std::string_view document) {
    const auto rows = TRY(app_.read(Context::of(viewer), "signing/signatures", Params(document)));
    std::vector<ports::PaperSignature> list;
    for (const auto row : rows) list.push_back(read_signature(row));
    return list;
}

base::Result<std::vector<ports::PaperSignature>> SigningStore::signatures_of_case(
    const identity::Viewer& viewer, std::string_view case_no) {
    const auto rows = TRY(app_.read(Context::of(viewer), "signing/signatures_of_case", Params(case_no)));
    std::vector<ports::PaperSignature> list;
    for (const auto row : rows) {
        list.push_back(read_signature(row));
        list.back().issued.serial = row.text("certificate");
        list.back().issued.pem = row.text("pem");
        list.back().issued.authority_pem = row.text("authority_pem");
        list.back().issued.revoked = read_revocation(row);
    }
    return list;
}

base::Result<ports::StoredCertificate> SigningStore::certificate(const identity::Viewer& viewer,
                                                                 std::string_view serial) {
    const auto rows = TRY(app_.read(Context::of(viewer), "signing/certificate", Params(serial)));
    if (rows.empty()) return base::fail("not_found", "没有这张证书");
    const auto row = rows.front();
    ports::StoredCertificate found;
    found.serial = row.text("serial");
    found.name = row.text("name");
    found.pem = row.text("pem");
    found.authority_pem = row.text("authority_pem");
    found.revoked = read_revocation(row);
    return found;
}

base::Result<void> SigningStore::handwrite(const identity::Viewer& viewer,
                                           const ports::HandwrittenSignature& one) {
    TRY(app_.write(Context::of(viewer), "signing/put_handwritten",
                   Params(one.id, one.document, one.case_no, one.role, one.name, one.strokes, one.sm3,
                          one.device, one.taken_by, one.taken_by_name, one.taken_at)));
    return {};
}

base::Result<std::vector<ports::HandwrittenSignature>> SigningStore::handwritten(
    const identity::Viewer& viewer, std::string_view document) {
    return read_handwritten(TRY(app_.read(Context::of(viewer), "signing/handwritten", Params(document))));
}

base::Result<std::vector<ports::HandwrittenSignature>> SigningStore::handwritten_of_case(
    const identity::Viewer& viewer, std::string_view case_no) {
    return read_handwritten(
        TRY(app_.read(Context::of(viewer), "signing/handwritten_of_case", Params(case_no))));
}

base::Result<std::optional<ports::StoredAuthority>> AuthorityStore::own_authority() {
    const auto rows = TRY(owner_.read(Context(), "signing/own_authority"));
    if (rows.empty()) return std::nullopt;
    const auto row = rows.front();
    return ports::StoredAuthority{.serial = row.text("serial"),
                                  .name = row.text("name"),
                                  .pem = row.text("pem"),
                                  .is_imported = false,
                                  .sealed_pem = row.text("sealed_pem")};
}

base::Result<std::vector<ports::StoredAuthority>> AuthorityStore::authorities() {
    const auto rows = TRY(owner_.read(Context(), "signing/authorities"));
    std::vector<ports::StoredAuthority> list;
    for (const auto row : rows)
        list.push_back({.serial = row.text("serial"),
                        .name = row.text("name"),
                        .pem = row.text("pem"),
                        .is_imported = row.truth("is_imported")});
    return list;
}

base::Result<void> AuthorityStore::put_authority(const ports::StoredAuthority& authority, base::Instant now) {
    std::vector<Step> steps = {
        {"signing/put_authority",
         Params(authority.serial, authority.name, authority.pem, authority.is_imported, now)}
    };
    if (!authority.sealed_pem.empty())
        steps.push_back({"signing/put_authority_key", Params(authority.serial, authority.sealed_pem)});
    TRY(owner_.write(Context(), std::move(steps)));
    return {};
}

base::Result<void> AuthorityStore::put_key(const ports::OwnedKey& one, base::Instant now) {
    TRY(owner_.write(Context(), "signing/put_key",
                     Params(one.key.id, one.region, some(one.person), one.key.holder, one.key.user_id,
                            one.key.public_pem, one.key.sealed_pem, now)));
    return {};
}

base::Result<std::optional<ports::OwnedKey>> AuthorityStore::key_of(std::string_view public_pem) {
    const auto rows = TRY(owner_.read(Context(), "signing/key_of_public", Params(public_pem)));
    if (rows.empty()) return std::nullopt;
    ports::OwnedKey found;
    found.key.id = rows.front().text("id");
    found.region = rows.front().text("region");
    found.person = rows.front().text("person");
    return found;
}

base::Result<void> AuthorityStore::put_certificate(const ports::StoredCertificate& one, std::string_view key,
                                                   base::Instant now) {
    TRY(owner_.write(Context(), "signing/put_certificate",
                     Params(one.serial, key, one.authority, one.region, some(one.person), one.name, one.from,
                            one.until, one.pem, now)));
    return {};
}

base::Result<std::vector<ports::StoredCertificate>> AuthorityStore::certificates() {
    const auto rows = TRY(owner_.read(Context(), "signing/certificates"));
    std::vector<ports::StoredCertificate> list;
    for (const auto row : rows)
        list.push_back({.serial = row.text("serial"),
                        .region = row.text("region"),
                        .person = row.text("person"),
                        .name = row.text("name"),
                        .pem = row.text("pem"),
                        .authority = row.text("authority"),
                        .from = row.instant("valid_from"),
                        .until = row.instant("valid_until"),
                        .revoked = read_revocation(row)});
    return list;
}

base::Result<void> AuthorityStore::revoke(std::string_view serial, const signing::Revocation& revocation) {
    for (const auto& one : TRY(certificates())) {
        if (one.serial != serial) continue;
        if (one.revoked) return base::fail("already_revoked", "这张证书已经吊销");
        TRY(owner_.write(Context(), "signing/revoke", Params(serial, revocation.at, revocation.reason)));
        return {};
    }
    return base::fail("not_found", "没有这张证书");
}

}  // namespace postgres
