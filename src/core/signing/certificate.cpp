#include "signing/certificate.hpp"

#include <fmt/format.h>

namespace signing {

std::optional<std::string> flaw_at(const Certificate& certificate, base::Instant at) {
    if (at < certificate.from)
        return fmt::format("签名时证书尚未生效（自{}起有效）", certificate.from.chinese());
    if (at > certificate.until)
        return fmt::format("签名时证书已经过期（有效期至{}）", certificate.until.chinese());
    if (certificate.revoked && at >= certificate.revoked->at)
        return fmt::format("签名时证书已于{}吊销（{}）", certificate.revoked->at.chinese(),
                           certificate.revoked->reason);
    return std::nullopt;
}

}  // namespace signing
