#include <fmt/format.h>

#include <algorithm>

#include "procedure/guard.hpp"

namespace procedure {

namespace {

// 行政处罚法 第五十一条
Finding summary_kind_not_allowed(const Look& look) {
    for (const auto& kind : look.data().at("penalty.kinds").items())
        if (kind.as_string() != nullptr && *kind.as_string() != "warning" && *kind.as_string() != "fine")
            return Found{.code = "summary_kind_not_allowed", .field = "penalty.kinds"};
    return std::nullopt;
}

Finding summary_fine_too_high(const Look& look) {
    const auto limit = look.rules.sums.of(look.matter, look.party, look.on).summary;
    if (!look.deciding_fine() || money_in(look.data(), "penalty.fine") <= limit) return std::nullopt;
    return Found{.code = "summary_fine_too_high",
                 .detail = fmt::format("限额{}元", limit.str()),
                 .field = "penalty.fine"};
}

const casefile::Act* decision_of(const Look& look) {
    return look.act_at(look.of());
}

// 行政处罚法 第六十八条、第六十九条: three cases, and no other; the remote one at the party's request.
Finding cash_not_allowed(const Look& look) {
    const auto ground = look.data().text("ground");
    const auto* decision = decision_of(look);
    if (decision == nullptr) return std::nullopt;
    const bool on_spot = decision->type == "decide_on_spot";
    const auto fault = [](std::string why) {
        return Found{.code = "cash_not_allowed", .detail = std::move(why), .field = "ground"};
    };
    if (ground == "fine_up_to_100" &&
        money_in(decision->data, "penalty.fine") > look.rules.sums.cash_on_spot())
        return fault(fmt::format("罚款超过{}元", look.rules.sums.cash_on_spot().str()));
    if (ground == "remote" && !look.data().truth("asked_by_party")) return fault("应当由当事人提出");
    if (ground != "remote" && !on_spot)
        return fault("普通程序的罚款只有在边远、水上、交通不便地区才能当场收缴");
    return std::nullopt;
}

}  // namespace

std::vector<Guard> summary_guards() {
    return {
        {13, "summary_kind_not_allowed", {"decide_on_spot"},  false, summary_kind_not_allowed},
        {13, "summary_fine_too_high",    {"decide_on_spot"},  false, summary_fine_too_high   },
        {14, "cash_not_allowed",         {"collect_on_spot"}, false, cash_not_allowed        },
    };
}

}  // namespace procedure
