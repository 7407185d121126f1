#pragma once
#include <optional>
#include <string>

#include "base/instant.hpp"
#include "base/result.hpp"

namespace signing {

// The identifier of GB/T 35276 that goes into every SM2 signature unless a key was given another.
inline constexpr std::string_view standard_user_id = "1234567812345678";

struct Revocation {
    base::Instant at;
    std::string reason;
};

// What a certificate says (数字证书) and what its authority said of it afterwards.
struct Certificate {
    std::string serial;   // hexadecimal, lower case
    std::string subject;  // 临江市城东区市场监督管理局
    std::string issuer;
    base::Instant from, until;
    bool is_authority = false;
    std::optional<Revocation> revoked = {};
};

// Why nothing signed at that moment may rest on the certificate; nothing when it may. What expires or is
// revoked later leaves earlier signatures standing (电子签名法 第十三条 asks for control at the time of
// signing).
std::optional<std::string> flaw_at(const Certificate& certificate, base::Instant at);

}  // namespace signing
