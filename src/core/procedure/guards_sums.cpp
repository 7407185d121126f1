#include <fmt/format.h>

#include <algorithm>

#include "clocks/performance.hpp"
#include "procedure/guard.hpp"

namespace procedure {

namespace {

base::Money at_least_nothing(base::Money sum) {
    return std::max(sum, base::Money());
}

// 行政强制法 第五十四条、第五十五条: the letter and the application ask for what is still owed, neither more
// nor less.
Finding rest_wrong(const Look& look) {
    const auto performance = clocks::performance(look.acts);
    if (!performance || !look.data().has("rest")) return std::nullopt;
    const auto rest =
        at_least_nothing(performance->fine_rest()) + at_least_nothing(performance->gains_rest());
    if (money_in(look.data(), "rest") == rest) return std::nullopt;
    return Found{.code = "element_missing",
                 .detail = fmt::format("未缴纳的罚没款为{}元，写为{}元", rest.str(),
                                       money_in(look.data(), "rest").str()),
                 .field = "rest",
                 .cure = {look.type.id}};
}

// 行政强制法 第五十五条: what the application comes with. A judgment is enforced on the judgment itself.
Finding enclosures_missing(const Look& look) {
    if (judgment_to_enforce(look) != nullptr) return std::nullopt;
    static constexpr std::pair<std::string_view, std::string_view> wanted[] = {
        {"decision", "行政决定书"          },
        {"dunning",  "催告书"              },
        {"views",    "当事人的意见"        },
        {"target",   "申请强制执行标的情况"}
    };
    for (const auto& [name, label] : wanted)
        if (!lists(look.data(), "enclosures", name))
            return Found{.code = "element_missing",
                         .detail = fmt::format("附送材料缺少{}", label),
                         .field = "enclosures",
                         .basis = "行政强制法 第五十五条"};
    return std::nullopt;
}

// 行政处罚法 第七十一条: what was collected goes on whole.
Finding cash_kept_back(const Look& look) {
    const auto* collected = look.act_at(look.of());
    if (collected == nullptr || collected->type != "collect_on_spot" ||
        money_in(collected->data, "sum") == money_in(look.data(), "sum"))
        return std::nullopt;
    return Found{.code = "element_missing",
                 .detail = fmt::format("当场收缴的{}元应当全额交付", money_in(collected->data, "sum").str()),
                 .field = "sum",
                 .cure = {"remit_cash"},
                 .basis = "行政处罚法 第七十一条; 程序规定 第七十三条"};
}

// 违法所得认定办法 第三条: gains are what was received, less what is deducted.
Finding gains_above_received(const Look& look) {
    const auto received = money_in(look.data(), "received");
    base::Money deducted;
    for (const auto& each : look.data().list("deducted")) deducted += money_in(each, "sum");
    const auto most = at_least_nothing(received - deducted);
    if (!look.data().has("amount") || look.data().truth("uncomputable") ||
        money_in(look.data(), "amount") <= most)
        return std::nullopt;
    return Found{.code = "element_missing",
                 .detail = fmt::format("收入{}元，扣除{}元，违法所得至多{}元", received.str(), deducted.str(),
                                       most.str()),
                 .field = "amount",
                 .cure = {"determine_gains"},
                 .basis = "违法所得认定办法 第三条"};
}

// 行政复议法 第六十三条; 行政诉讼法 第七十七条: a decision that was changed is owed as it was changed.
Finding changed_sum_missing(const Look& look) {
    if (look.data().text("outcome") != "changed") return std::nullopt;
    if (look.type.id == "end_suit" && !look.data().truth("final")) return std::nullopt;
    const auto performance = clocks::performance(look.acts);
    if (!performance) return std::nullopt;
    const auto missing = [&](std::string_view name, base::Money due) {
        return due > base::Money() && !look.data().has(name);
    };
    const std::string_view field = missing("fine", performance->fine_due)     ? "fine"
                                   : missing("gains", performance->gains_due) ? "gains"
                                                                              : "";
    if (field.empty()) return std::nullopt;
    return Found{.code = "element_missing",
                 .detail = fmt::format("缺少变更后的{}数额", field == "fine" ? "罚款" : "没收违法所得"),
                 .field = std::string(field)};
}

}  // namespace

std::vector<Guard> sum_guards() {
    return {
        {161, "element_missing", {"dun", "apply_court"},              false, rest_wrong          },
        {161, "element_missing", {"apply_court"},                     false, enclosures_missing  },
        {161, "element_missing", {"remit_cash"},                      false, cash_kept_back      },
        {161, "element_missing", {"determine_gains"},                 false, gains_above_received},
        {161, "element_missing", {"end_reconsideration", "end_suit"}, false, changed_sum_missing },
    };
}

}  // namespace procedure
