#include <fmt/format.h>

#include "procedure/derived.hpp"
#include "procedure/guard.hpp"

namespace procedure {

namespace {

// 程序规定 第二十一条第二款: told at the first contact; later acts of the same case need not repeat it.
Finding rights_not_told(const Look& look) {
    const auto* told = look.data()["rights_told"].as_bool();
    if (told != nullptr && !*told && !look.state.rights_told)
        return Found{.code = "rights_not_told", .field = "rights_told"};
    return std::nullopt;
}

// 程序规定 第四十三条
Finding signature_without_media(const Look& look) {
    const auto signature = look.data().text("signature");
    if ((signature == "refused" || signature == "absent") && look.data().list("media").empty())
        return Found{.code = "signature_without_media", .field = "media"};
    return std::nullopt;
}

// 程序规定 第四十四条: these records are accompanied by pictures or sound, or say why not.
Finding media_missing(const Look& look) {
    if (look.data().list("media").empty() && !look.data().has("no_media_reason"))
        return Found{.code = "media_missing", .field = "media"};
    return std::nullopt;
}

// 程序规定 第二十九条: every page is signed.
Finding pages_unsigned(const Look& look) {
    const auto pages = look.data().integer("pages");
    const auto signed_pages = look.data().integer("pages_signed");
    if (look.data().text("signature") != "signed" || !pages || !signed_pages ||
        (*pages == *signed_pages && *pages > 0))
        return std::nullopt;
    return Found{.code = "pages_unsigned",
                 .detail = fmt::format("笔录{}页，签名{}页", *pages, *signed_pages),
                 .field = "pages_signed"};
}

// 程序规定 第二十四条
Finding copy_note_missing(const Look& look) {
    const auto* original = look.data()["original"].as_bool();
    if (original != nullptr && !*original && !look.data().truth("copy_note"))
        return Found{.code = "copy_note_missing", .field = "copy_note"};
    return std::nullopt;
}

// 程序规定 第三十一条
Finding remote_purchase_not_filmed(const Look& look) {
    if (look.data().truth("remote") && !look.data().truth("filmed"))
        return Found{.code = "remote_purchase_not_filmed", .field = "filmed"};
    return std::nullopt;
}

// 程序规定 第三十二条: another capable body only where no qualified one exists; a rights holder needs no
// qualification.
Finding body_not_qualified(const Look& look) {
    if (look.data().text("kind") == "rightsholder" || look.data().truth("qualified") ||
        look.data().truth("no_qualified_body"))
        return std::nullopt;
    return Found{.code = "body_not_qualified", .field = "qualified"};
}

Finding gains_amount(const Look& look) {
    if (look.data().truth("uncomputable") || look.data().has("amount")) return std::nullopt;
    return Found{.code = "element_missing", .detail = "违法所得金额", .field = "amount"};
}

Finding correction_due(const Look& look) {
    if (look.data().text("mode") == "by_date" && !look.data().has("due"))
        return Found{.code = "element_missing", .detail = "限期改正应当写明改正期限", .field = "due"};
    return std::nullopt;
}

// 程序规定 第五十九条: the party is heard first, on the notice that names the sum.
Finding refund_before_hearing_party(const Look& look) {
    if (look.state.served_notice &&
        (!look.state.answers.empty() || waived(look.state) || look.main == MainState::decision_pending ||
         look.main == MainState::panel_pending || look.main == MainState::post_hearing_review))
        return std::nullopt;
    return Found{.code = "refund_before_hearing_party"};
}

// Goods found with nobody, an owner still to be found out: there is nobody to call yet.
bool nobody_to_call(const Look& look) {
    return look.party.code.empty() && look.party.id_no.empty() && look.last("record_party") == nullptr;
}

// 程序规定 第二十八条、第四十三条: the party is called to attend; who was not there has not signed. Where
// nobody is known to call, a witness sees what was found.
Finding nobody_was_called(const Look& look) {
    if (look.data().text("present") != "none") return std::nullopt;
    const auto* called = look.data()["called_to_attend"].as_bool();
    const bool uncalled = called != nullptr && !*called;
    if (uncalled && nobody_to_call(look) && look.data().text("witness").empty())
        return Found{.code = "element_missing",
                     .detail = "当事人尚未查明、无法通知的，应当邀请见证人到场",
                     .field = "witness",
                     .basis = "程序规定 第二十八条"};
    if (uncalled && !nobody_to_call(look))
        return Found{.code = "element_missing",
                     .detail = "当事人未到场的，应当写明已经通知其到场",
                     .field = "called_to_attend",
                     .basis = "程序规定 第二十八条"};
    if (look.data().text("signature") != "signed") return std::nullopt;
    return Found{.code = "element_missing",
                 .detail = "当事人未到场，签字情况应当为不在场",
                 .field = "signature",
                 .basis = "程序规定 第四十三条"};
}

// 程序规定 第五十七条、第五十九条: the party was heard on the sum the notice names, and on no other.
Finding refund_not_announced(const Look& look) {
    const auto& notice = look.state.served_notice;
    if (!notice) return std::nullopt;
    if (notice->refund == base::Money())
        return Found{
            .code = "refund_before_hearing_party",
            .detail = "已送达的告知书没有写明退款金额",
            .cure = {"approve_notice", "serve"}
        };
    if (look.probe || look.state.refund_sum + money_in(look.data(), "sum") <= notice->refund)
        return std::nullopt;
    return Found{.code = "refund_before_hearing_party",
                 .detail = fmt::format("告知的退款金额为{}元，已责令退款{}元", notice->refund.str(),
                                       look.state.refund_sum.str()),
                 .field = "sum",
                 .cure = {"order_refund"}};
}

// 程序规定 第五十九条、第六十四条第二款: an order with nothing to pay, or no time for it, stops no period.
Finding refund_of_nothing(const Look& look) {
    if (money_in(look.data(), "sum") == base::Money())
        return Found{.code = "element_missing", .detail = "退款金额应当大于零", .field = "sum"};
    const auto due = date_in(look.data(), "due");
    if (due && *due < look.on)
        return Found{.code = "element_missing", .detail = "退款期限不得早于责令之日", .field = "due"};
    return std::nullopt;
}

std::vector<std::string_view> contact_acts() {
    return {"onsite_check",    "interview",       "collect_evidence", "collect_e_data",        "take_sample",
            "commission_test", "determine_gains", "check_correction", "register_preservation", "seize"};
}

}  // namespace

std::vector<Guard> evidence_guards() {
    return {
        {101, "rights_not_told",             contact_acts(),       false, rights_not_told            },
        {102, "signature_without_media",     contact_acts(),       false, signature_without_media    },
        {103,
         "media_missing",                    {"onsite_check", "interview", "take_sample", "register_preservation", "seize", "check_correction",
          "dispose_goods"},
         false,                                                           media_missing              },
        {103, "element_missing",             {"onsite_check"},     false, nobody_was_called          },
        {104, "pages_unsigned",              {"interview"},        false, pages_unsigned             },
        {106, "copy_note_missing",           {"collect_evidence"}, false, copy_note_missing          },
        {111, "remote_purchase_not_filmed",  {"take_sample"},      false, remote_purchase_not_filmed },
        {112, "body_not_qualified",          {"commission_test"},  false, body_not_qualified         },
        {116, "element_missing",             {"determine_gains"},  false, gains_amount               },
        {118, "element_missing",             {"order_correction"}, false, correction_due             },
        {151, "refund_before_hearing_party", {"order_refund"},     true,  refund_before_hearing_party},
        {151, "refund_before_hearing_party", {"order_refund"},     true,  refund_not_announced       },
        {151, "element_missing",             {"order_refund"},     false, refund_of_nothing          },
    };
}

}  // namespace procedure
