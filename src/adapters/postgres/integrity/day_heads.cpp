#include "postgres/integrity/day_heads.hpp"

#include <fmt/format.h>

#include "crypto/sm3.hpp"

namespace postgres {
namespace {

const Context& signer() {
    static const Context context = Context::for_purpose("sign");
    return context;
}

std::string head_of(std::string_view prev_head, std::string_view region, base::Date day, const Rows& acts) {
    crypto::Sm3 sm3;
    sm3.update(fmt::format("{}\n{} {}\n", prev_head, region, day.str()));
    for (const auto act : acts)
        sm3.update(fmt::format("{} {} {}\n", act.view("case_no"), act.integer("n"), act.view("hash")));
    return sm3.finish();
}

// Compares what was signed with what is there now.
void check_head(std::vector<ports::Fault>& faults, const Row& head, const Rows& acts,
                std::string_view prev_head) {
    const auto day = head.date("day");
    const auto fault = [&](std::string_view message) {
        faults.push_back(
            {.case_no = {},
             .n = 0,
             .what = "day_head",
             .message = fmt::format("机关{}{}的每日链头：{}", head.view("region"), day.chinese(), message)});
    };
    if (head.view("prev_head") != prev_head) fault("没有接在前一日之后");
    if (head.integer("acts") != acts.size())
        fault(fmt::format("签名时有{}项行为，现有{}项", head.integer("acts"), acts.size()));
    if (head_of(head.view("prev_head"), head.view("region"), day, acts) != head.view("head"))
        fault("与当日各项行为的哈希值不符");
    if (!crypto::verify_signature(head.view("public_pem"), head.view("head"), head.view("signature")))
        fault("签名不正确");
}

}  // namespace

base::Result<crypto::SigningKey> DayHeads::key_of(std::string_view region) {
    auto found = TRY(app_.read(signer(), "integrity/find_key", Params(region)));
    if (found.empty()) {
        const auto fresh = TRY(crypto::SigningKey::generate());
        TRY(app_.write(signer(), "integrity/put_key",
                       Params(region, fresh.public_pem(), fresh.to_encrypted_pem(secret_))));
        found = TRY(app_.read(signer(), "integrity/find_key", Params(region)));
    }
    return crypto::SigningKey::from_encrypted_pem(found.front().view("private_pem"), secret_);
}

base::Result<void> DayHeads::sign(const crypto::SigningKey& key, std::string_view region, base::Date day,
                                  base::Instant now) {
    const auto answers = TRY(app_.read(signer(), {
                                                     {"integrity/last_head",   Params(region, day)},
                                                     {"integrity/acts_of_day", Params(region, day)}
    }));
    const std::string prev_head = answers[0].empty() ? "" : answers[0].front().text("head");
    const std::string head = head_of(prev_head, region, day, answers[1]);
    TRY(app_.write(
        signer(), "integrity/put_head",
        Params(region, day, answers[1].size(), prev_head, head, key.sign(head), key.public_pem(), now)));
    return {};
}

base::Result<DayHeads::Signed> DayHeads::sign(std::string_view region, std::string_view message) {
    const auto key = TRY(key_of(region));
    return Signed{.signature = key.sign(message), .public_pem = key.public_pem()};
}

base::Result<ports::SignedText> DayHeads::sign_text(std::string_view region, std::string_view text) {
    const auto key = TRY(key_of(region));
    return ports::SignedText{key.sign(text), key.public_pem()};
}

bool DayHeads::is_signed(std::string_view public_pem, std::string_view text,
                         std::string_view signature) const {
    return crypto::verify_signature(public_pem, text, signature);
}

base::Result<int> DayHeads::sign_days_before(base::Date today, base::Instant now,
                                             const std::function<bool()>& goes_on) {
    const auto days = TRY(app_.read(signer(), "integrity/open_days", Params(today)));
    std::string region;
    std::optional<crypto::SigningKey> key;
    int done = 0;
    for (const auto row : days) {
        if (!goes_on()) break;
        if (!key || region != row.view("region")) {
            region = row.text("region");
            key = TRY(key_of(region));
        }
        TRY(sign(*key, region, row.date("day"), now));
        ++done;
    }
    return done;
}

base::Result<std::int64_t> DayHeads::count() {
    return TRY(app_.read(signer(), "integrity/count_heads")).front().integer("heads");
}

base::Result<std::vector<ports::Fault>> DayHeads::check() {
    std::vector<ports::Fault> faults;
    const auto regions = TRY(app_.read(signer(), "integrity/regions"));
    for (const auto region : regions) {
        const auto heads = TRY(app_.read(signer(), "integrity/heads", Params(region.view("region"))));
        std::string prev_head;
        for (const auto head : heads) {
            const auto acts = TRY(app_.read(signer(), "integrity/acts_of_day",
                                            Params(region.view("region"), head.date("day"))));
            check_head(faults, head, acts, prev_head);
            prev_head = head.text("head");
        }
    }
    return faults;
}

}  // namespace postgres
