#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "procedure/heard.hpp"

namespace procedure {

namespace {

using base::Value;

bool to_decide_together(const Look& look) {
    return look.type.id == "panel_discuss" && look.data().text("purpose") == "decision";
}

bool deciding(const Look& look) {
    return look.deciding_penalty() || (to_decide_together(look) && look.state.proposes == "penalty");
}

// 程序规定 第五十条第二款: after the hearing was held, whether it was reported or ended otherwise. While it
// goes on there is nothing to review yet.
Finding legal_review(const Look& look) {
    if (!deciding(look) || !needs_legal_review(look) || look.state.hearing.open()) return std::nullopt;
    const ReviewRequest* last = nullptr;
    for (const auto& review : look.state.reviews)
        if (review.legal && review.review != 0) last = &review;
    if (last == nullptr) return Found{.code = "legal_review_missing"};
    if (!last->agreed) return Found{.code = "legal_review_not_passed"};
    const auto* held = look.last("hold_hearing");
    const auto until = held == nullptr ? std::nullopt : instant_in(held->data, "to");
    if (until && last->reviewed_at && *last->reviewed_at < *until)
        return Found{.code = "legal_review_before_hearing_end"};
    return std::nullopt;
}

// 程序规定 第四十八条至第五十条、第五十六条: new facts and another law are reviewed before they are decided
// on.
Finding new_facts_unreviewed(const Look& look) {
    if (!deciding(look) || !told_unreviewed(look)) return std::nullopt;
    return Found{.code = needs_legal_review(look) ? "legal_review_missing" : "review_missing",
                 .detail = "重新告知的新的事实或者适用依据没有经过审核"};
}

const Panel* last_on_the_decision(const State& state) {
    const Panel* last = nullptr;
    for (const auto& panel : state.panels)
        if (panel.purpose == "decision") last = &panel;
    return last;
}

// 行政处罚法 第五十七条第二款: the leaders discuss the file as it stands, with what the party said since the
// notice, what was heard and what the review found.
int last_word(const State& state) {
    const auto& hearing = state.hearing;
    int last = std::max({state.served_notice ? state.served_notice->service : 0, hearing.held, hearing.ended,
                         hearing.report});
    for (const auto& answer : state.answers) last = std::max({last, answer.n, answer.recheck});
    for (const auto& review : state.reviews) last = std::max(last, review.review);
    return last;
}

// 行政处罚法 第五十七条第二款; 程序规定 第六十条第二款
Finding panel_missing(const Look& look) {
    if (!look.deciding_penalty() || !needs_legal_review(look) || look.state.hearing.open())
        return std::nullopt;
    const auto* last = last_on_the_decision(look.state);
    const bool agreed = last != nullptr && (last->result == "agree" || last->result == "change");
    if (agreed && last->n > last_word(look.state)) return std::nullopt;
    return Found{.code = "panel_missing",
                 .detail = agreed ? "集体讨论在告知、听证、审核或者复核当事人意见之前进行" : ""};
}

// 程序规定 第五十条第二款、第六十条第二款; acts.md §2.2: the decision is discussed when nothing but it is
// left to do.
Finding panel_before_its_time(const Look& look) {
    if (!to_decide_together(look) || look.main == MainState::decision_pending ||
        look.main == MainState::panel_pending || look.main == MainState::suspended ||
        look.main >= MainState::decided)
        return std::nullopt;
    if (look.main == MainState::hearing)
        return Found{.code = "hearing_open", .field = "purpose", .cure = next_of_hearing(look.state.hearing)};
    StateSet pending;
    pending.add(MainState::decision_pending);
    pending.add(MainState::panel_pending);
    auto way = look.table.way(look.main, pending);
    if (way.size() > 1) way.resize(1);
    return Found{.code = "act_not_open",
                 .detail = fmt::format("当前阶段为“{}”，处罚决定在待作出决定时讨论",
                                       look.table.state_label(look.main)),
                 .field = "purpose",
                 .cure = std::move(way),
                 .basis = "行政处罚法 第五十七条第二款; 程序规定 第六十条第二款"};
}

bool is_lighter(const Value& told, const Value& decided) {
    for (const std::string_view sum : {"fine", "gains", "goods_value"})
        if (money_in(decided, sum) < money_in(told, sum)) return true;
    if (told["goods"] != decided["goods"]) return true;
    return std::ranges::any_of(told.list("kinds"), [&](const Value& kind) {
        return kind.as_string() != nullptr && !lists(decided, "kinds", *kind.as_string());
    });
}

// 行政处罚法 第五十七条第二款: what the leaders found together since the party was told is what is decided.
Finding against_the_panel(const Look& look) {
    const auto* last = last_on_the_decision(look.state);
    if (!look.deciding_penalty() || look.probe || last == nullptr || !look.state.served_notice ||
        last->n < look.state.served_notice->service)
        return std::nullopt;
    const auto refused = [](std::string detail, std::string field) {
        return Found{
            .code = "panel_missing",
            .detail = std::move(detail),
            .field = std::move(field),
            .cure = {"decide", "panel_discuss"}
        };
    };
    if (last->result == "no_penalty") return refused("集体讨论的结果为不予处罚", "kind");
    const auto* notice = look.act_at(look.state.served_notice->n);
    if (last->result != "change" || notice == nullptr ||
        is_lighter(notice->data["penalty"], look.data()["penalty"]))
        return std::nullopt;
    return refused("集体讨论的结果为变更处罚内容，拟作出的处罚与告知的相同", "penalty");
}

// acts.md §2: the decision revoked is the standing one; a panel that decided it has to revoke it.
Finding revoke_by_panel(const Look& look) {
    if (last_on_the_decision(look.state) == nullptr) return std::nullopt;
    if (!look.data().has("panel")) return Found{.code = "panel_missing", .field = "panel"};
    const auto* panel = look.act_at(look.of("panel"));
    if (panel == nullptr) return std::nullopt;
    const auto result = panel->data.text("result");
    if (panel->n > look.of() && panel->data.text("purpose") == "other" && result == "agree")
        return std::nullopt;
    return Found{.code = "panel_missing", .detail = "应当由决定以后同意撤销的集体讨论决定", .field = "panel"};
}

// The notice before that one, since the last report; 0: it was the first.
int notice_before(const Look& look, int notice) {
    int before = 0;
    for (const auto& act : look.acts)
        if (act.type == "approve_notice" && act.n > look.state.report && act.n < notice) before = act.n;
    return before;
}

}  // namespace

// 程序规定 第五十条第一款第（二）项: also when the party was notified anew after the hearing.
bool needs_legal_review(const Look& look) {
    return look.state.legal_grounds || was_heard(look);
}

bool told_unreviewed(const Look& look) {
    const auto* notice = look.state.served_notice ? look.act_at(look.state.served_notice->n) : nullptr;
    if (notice == nullptr) return false;
    const auto because = notice->data.text("because");
    if (because != "new_facts" && because != "changed_law") return false;
    // The first notice of a report rests on the review of that report.
    const int before = notice_before(look, notice->n);
    if (before == 0) return false;
    // What came back to the review was reviewed with what had come to light.
    const auto* returned = look.last("return");
    const int since =
        returned != nullptr && returned->n > before && returned->n < notice->n ? returned->n : notice->n;
    const bool legal = needs_legal_review(look);
    return std::ranges::none_of(look.state.reviews, [&](const ReviewRequest& review) {
        return review.agreed && review.review > since && (review.legal || !legal);
    });
}

std::vector<Guard> panel_guards() {
    return {
        {2, "review_missing",       {"decide", "panel_discuss"}, true,  new_facts_unreviewed },
        {3, "legal_review_missing", {"decide", "panel_discuss"}, true,  legal_review         },
        {4, "panel_missing",        {"decide"},                  true,  panel_missing        },
        {4, "panel_missing",        {"decide"},                  false, against_the_panel    },
        {4, "act_not_open",         {"panel_discuss"},           true,  panel_before_its_time},
        {4, "panel_missing",        {"revoke_decision"},         false, revoke_by_panel      },
    };
}

}  // namespace procedure
