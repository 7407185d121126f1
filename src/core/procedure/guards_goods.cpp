#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "procedure/derived.hpp"
#include "procedure/guard.hpp"

namespace procedure {

namespace {

using base::Value;
using casefile::Act;

constexpr std::string_view lifted_first = "行政强制法 第二十八条; 程序规定 第四十二条";

bool names_item(const Value& holder, const Value& item) {
    return std::ranges::any_of(holder.list("items"),
                               [&](const Value& each) { return each.text("name") == item.text("name"); });
}

// What set goods free: a lifted seizure, whole or in part, or a lifted registration; goods already back with
// the party are free no more.
bool frees(const Look& look, const Act& act) {
    const auto of = act.data.integer("of").value_or(0);
    if (act.type == "lift_seizure") {
        const auto* seizure = look.state.seizure(of);
        if (seizure == nullptr || act.data.has("returned_on")) return false;
        // Some of its goods are disposed of, the rest may wait for it.
        if (seizure->state == "DISPOSED") return act.data.truth("all");
        return (!act.data.truth("all") || seizure->state == "LIFTED") &&
               !(seizure->ended && seizure->returned);
    }
    if (act.type != "resolve_preservation" || act.data.text("measure") != "lifted") return false;
    const auto* registration = look.state.registration(of);
    return registration != nullptr && !registration->returned;
}

// 行政处罚法 第七十五条第二款、行政复议法 第六十三条、行政诉讼法 第七十七条: by which act the decision came
// to confiscate nothing for good. One that is made again may confiscate them once more.
const Act* confiscation_fell(const Look& look) {
    const auto* decision = look.state.decision();
    if (decision == nullptr || (!decision->revoked && decision->confiscates_goods)) return nullptr;
    for (auto i = look.acts.size(); i > 0; --i) {
        const Act& act = look.acts[i - 1];
        if (act.n <= decision->n) break;
        if (act.type == "revoke_decision") return act.data.truth("redo") ? nullptr : &act;
        if (act.type != "end_reconsideration" && act.type != "end_suit") continue;
        const auto outcome = act.data.text("outcome");
        if (outcome == "revoked_redo") return nullptr;
        if (outcome == "revoked" || outcome == "void") return &act;
        if (outcome == "changed" && act.data.text("goods") == "returned") return &act;
    }
    // Decided again, and this time without the goods.
    return decision->revoked ? nullptr : look.act_at(decision->n);
}

bool was_confiscated(const Look& look, const Value& item) {
    return std::ranges::any_of(look.state.seizures, [&](const Measure& seizure) {
        const auto* taken = look.act_at(seizure.n);
        return seizure.state == "CONFISCATED" && !seizure.returned && taken != nullptr &&
               names_item(taken->data, item);
    });
}

// The act that freed this thing: as often as it was disposed of, another one.
const Act* freed_by(const Look& look, const Value& item) {
    auto disposed = std::ranges::count_if(look.acts, [&](const Act& act) {
        return act.type == "dispose_goods" && act.data.text("origin") != "confiscated" &&
               names_item(act.data, item);
    });
    for (const auto& act : look.acts) {
        if (!frees(look, act)) continue;
        const auto* listed = act.data.has("items") ? &act : look.act_at(act.data.integer("of").value_or(0));
        if (listed != nullptr && names_item(listed->data, item) && disposed-- == 0) return &act;
    }
    // 程序规定 第四十二条第三款: nobody comes for it, or nobody knows whose it is.
    const bool is_called_for = look.data().text("origin") == "unclaimed";
    return is_called_for && was_confiscated(look, item) ? confiscation_fell(look) : nullptr;
}

// What the decision names; one that says 没收 without a list is not counted, for what was held, sampled and
// returned says too little of what it took.
base::List confiscated(const Look& look, const Decision& decision) {
    const auto* decided = look.act_at(decision.n);
    return decided == nullptr ? base::List() : decided->data["penalty"].list("goods");
}

// How many of a thing of that name the lists hold; a quantity that is no whole number is not counted.
std::int64_t count_of(const base::List& items, std::string_view name) {
    std::int64_t sum = 0;
    for (const auto& item : items)
        if (item.text("name") == name) sum += item.integer("quantity").value_or(0);
    return sum;
}

std::int64_t disposed_before(const Look& look, const Decision& decision, std::string_view name) {
    std::int64_t sum = 0;
    for (const auto& act : look.acts)
        if (act.type == "dispose_goods" && act.n > decision.n && act.data.text("origin") == "confiscated")
            sum += count_of(act.data.list("items"), name);
    return sum;
}

// 行政处罚法 第七十四条: what is destroyed or sold as confiscated is what the decision confiscated, and no
// more of it.
Finding goods_not_confiscated(const Look& look, const Decision& decision) {
    const auto refused = [](std::string detail) {
        return Found{
            .code = "reference_invalid",
            .detail = std::move(detail),
            .field = "items",
            .cure = {"lift_seizure", "return_goods"},
            .basis = "行政处罚法 第七十四条; 程序规定 第四十二条"
        };
    };
    const auto taken = confiscated(look, decision);
    if (taken.empty()) return std::nullopt;
    for (const auto& item : look.data().list("items")) {
        const auto name = item.text("name");
        if (std::ranges::none_of(taken, [&](const Value& each) { return each.text("name") == name; }))
            return refused(fmt::format("决定没有没收{}", name));
        const auto of_all = count_of(taken, name);
        const auto now = count_of(look.data().list("items"), name);
        if (of_all > 0 && now + disposed_before(look, decision, name) > of_all)
            return refused(fmt::format("处理的{}多于决定没收的数量（{}）", name, of_all));
    }
    return std::nullopt;
}

// 行政处罚法 第七十四条; 程序规定 第四十二条: only what was confiscated, or freed and not taken back, is
// disposed of.
Finding goods_not_at_hand(const Look& look) {
    const auto origin = look.data().text("origin");
    if (origin == "confiscated") {
        const auto* decision = look.state.decision();
        if (decision == nullptr || decision->revoked) return std::nullopt;
        if (decision->confiscates_goods) return goods_not_confiscated(look, *decision);
        return Found{
            .code = "reference_invalid",
            .detail = "决定没有没收财物",
            .field = "origin",
            .cure = {"lift_seizure", "return_goods", "serve"},
            .basis = "行政处罚法 第七十四条; 程序规定 第四十二条"
        };
    }
    const auto& items = look.data().list("items");
    if (std::ranges::all_of(items, [&](const Value& item) { return freed_by(look, item) != nullptr; }))
        return std::nullopt;
    return Found{
        .code = "reference_invalid",
        .detail = "这些物品没有解除强制措施，或者已经退还",
        .field = "items",
        .cure = {"lift_seizure", "resolve_preservation"},
        .basis = std::string(lifted_first)
    };
}

bool calls_owner(const Act& act, const Act& freed) {
    if (act.type != "serve" || act.n < freed.n || act.data.text("method") != "public_notice" ||
        act.data.text("outcome") != "served")
        return false;
    const auto document = clocks::document_of(act);
    const bool of_goods = document == 20 || document == 23 || document == 24 || document == 51;
    return of_goods && act.data.integer("of").value_or(freed.n) == freed.n;
}

// 程序规定 第四十二条第三款、第八十二条第（五）项: called by public notice, and nobody came in its thirty
// days.
Finding still_called(const Look& look, const Act* freed) {
    if (freed == nullptr) return std::nullopt;
    const auto call =
        std::ranges::find_if(look.acts, [&](const Act& act) { return calls_owner(act, *freed); });
    const auto ends = call == look.acts.end() ? std::nullopt : clocks::service_day(*call);
    if (!ends)
        return Found{.code = "owner_consent_missing",
                     .detail = "没有公告通知领取",
                     .field = "origin",
                     .cure = {"serve"},
                     .basis = "程序规定 第四十二条第三款、第八十二条第（五）项"};
    if (look.on > *ends) return std::nullopt;
    return Found{.code = "owner_consent_missing",
                 .detail = fmt::format("领取公告于{}期满", ends->chinese()),
                 .field = "origin",
                 .open_from = ends->plus_days(1),
                 .cure = {"return_goods"},
                 .basis = "程序规定 第四十二条第三款、第八十二条第（五）项"};
}

Finding unclaimed_before_the_call_ended(const Look& look) {
    if (look.data().text("origin") != "unclaimed") return std::nullopt;
    for (const auto& item : look.data().list("items"))
        if (auto found = still_called(look, freed_by(look, item))) return found;
    return std::nullopt;
}

// 行政强制法 第二十八条; 程序规定 第四十二条: what a lifted measure held goes back; it is disposed of where
// its owner wants it so in writing, or where the law does not let it back.
Finding not_the_owners_wish(const Look& look) {
    if (look.data().text("origin") != "lifted") return std::nullopt;
    const bool is_said = look.data().has("owner");
    if (is_said && !base::is_blank(look.data().text("owner_ground"))) return std::nullopt;
    return Found{
        .code = "owner_consent_missing",
        .detail = "解除强制措施的物品应当退还",
        .field = is_said ? "owner_ground" : "owner",
        .cure = {"return_goods", "self"},
        .basis = std::string(lifted_first)
    };
}

bool partly_lifted(const Look& look, int seizure) {
    return std::ranges::any_of(look.acts, [&](const Act& act) {
        return act.type == "lift_seizure" && act.data.integer("of") == seizure && !act.data.truth("all");
    });
}

// 行政强制法 第二十八条: goods go back because the measure was lifted; returning them alone ends no measure.
Finding returned_before_lifted(const Look& look) {
    const auto* of = look.act_at(look.of());
    if (of == nullptr) return std::nullopt;
    const bool through = of->type == "lift_seizure" || of->type == "resolve_preservation";
    const auto n = through ? of->data.integer("of").value_or(0) : std::int64_t{of->n};
    const auto refused = [](std::string detail, std::vector<std::string> cure) {
        return Found{.code = "reference_invalid",
                     .detail = std::move(detail),
                     .field = "of",
                     .cure = std::move(cure),
                     .basis = std::string(lifted_first)};
    };
    if (const auto* seizure = look.state.seizure(n); seizure != nullptr) {
        const auto* decision = look.state.decision();
        // 行政处罚法 第七十五条第二款: what a decision that fell or was changed confiscated goes back.
        const bool confiscates = decision != nullptr && !decision->revoked && decision->confiscates_goods;
        if (seizure->state == "CONFISCATED" && confiscates)
            return refused("物品已经决定没收", {"dispose_goods"});
        if (seizure->state == "DISPOSED") return refused("物品已经处理", {});
        if (!seizure->ended && !partly_lifted(look, seizure->n))
            return refused("查封、扣押尚未解除", {"lift_seizure"});
    }
    if (const auto* registration = look.state.registration(n);
        registration != nullptr && !registration->ended &&
        !registration_lapsed(*registration, look.on, look.rules))
        return refused("先行登记保存尚未解除", {"resolve_preservation"});
    return std::nullopt;
}

// 程序规定 第三十五条: sent to a test, seized or confiscated by an act of its own that came after.
Finding resolved_by_no_act(const Look& look) {
    static constexpr std::pair<std::string_view, std::string_view> acts[] = {
        {"sent_to_test", "commission_test"},
        {"seized",       "seize"          },
        {"confiscated",  "decide"         }
    };
    const auto* row = std::ranges::find(acts, look.data().text("measure"),
                                        &std::pair<std::string_view, std::string_view>::first);
    if (row == std::ranges::end(acts)) return std::nullopt;
    const std::string wanted(row->second);
    if (!look.data().has("by_act"))
        return Found{.code = "element_missing",
                     .detail = "应当写明采取这一措施的行为",
                     .field = "by_act",
                     .cure = {wanted},
                     .basis = "程序规定 第三十五条"};
    const auto* by = look.act_at(look.of("by_act"));
    const bool confiscates =
        wanted != "decide" || (by != nullptr && lists(by->data, "penalty.kinds", "confiscate_goods"));
    if (by != nullptr && by->type == wanted && by->n > look.of() && confiscates) return std::nullopt;
    return Found{.code = "reference_invalid",
                 .detail = "所指的行为没有采取这一措施，或者在登记保存之前",
                 .field = "by_act",
                 .cure = {wanted},
                 .basis = "程序规定 第三十五条"};
}

// 行政强制法 第二十五条第三款; 程序规定 第三十八条第三款: only the time of a test is left out, as long as it
// was commissioned for.
Finding test_period_unbounded(const Look& look) {
    const auto* seizure = look.act_at(look.of());
    const auto* commission = look.act_at(look.of("commission"));
    const auto from = date_in(look.data(), "from"), to = date_in(look.data(), "to");
    if (seizure == nullptr || commission == nullptr || !from || !to) return std::nullopt;
    const auto refused = [](std::string detail, std::string field) {
        return Found{.code = "seizure_too_long",
                     .detail = std::move(detail),
                     .field = std::move(field),
                     .cure = {"announce_test_period"},
                     .basis = "行政强制法 第二十五条第三款; 程序规定 第三十八条第三款"};
    };
    if (commission->data.text("kind") == "rightsholder")
        return refused("权利人辨认的时间不能扣除", "commission");
    const auto first = std::max(seizure->at.date(), commission->at.date());
    if (*from < first) return refused(fmt::format("查封、扣押和委托不早于{}", first.chinese()), "from");
    const auto due = date_in(commission->data, "due");
    if (due && *to > *due) return refused(fmt::format("委托于{}到期", due->chinese()), "to");
    return std::nullopt;
}

// 程序规定 第三十三条第二款、第三十六条第二款: what went first is approved or refused, once.
Finding urgent_decided_before(const Look& look) {
    const auto* seizure = look.state.seizure(look.of());
    const auto* measure = seizure != nullptr ? seizure : look.state.registration(look.of());
    if (measure == nullptr || (measure->urgent && !measure->urgent_approved)) return std::nullopt;
    return Found{
        .code = "reference_invalid",
        .detail = measure->urgent ? "负责人已经作出决定" : "该措施不是紧急采取的",
        .field = "of",
        .cure = {"lift_seizure", "resolve_preservation"}
    };
}

// 行政强制法 第十八条第（九）项: the witness is somebody, and signs.
Finding witness_unnamed(const Look& look) {
    if (look.data().text("present") != "witness" || look.data().has("witness")) return std::nullopt;
    return Found{.code = "element_missing",
                 .detail = "当事人不到场的，应当写明见证人",
                 .field = "witness",
                 .basis = "行政强制法 第十八条"};
}

// 程序规定 第四十一条第三款: the call to an unknown owner lasts some days; how many the law leaves open.
Finding called_too_shortly(const Look& look) {
    const auto from = date_in(look.data(), "announced_on"), until = date_in(look.data(), "announced_until");
    if (look.data().text("owner") != "unknown" || !from || !until) return std::nullopt;
    const auto least = look.rules.clocks.limit("EARLY_DISPOSAL_CALL", *from);
    if (*until >= least) return std::nullopt;
    return Found{.code = "owner_consent_missing",
                 .detail = fmt::format("公告至少到{}", least.chinese()),
                 .field = "announced_until",
                 .open_from = least};
}

}  // namespace

std::vector<Guard> goods_guards() {
    return {
        {9,   "element_missing",       {"resolve_preservation"}, false, resolved_by_no_act             },
        {10,  "seizure_too_long",      {"announce_test_period"}, false, test_period_unbounded          },
        {99,  "reference_invalid",     {"approve_urgent"},       false, urgent_decided_before          },
        {99,  "reference_invalid",     {"dispose_goods"},        false, goods_not_at_hand              },
        {99,  "reference_invalid",     {"return_goods"},         false, returned_before_lifted         },
        {124, "element_missing",       {"seize"},                false, witness_unnamed                },
        {129, "owner_consent_missing", {"early_disposal"},       false, called_too_shortly             },
        {129, "owner_consent_missing", {"dispose_goods"},        false, unclaimed_before_the_call_ended},
        {129, "owner_consent_missing", {"dispose_goods"},        false, not_the_owners_wish            },
    };
}

}  // namespace procedure
