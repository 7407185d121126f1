#include "signing/local_signer.hpp"

#include "signing/private_key.hpp"

namespace signing_keys {

base::Result<ports::KeptKey> LocalSigner::make_key(std::string_view id, std::string_view user_id,
                                                   std::string_view passphrase) {
    const PrivateKey key = TRY(PrivateKey::generate());
    return ports::KeptKey{.id = std::string(id),
                          .holder = "here",
                          .user_id = std::string(user_id),
                          .public_pem = key.public_pem(),
                          .sealed_pem = key.seal(whole(passphrase))};
}

base::Result<std::string> LocalSigner::sign(const ports::KeptKey& key, std::string_view passphrase,
                                            std::string_view text) {
    const PrivateKey opened = TRY(PrivateKey::open(key.sealed_pem, whole(passphrase)));
    return opened.sign(key.user_id, text);
}

}  // namespace signing_keys
