#include <fmt/format.h>

#include <algorithm>

#include "procedure/derived.hpp"
#include "procedure/guard.hpp"

namespace procedure {

namespace {

// What the police or the court said last of this referral.
std::string_view outcome_of(const Look& look, const Referral& referral) {
    const auto* act = look.act_at(referral.police);
    return act != nullptr ? act->data.text("outcome") : std::string_view();
}

// procedure.md K-11: some referral that was sent was neither given back nor judged.
bool held_by_criminal_side(const Look& look) {
    return std::ranges::any_of(look.state.referrals, [&](const Referral& referral) {
        return referral.sent != 0 && referral.state != "POLICE_REFUSED" &&
               !outcome_of(look, referral).starts_with("court_");
    });
}

// 移送规定 第五条: the principal leader or whoever acts for him; a deputy may not.
Finding referral_needs_chief(const Look& look) {
    const bool chief =
        std::ranges::any_of(look.act.by, [&](const std::string& id) { return look.acts_as(id, "CHIEF"); });
    if (chief) return std::nullopt;
    return Found{.code = "referral_needs_chief", .field = "by"};
}

// 移送规定 第十一条; 行政处罚法 第二十七条: no fine in place of the referral.
Finding penalty_instead_of_referral(const Look& look) {
    const auto* referral = running_referral(look.state);
    if (!look.deciding_fine() || referral == nullptr || referral->sent != 0) return std::nullopt;
    return Found{.code = "penalty_instead_of_referral"};
}

// 行政处罚法 第三十五条第二款
Finding fine_after_court_fine(const Look& look) {
    const auto fined = [&](const Referral& referral) { return outcome_of(look, referral) == "court_fine"; };
    if (look.deciding_fine() && std::ranges::any_of(look.state.referrals, fined))
        return Found{.code = "fine_after_court_fine"};
    return std::nullopt;
}

// procedure.md K-11 [design]: no new fine while police, procuratorate or court hold the case.
Finding criminal_side_holds_case(const Look& look) {
    if (!look.deciding_fine() || !held_by_criminal_side(look)) return std::nullopt;
    return Found{.code = "criminal_side_holds_case"};
}

// procedure.md K-11 [design]: another penalty than a fine meanwhile only after legal review.
Finding beside_prosecution_unreviewed(const Look& look) {
    if (look.probe || !look.deciding_penalty() || look.deciding_fine() || !held_by_criminal_side(look))
        return std::nullopt;
    const bool passed = std::ranges::any_of(
        look.state.reviews, [](const ReviewRequest& each) { return each.legal && each.agreed; });
    if (passed) return std::nullopt;
    return Found{.code = "legal_review_missing", .detail = "案件已经移送司法机关"};
}

// 移送规定 第八条至第十条; 行政处罚法 第三十五条第二款: what the court has decided is not undone by a letter
// of the police, and a case is dropped or tried only after it was filed. A court undoes it by another
// judgment (刑事诉讼法 第二百三十六条). Each referral goes its own way.
Finding police_decision_out_of_turn(const Look& look) {
    const auto now = look.data().text("outcome");
    const auto sent = std::ranges::find_if(look.state.referrals.rbegin(), look.state.referrals.rend(),
                                           [](const Referral& referral) { return referral.sent != 0; });
    const auto before = sent == look.state.referrals.rend() ? std::string_view() : outcome_of(look, *sent);
    const bool tried = before == "court_fine" || before == "court_no_fine";
    const bool again = before == "not_filed" || before == "dropped";
    const bool acquitted = now == "court_no_fine" && look.data().has("judgment");
    const bool late = tried && !(before == "court_no_fine" ? now == "court_fine" : acquitted);
    if (!late && !(again && (now == "court_fine" || now == "court_no_fine" || now == "dropped")) &&
        !(before == "filed" && (now == "filed" || now == "not_filed")))
        return std::nullopt;
    return Found{.code = "act_not_open",
                 .detail = late ? "人民法院已经作出判决，二审、再审改判的应当写明判决书文号"
                                : "与已经记录的公安机关决定不符",
                 .field = "outcome"};
}

const Referral* of_act(const State& state, std::int64_t n) {
    for (const auto& referral : state.referrals)
        if (n != 0 && (referral.n == n || referral.decision == n || referral.sent == n)) return &referral;
    return nullptr;
}

// 行政处罚法 第五十七条第一款第（四）项; 移送规定 第五条: the decision to transfer a crime is carried out by
// the referral that was sent.
Finding judicial_without_referral(const Look& look) {
    if (look.probe || look.data().text("kind") != "judicial") return std::nullopt;
    const auto sent = [](const Referral& referral) { return referral.sent != 0; };
    const auto* named = of_act(look.state, look.of("refers"));
    const bool there = look.data().has("refers") ? named != nullptr && sent(*named)
                                                 : std::ranges::any_of(look.state.referrals, sent);
    if (there) return std::nullopt;
    return Found{
        .code = "reference_invalid",
        .detail = "案件尚未移送司法机关",
        .field = "refers",
        .cure = {"propose_referral", "decide_referral", "send_referral"},
        .basis = "行政处罚法 第五十七条; 移送规定 第五条"
    };
}

// 移送规定 第十二条; 行政强制法 第二十一条: the goods follow the case to the police, they do not go before
// it.
Finding goods_before_the_referral(const Look& look) {
    const auto goes = [](const Referral& referral) {
        return referral.state == "REFERRAL_APPROVED" || referral.state == "REFERRED" ||
               referral.state == "POLICE_FILED";
    };
    if (std::ranges::any_of(look.state.referrals, goes)) return std::nullopt;
    // 程序规定 第十四条: to whichever office the case went.
    if (look.main == MainState::transferred || look.main == MainState::clue_transferred) return std::nullopt;
    return Found{
        .code = "act_not_open",
        .detail = "案件没有经批准移送司法机关",
        .cure = {"propose_referral", "decide_referral"},
        .basis = "移送规定 第十二条; 行政强制法 第二十一条"
    };
}

// 刑事诉讼法 第一百七十七条第三款: an answer goes to whoever sent the case back.
Finding answers_no_referral(const Look& look) {
    const auto* received = look.act_at(look.of());
    if (received == nullptr || received->type == "receive_reverse_referral" ||
        received->data.text("source") == "reverse_referral")
        return std::nullopt;
    return Found{.code = "reference_invalid", .detail = "所指的案源不是反向移送", .field = "of"};
}

// 移送规定 第九条
Finding objection_late(const Look& look) {
    const auto clock = look.clock("REF_OBJECT");
    const auto sent = date_in(look.data(), "sent_on").value_or(look.on);
    if (!clock || clocks::is_in_time(*clock, sent)) return std::nullopt;
    return Found{.code = "objection_late",
                 .detail = fmt::format("期限于{}届满", clock->due.chinese()),
                 .field = "sent_on"};
}

}  // namespace

std::vector<Guard> crime_guards() {
    return {
        {17,  "referral_needs_chief",        {"decide_referral"},          false, referral_needs_chief         },
        {17,  "penalty_instead_of_referral", {"decide", "decide_on_spot"}, true,  penalty_instead_of_referral  },
        {17,  "fine_after_court_fine",       {"decide", "decide_on_spot"}, true,  fine_after_court_fine        },
        {17,  "criminal_side_holds_case",    {"decide", "decide_on_spot"}, true,  criminal_side_holds_case     },
        {3,   "legal_review_missing",        {"decide"},                   false, beside_prosecution_unreviewed},
        {98,  "act_not_open",                {"police_decision"},          false, police_decision_out_of_turn  },
        {99,  "reference_invalid",           {"decide"},                   false, judicial_without_referral    },
        {98,  "act_not_open",                {"hand_over_goods"},          true,  goods_before_the_referral    },
        {99,  "reference_invalid",           {"answer_reverse_referral"},  false, answers_no_referral          },
        {164, "objection_late",              {"object_police_decision"},   false, objection_late               },
    };
}

}  // namespace procedure
