#include "clocks/performance.hpp"

#include <algorithm>
#include <ranges>

#include "clocks/book.hpp"
#include "clocks/clocks.hpp"

namespace clocks {

namespace {

using Acts = std::span<const casefile::Act>;

bool takes_decision_away(const casefile::Act& act) {
    const auto outcome = act.data.text("outcome");
    return act.type == "revoke_decision" ||
           ((act.type == "end_reconsideration" || act.type == "end_suit") &&
            (outcome == "revoked" || outcome == "revoked_redo" || outcome == "void"));
}

const casefile::Act* last_penalty(Acts acts) {
    for (const auto& act : std::views::reverse(acts)) {
        if (takes_decision_away(act)) return nullptr;
        if (act.type == "decide_on_spot" || (act.type == "decide" && act.data.text("kind") == "penalty"))
            return &act;
    }
    return nullptr;
}

// 行政复议法 第六十三条; 行政诉讼法 第七十七条: changed by the reconsideration body or by the court.
bool changes_decision(const casefile::Act& act) {
    return act.data.text("outcome") == "changed" &&
           (act.type == "end_reconsideration" || (act.type == "end_suit" && act.data.truth("final")));
}

struct Done {
    base::Date on;
    int by = 0;
};

std::optional<Done> service_of(Acts acts, const casefile::Act& decision) {
    if (decision.type == "decide_on_spot") return Done{decision.at.date(), decision.n};
    for (const auto& act : acts)
        if (document_of(act) == 45 && act.n > decision.n)
            if (const auto day = service_day(act)) return Done{*day, act.n};
    return {};
}

base::Money sum_in(const base::Value& data, std::string_view field) {
    const auto sum = base::Money::parse(data.text(field));
    return sum ? *sum : base::Money();
}

bool dunned(Acts acts, const casefile::Act& dun) {
    return std::ranges::any_of(acts, [&](const casefile::Act& act) {
        const auto named = act.data.integer("of");
        return act.n > dun.n && document_of(act) == 48 && service_day(act) && (!named || *named == dun.n);
    });
}

// 行政处罚法 第七十二条; 行政强制法 第四十二条、第四十五条: the agency may add the late fee; it is owed once
// a letter that reached the party or the application to the court names the sum, less what an agreement
// remits.
base::Money late_fee_asked(Acts acts, int decide_act) {
    base::Money asked;
    for (const auto& act : acts) {
        if (act.n <= decide_act) continue;
        if (act.type == "apply_court" || (act.type == "dun" && dunned(acts, act)))
            asked = sum_in(act.data, "late_fee");
        if (act.type == "agree_enforcement")
            asked = asked - std::min(asked, sum_in(act.data, "late_fee_cut"));
    }
    return asked;
}

// 行政处罚法 第六十七条至第六十九条: payments in their order, until both sums are in.
void count_money(Acts acts, Performance& done, int served_by, std::optional<Done>& late_fee) {
    const auto all_in = [&] { return done.fine_paid >= done.fine_due && done.gains_paid >= done.gains_due; };
    if (all_in()) {
        done.money_in_on = done.served_on;
        done.money_in_by = served_by;
    }
    for (const auto& act : acts) {
        if (act.n <= done.decide_act || (act.type != "pay" && act.type != "collect_on_spot")) continue;
        const auto item = act.type == "pay" ? act.data.text("item") : std::string_view("fine");
        if (item == "fine") done.fine_paid += sum_in(act.data, "sum");
        if (item == "gains") done.gains_paid += sum_in(act.data, "sum");
        if (item == "late_fee") done.late_fee_paid += sum_in(act.data, "sum");
        if (!done.fine_in_on && done.fine_paid >= done.fine_due) done.fine_in_on = date_of(act, "paid_on");
        if (item == "late_fee" && done.late_fee_paid >= done.late_fee_due && !late_fee)
            late_fee = Done{date_of(act, "paid_on"), act.n};
        if (!done.money_in_on && all_in()) {
            done.money_in_on = date_of(act, "paid_on");
            done.money_in_by = act.n;
        }
    }
}

bool is_held_by_seizure(Acts acts, base::Date day) {
    for (const auto& act : acts) {
        if (act.type != "seize" || act.at.date() > day) continue;
        const bool gone = std::ranges::any_of(acts, [&](const casefile::Act& other) {
            return other.type == "lift_seizure" && other.data.truth("all") &&
                   number_in(other.data, "of") == act.n && other.at.date() <= day;
        });
        if (!gone) return true;
    }
    return false;
}

std::string_view item_of(std::string_view kind) {
    if (kind == "confiscate_goods") return "goods";
    if (kind == "suspend_licence" || kind == "lower_qualification" || kind == "revoke_licence")
        return "licence";
    if (kind == "restrict_business" || kind == "suspend_business" || kind == "close_down")
        return "suspend_business";
    if (kind == "practice_ban" || kind == "other") return kind;
    return {};  // a warning or public criticism is done by service, money is counted apart
}

std::optional<Done> item_done(Acts acts, int decide_act, const Done& served, std::string_view item) {
    if (item == "goods" && is_held_by_seizure(acts, served.on)) return served;
    for (const auto& act : acts) {
        if (act.n <= decide_act) continue;
        if (act.type == "record_performance" && act.data.text("item") == item)
            return Done{date_of(act, "done_on"), act.n};
        if (item == "goods" && act.type == "dispose_goods" && act.data.text("origin") == "confiscated")
            return Done{act.at.date(), act.n};
    }
    return {};
}

bool gives_goods_back(Acts acts, int decide_act) {
    return std::ranges::any_of(acts, [&](const casefile::Act& act) {
        return act.n > decide_act && changes_decision(act) && act.data.text("goods") == "returned";
    });
}

void count_items(Acts acts, const base::Value& penalty, const Done& served,
                 const std::optional<Done>& late_fee, Performance& done) {
    Done last = served;
    const auto later = [&](const Done& item) {
        if (item.on > last.on) last = item;
    };
    for (const auto& kind : penalty.list("kinds")) {
        const auto item = item_of(kind.as_string() ? *kind.as_string() : "");
        if (item.empty() || (item == "goods" && gives_goods_back(acts, done.decide_act))) continue;
        if (const auto one = item_done(acts, done.decide_act, served, item))
            later(*one);
        else
            done.open_items.emplace_back(item);
    }
    if (!done.open_items.empty() || !done.money_in_on || done.late_fee_rest() > base::Money()) return;
    later({*done.money_in_on, done.money_in_by});
    if (late_fee && done.late_fee_due > base::Money()) later(*late_fee);
    done.performed_on = last.on;
    done.performed_by = last.by;
}

}  // namespace

base::Money Performance::late_fee_rest() const {
    return late_fee_due - std::min(late_fee_due, late_fee_paid);
}

std::optional<Performance> performance(Acts accepted) {
    const auto* decision = last_penalty(accepted);
    if (!decision) return {};
    const auto& penalty = decision->data["penalty"];
    const auto served = service_of(accepted, *decision);
    Performance done{.decide_act = decision->n};
    if (served) done.served_on = served->on;
    if (lists(penalty, "kinds", "fine")) done.fine_due = sum_in(penalty, "fine");
    if (lists(penalty, "kinds", "confiscate_gains")) done.gains_due = sum_in(penalty, "gains");
    for (const auto& act : accepted) {
        if (act.n <= decision->n || !changes_decision(act)) continue;
        if (act.data.has("fine")) done.fine_due = sum_in(act.data, "fine");
        if (act.data.has("gains")) done.gains_due = sum_in(act.data, "gains");
    }
    done.late_fee_due = late_fee_asked(accepted, decision->n);
    std::optional<Done> late_fee;
    count_money(accepted, done, served ? served->by : 0, late_fee);
    if (!served) return done;
    count_items(accepted, penalty, *served, late_fee, done);
    // 程序规定 第七十七条第一款: the court's enforcement ends the performance too.
    for (const auto& act : accepted)
        if (!done.performed_on && act.type == "court_ruling" && act.data.text("outcome") == "enforced") {
            done.performed_on = date_of(act, "on");
            done.performed_by = act.n;
        }
    return done;
}

}  // namespace clocks
