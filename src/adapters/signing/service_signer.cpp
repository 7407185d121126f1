#include "signing/service_signer.hpp"

#include "signing/wire.hpp"

namespace signing_keys {

base::Result<base::Value> ServiceSigner::ask(const base::Value& question) const {
    Wire wire = TRY(Wire::to(socket_));
    TRY(wire.put(question));
    base::Value answer = TRY(wire.take());
    if (answer.has("error"))
        return base::fail(std::string(answer["error"].text("code")),
                          std::string(answer["error"].text("message")), {},
                          std::string(answer["error"].text("field")));
    return answer;
}

base::Result<ports::KeptKey> ServiceSigner::make_key(std::string_view id, std::string_view user_id,
                                                     std::string_view passphrase) {
    const base::Value answer = TRY(ask(base::Object{
        {"do",         "make_key"},
        {"key",        id        },
        {"user_id",    user_id   },
        {"passphrase", passphrase}
    }));
    return ports::KeptKey{.id = std::string(id),
                          .holder = "service",
                          .user_id = std::string(user_id),
                          .public_pem = std::string(answer.text("public_key"))};
}

base::Result<std::string> ServiceSigner::sign(const ports::KeptKey& key, std::string_view passphrase,
                                              std::string_view text) {
    const base::Value answer = TRY(ask(base::Object{
        {"do",         "sign"    },
        {"key",        key.id    },
        {"passphrase", passphrase},
        {"text",       text      }
    }));
    return std::string(answer.text("signature"));
}

}  // namespace signing_keys
