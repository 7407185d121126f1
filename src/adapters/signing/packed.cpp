#include "signing/packed.hpp"

#include <algorithm>

#include "json/json.hpp"
#include "signing/checker.hpp"
#include "signing/judge.hpp"

namespace signing_keys {

namespace {

bool lists(const volume::Manifest& manifest, std::string_view kind, const std::string& sm3) {
    return std::ranges::any_of(
        manifest.items, [&](const volume::Item& item) { return item.kind == kind && item.sm3 == sm3; });
}

base::Result<signing::Findings> findings_of(const base::Value& packed) {
    const Checker checker;
    const std::string_view text = packed.text("statement"), certificate = packed.text("certificate");
    const base::Value said = TRY(json::parse(text));
    signing::Findings made{.statement = TRY(signing::read_statement(said)),
                           .certificate = TRY(checker.read(certificate))};
    if (packed.has("revoked"))
        made.certificate.revoked = signing::Revocation{
            .at = TRY(base::Instant::parse(packed.text("revoked"))), .reason = "见吊销列表"};
    made.signature_holds = checker.holds(certificate, made.statement.user_id, text, packed.text("signature"));
    made.issuer_holds = checker.is_issued_by(certificate, packed.text("authority"));
    return made;
}

}  // namespace

std::string judge_packed(const volume::Manifest& manifest, std::string_view text) {
    const auto packed = json::parse(text);
    auto findings =
        packed ? findings_of(*packed) : base::Result<signing::Findings>(base::fail(packed.error()));
    if (!findings) return findings.error().message;
    // Data and words of the paper are not in a volume beside its pages; what is said of them is part of what
    // was signed.
    findings->data_sm3 = findings->statement.data_sm3;
    findings->text_sm3 = findings->statement.text_sm3;
    // Bound copies bear page numbers; what was signed lies beside them.
    if (lists(manifest, "original", findings->statement.pdf_sm3) ||
        lists(manifest, "paper", findings->statement.pdf_sm3))
        findings->pdf_sm3 = findings->statement.pdf_sm3;
    for (const auto& check : signing::judge(*findings).checks)
        if (!check.holds) return check.words;
    for (const auto& hand : findings->statement.handwritten)
        if (!lists(manifest, "handwriting", hand.sm3)) return hand.name + "的手写签名不在案卷中，或者被改动";
    return {};
}

}  // namespace signing_keys
