#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "procedure/guard.hpp"
#include "procedure/penalty_kinds.hpp"

namespace procedure {

namespace {

using base::Value;
using casefile::Act;

// The notice the party was served with last, whatever happened to the case since; what was served on somebody
// taken for the party by mistake told the right one nothing.
const Act* last_told(const Look& look) {
    for (auto i = look.acts.size(); i > 0; --i) {
        const Act& serve = look.acts[i - 1];
        if (serve.type == "replace_party" && serve.data.text("reason") == "wrong_party") return nullptr;
        if (serve.type != "serve" || clocks::document_of(serve) != 37 ||
            serve.data.text("outcome") != "served")
            continue;
        if (const auto of = serve.data.integer("of")) return look.act_at(*of);
        for (auto j = i - 1; j > 0; --j)
            if (look.acts[j - 1].type == "approve_notice") return &look.acts[j - 1];
    }
    return nullptr;
}

bool heavier_kind(const Value& told, const Value& proposed, const Value& kind) {
    return kind.as_string() != nullptr && *kind.as_string() != "warning" &&
           !lists(told, "kinds", *kind.as_string()) &&
           !takes_place_of_heavier(told, proposed, *kind.as_string());
}

std::string what_is_heavier(const Value& told, const Value& proposed) {
    for (const auto& kind : proposed.list("kinds"))
        if (heavier_kind(told, proposed, kind)) return "增加了处罚种类";
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> sums{
        {{"fine", "罚款"}, {"gains", "没收违法所得"}, {"goods_value", "没收财物价值"}}
    };
    for (const auto& [name, label] : sums)
        if (money_in(proposed, name) > money_in(told, name) &&
            !sum_takes_place_of_heavier(told, proposed, name))
            return fmt::format("{}：原告知{}元，现拟{}元", label, money_in(told, name).str(),
                               money_in(proposed, name).str());
    return {};
}

// 行政处罚法 第四十五条第二款: told anew, heavier only for what came to light or for other law, never because
// the party spoke.
Finding heavier_without_new_facts(const Look& look) {
    const auto because = look.data().text("because");
    const auto* told = last_told(look);
    if (told == nullptr || because == "new_facts" || because == "changed_law") return std::nullopt;
    auto what = what_is_heavier(told->data["penalty"], look.data()["penalty"]);
    if (what.empty()) return std::nullopt;
    return Found{.code = "heavier_than_notice",
                 .detail = what + "，而没有发现新的事实或者变更适用依据",
                 .field = "because",
                 .cure = {"approve_notice"}};
}

// The re-check since the notice in force that ended so.
bool rechecked_as(const Look& look, std::string_view outcome) {
    const int notice = look.state.served_notice ? look.state.served_notice->n : 0;
    return std::ranges::any_of(look.state.answers, [&](const Answer& answer) {
        return answer.recheck > notice && answer.outcome == outcome;
    });
}

// 行政处罚法 第四十四条; 程序规定 第五十八条: the re-check found that the party has to be told anew.
Finding recheck_asks_new_notice(const Look& look) {
    if (!look.deciding_penalty() || !rechecked_as(look, "new_notice")) return std::nullopt;
    return Found{.code = "notice_not_served", .detail = "复核结论为重新告知"};
}

// 行政处罚法 第四十五条; 程序规定 第五十八条: the defence that was adopted stands.
Finding recheck_says_no_penalty(const Look& look) {
    if (!look.deciding_penalty() || !rechecked_as(look, "no_penalty")) return std::nullopt;
    return Found{
        .code = "heavier_than_notice",
        .detail = "复核结论为不予处罚",
        .field = "kind",
        .cure = {"decide", "approve_notice"}
    };
}

}  // namespace

std::vector<Guard> new_notice_guards() {
    return {
        {1, "notice_not_served",   {"decide"},         true,  recheck_asks_new_notice  },
        {7, "heavier_than_notice", {"decide"},         false, recheck_says_no_penalty  },
        {7, "heavier_than_notice", {"approve_notice"}, false, heavier_without_new_facts},
    };
}

}  // namespace procedure
