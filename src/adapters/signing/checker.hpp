#pragma once
#include "ports/signer.hpp"

namespace signing_keys {

class Checker final : public ports::SignatureChecker {
  public:
    base::Result<signing::Certificate> read(std::string_view certificate_pem) const override;
    bool is_issued_by(std::string_view certificate_pem, std::string_view authority_pem) const override;
    bool holds(std::string_view certificate_pem, std::string_view user_id, std::string_view text,
               std::string_view signature_hex) const override;
};

}  // namespace signing_keys
