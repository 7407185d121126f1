#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <sstream>

#include "bench/sign.hpp"
#include "bench/measurement.hpp"
#include "signing/certificate.hpp"
#include "signing/private_key.hpp"

namespace bench {

namespace {

struct Speed {
    double signs = 0, verifies = 0;
};

// The last line of `openssl speed sm2` ends with signatures and verifications a second.
Speed speed_of_openssl() {
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen("openssl speed -seconds 3 sm2 2>/dev/null", "r"),
                                                     pclose);
    std::array<char, 512> line;
    std::string last;
    while (pipe && fgets(line.data(), line.size(), pipe.get())) last = line.data();
    std::vector<std::string> words;
    std::istringstream in(last);
    for (std::string word; in >> word;) words.push_back(word);
    if (words.size() < 2) return {};
    return {.signs = std::strtod(words[words.size() - 2].c_str(), nullptr),
            .verifies = std::strtod(words.back().c_str(), nullptr)};
}

double per_second(const Measurement& measurement) {
    return 1e9 / static_cast<double>(std::max<std::int64_t>(measurement.quantile(0.5).count(), 1));
}

}  // namespace

// SM2 signatures over a statement of ordinary length, one after the other, beside `openssl speed` of the same
// run.
base::Result<base::Value> measure_sign(std::span<const std::string> arguments) {
    if (!arguments.empty()) return base::fail("bad_option", "这项测量没有参数");
    const auto key = TRY(signing_keys::PrivateKey::generate());
    const auto public_key = signing_keys::read_public(key.public_pem());
    const std::string text(900, 'x'), id(signing::standard_user_id);
    std::string signature;
    Measurement signs("SM2签名（一份签名内容）"), verifies("SM2验证");
    repeat(signs, std::chrono::seconds(3), 100, [&] { signature = key.sign(id, text); });
    bool holds = true;
    repeat(verifies, std::chrono::seconds(3), 100,
           [&] { holds = holds && signing_keys::signature_holds(public_key.get(), id, text, signature); });
    if (!holds) return base::fail("internal_error", "签名没有通过验证");
    const Speed openssl = speed_of_openssl();
    signs.set("signs_per_second", rounded(per_second(signs), 0));
    signs.set("verifies_per_second", rounded(per_second(verifies), 0));
    signs.set("openssl_signs_per_second", rounded(openssl.signs, 0));
    signs.set("openssl_verifies_per_second", rounded(openssl.verifies, 0));
    if (openssl.signs > 0) {
        signs.set("sign_ratio", rounded(per_second(signs) / openssl.signs, 2));
        signs.set("verify_ratio", rounded(per_second(verifies) / openssl.verifies, 2));
    }
    return signs.to_value();
}

}  // namespace bench
