#include "signing/judge.hpp"

#include <algorithm>

namespace signing {

namespace {

Check check(std::string what, bool holds, std::string_view good, std::string_view bad) {
    return {.what = std::move(what), .holds = holds, .words = std::string(holds ? good : bad)};
}

}  // namespace

bool Verdict::holds() const {
    return std::ranges::all_of(checks, &Check::holds);
}

Verdict judge(const Findings& findings) {
    const Statement& said = findings.statement;
    const auto flaw = flaw_at(findings.certificate, said.at);
    Verdict verdict;
    verdict.checks = {
        check("signature", findings.signature_holds, "签名与签名内容相符",
              "签名与签名内容不符：内容被改动，或者不是这张证书的密钥所签"),
        check("certificate",
              findings.issuer_holds && findings.certificate.serial == said.certificate &&
                  !findings.certificate.is_authority,
              "证书由受信任的机构签发", "证书不是受信任的机构签发，或者不是签名内容所记的证书"),
        {.what = "validity", .holds = !flaw, .words = flaw.value_or("签名时证书有效")},
        check("data", findings.data_sm3 == said.data_sm3, "文书数据未改动", "文书数据与签名时不一致"),
        check("text", findings.text_sm3 == said.text_sm3, "文书文字未改动", "文书文字与签名时不一致"),
        check("pdf", findings.pdf_sm3 == said.pdf_sm3, "PDF文件未改动", "PDF文件与签名时不一致"),
    };
    return verdict;
}

}  // namespace signing
