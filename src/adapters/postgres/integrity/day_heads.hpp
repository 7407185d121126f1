#pragma once
#include <functional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/instant.hpp"
#include "crypto/sm2.hpp"
#include "ports/case_store.hpp"
#include "ports/head_store.hpp"
#include "postgres/pool.hpp"

namespace postgres {

// The signed head of each agency's day: SM3 over the head of its last signed day and the hashes of all acts
// recorded that day. Once signed, no act of the day can be changed, added or taken away unseen, not even with
// the chain of its case recomputed.
class DayHeads final : public ports::HeadKeys {
  public:
    // `secret`: of the installation; the agencies' keys lie encrypted under it.
    DayHeads(Pool& app, std::string secret) : app_(app), secret_(std::move(secret)) {}

    // Signs every day before `today` that has acts and no head; says how many. Ends early, with what it has
    // signed by then, when `goes_on` says no: years of acts may have come in by an import.
    base::Result<int> sign_days_before(
        base::Date today, base::Instant now, const std::function<bool()>& goes_on = [] { return true; });
    base::Result<std::vector<ports::Fault>> check();
    base::Result<std::int64_t> count();
    // What leaves the house under the agency's name: a volume.
    struct Signed {
        std::string signature, public_pem;
    };
    base::Result<Signed> sign(std::string_view region, std::string_view message);

    base::Result<ports::SignedText> sign_text(std::string_view region, std::string_view text) override;
    bool is_signed(std::string_view public_pem, std::string_view text,
                   std::string_view signature) const override;

  private:
    base::Result<crypto::SigningKey> key_of(std::string_view region);
    base::Result<void> sign(const crypto::SigningKey& key, std::string_view region, base::Date day,
                            base::Instant now);
    Pool& app_;
    std::string secret_;
};

}  // namespace postgres
