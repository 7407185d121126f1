#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "procedure/derived.hpp"
#include "procedure/guard.hpp"
#include "procedure/online_channel.hpp"

namespace procedure {

namespace {

bool deciding(const Look& look) {
    return look.deciding_penalty() ||
           (look.type.id == "panel_discuss" && look.data().text("purpose") == "decision" &&
            look.state.proposes == "penalty");
}

// 行政处罚法 第四十四条、第六十二条: no decision of a penalty without a notice that reached the party.
Finding notice_not_served(const Look& look) {
    if (!deciding(look)) return std::nullopt;
    if (look.main == MainState::notice_approved || !look.state.served_notice ||
        !look.state.served_notice->served_on)
        return Found{.code = "notice_not_served"};
    return std::nullopt;
}

// 程序规定 第五十七条第二款: five working days from service, unless the party waived them.
Finding answer_period_running(const Look& look) {
    if (!deciding(look) || look.main == MainState::notice_approved || look.state.hearing.report != 0)
        return std::nullopt;
    const auto due = answer_due(look.state, look.rules);
    if (!due || waived(look.state) || look.on > *due) return std::nullopt;
    return Found{.code = "answer_period_running",
                 .detail = fmt::format("届满之日为{}", due->chinese()),
                 .open_from = due->plus_days(1)};
}

// 行政处罚法 第六十二条: in hearing range the waiver names the hearing too.
Finding waiver_incomplete(const Look& look) {
    if (!look.deciding_penalty() || look.state.waivers.empty() || waived(look.state) ||
        answer_period_over(look.state, look.on, look.rules))
        return std::nullopt;
    return Found{.code = "waiver_incomplete"};
}

// 行政处罚法 第四十五条; 程序规定 第五十八条
Finding answer_not_rechecked(const Look& look) {
    if (look.deciding_penalty() && look.state.answers_open()) return Found{.code = "answer_not_rechecked"};
    return std::nullopt;
}

bool answered(const base::Value& list, std::string_view id) {
    return std::ranges::any_of(list.items(),
                               [&](const base::Value& point) { return point.text("id") == id; });
}

Finding recheck_points(const Look& look) {
    for (const auto& answer : look.state.answers) {
        if (answer.n != look.of()) continue;
        for (const auto& id : answer.points)
            if (!answered(look.data()["points"], id))
                return Found{.code = "answer_points_open",
                             .detail = fmt::format("第{}项意见没有复核", id),
                             .field = "points"};
    }
    return std::nullopt;
}

// 行政处罚法 第四十五条: what is answered point by point is told apart point by point.
Finding points_under_one_number(const Look& look) {
    const auto& points = look.data().list("points");
    for (std::size_t i = 0; i < points.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (points.at(i).text("id") == points.at(j).text("id"))
                return Found{.code = "answer_points_open",
                             .detail = fmt::format("有两项意见的序号都是{}", points.at(i).text("id")),
                             .field = fmt::format("points.{}.id", i),
                             .cure = {"answer_notice"}};
    return std::nullopt;
}

// 程序规定 第六十二条第（三）项: the decision says of every point whether it is adopted, and why.
Finding decide_points(const Look& look) {
    if (!look.deciding_penalty()) return std::nullopt;
    for (const auto& answer : look.state.answers)
        for (const auto& id : answer.points)
            if (!answered(look.data()["answers"], id))
                return Found{.code = "answer_points_open",
                             .detail = fmt::format("第{}项意见没有写明采纳情况", id),
                             .field = "answers",
                             .cure = {"decide"}};
    return std::nullopt;
}

// 行政处罚法 第四十四条、第六十二条: nobody gives up a right he has not been told of.
Finding waived_before_service(const Look& look) {
    const auto signed_on = date_in(look.data(), "signed_on");
    const auto& notice = look.state.served_notice;
    if (!signed_on || (notice && notice->served_on && *notice->served_on <= *signed_on)) return std::nullopt;
    return Found{.code = "waiver_incomplete", .detail = "签署之日早于告知书送达之日", .field = "signed_on"};
}

bool gives(const Look& look, const casefile::Act& act, const std::string& document) {
    const auto* type = look.table.find(act.type);
    return type != nullptr && std::ranges::find(type->documents, document) != type->documents.end();
}

// 程序规定 第八十二条: what is served has been approved, and stands in this case.
Finding document_not_approved(const Look& look) {
    const auto no = document_no(look.data()["document"]);
    const auto* document = look.table.document(no);
    if (document == nullptr) return std::nullopt;
    if (look.data().has("of")) {
        const auto* of = look.act_at(look.of());
        if (of != nullptr && gives(look, *of, no)) return std::nullopt;
        return Found{
            .code = "document_not_approved", .detail = fmt::format("《{}》", document->title), .field = "of"};
    }
    // Papers that hang on no act of their own, such as the credit repair notice, need nothing before them.
    const bool known = std::ranges::any_of(look.table.acts(), [&](const ActType& type) {
        return std::ranges::find(type.documents, document->no) != type.documents.end();
    });
    if (!known ||
        std::ranges::any_of(look.acts, [&](const casefile::Act& act) { return gives(look, act, no); }))
        return std::nullopt;
    return Found{.code = "document_not_approved",
                 .detail = fmt::format("《{}》", document->title),
                 .field = "document"};
}

bool served_by(const Look& look, std::string_view method) {
    return look.data().text("method") == method && look.data().text("outcome") == "served";
}

// 程序规定 第八十二条第（三）项; 行政处罚法 第六十一条第二款
Finding electronic_consent_missing(const Look& look) {
    if (look.data().text("method") == "electronic" && !look.state.electronic_consent)
        return Found{.code = "electronic_consent_missing", .field = "method"};
    return std::nullopt;
}

// 行政处罚法 第六十一条第二款; 程序规定 第八十二条第（三）项: to the account the party wrote on the signed
// form.
Finding electronic_account_unknown(const Look& look) {
    if (look.data().text("method") != "electronic" || !look.data().has("account")) return std::nullopt;
    const auto* form = look.last("confirm_address");
    if (form == nullptr) return std::nullopt;
    const auto& channels = form->data["electronic"].list("channels");
    if (std::ranges::any_of(channels, [&](const base::Value& channel) {
            return channel.text("account") == look.data().text("account");
        }))
        return std::nullopt;
    return Found{.code = "electronic_consent_missing",
                 .detail = "送达地址确认书没有这一电子送达账号",
                 .field = "account"};
}

// 行政复议法 第二十二条第二款: a decision served online names the online way to reconsideration.
Finding online_recon_channel_missing(const Look& look) {
    if (!names_online_channel(look.act) || look.data().has("online_recon_channel")) return std::nullopt;
    return Found{.code = "online_recon_channel_missing", .field = "online_recon_channel"};
}

// 程序规定 第八十二条第（五）项: only when the party is missing or the other ways failed; thirty days.
Finding public_notice_first(const Look& look) {
    if (look.data().text("method") != "public_notice" || look.data().has("missing_proof"))
        return std::nullopt;
    const bool failed = std::ranges::any_of(look.data().list("attempts"), [&](const base::Value& n) {
        const auto* attempt = n.as_int() == nullptr ? nullptr : look.act_at(*n.as_int());
        return attempt != nullptr && attempt->type == "serve" && attempt->data.text("outcome") == "failed";
    });
    if (failed) return std::nullopt;
    return Found{.code = "public_notice_first", .field = "attempts"};
}

Finding public_notice_days_wrong(const Look& look) {
    if (look.data().text("method") != "public_notice" ||
        look.data().integer("days") == look.rules.clocks.period("PUBLIC_NOTICE", look.on).amount)
        return std::nullopt;
    return Found{.code = "public_notice_days_wrong", .field = "days"};
}

// 投诉举报处理办法 第三十七条
Finding reporter_identity_exposed(const Look& look) {
    if (look.data().truth("reporter_shown"))
        return Found{.code = "reporter_identity_exposed", .field = "reporter_shown"};
    return std::nullopt;
}

// 程序规定 第八十二条第（四）项
Finding direct_service_possible(const Look& look) {
    const auto method = look.data().text("method");
    if (method != "post" && method != "entrust" && method != "forward") return std::nullopt;
    if (look.data().has("why_not_direct") || look.state.address_confirmed) return std::nullopt;
    return Found{.code = "direct_service_possible", .field = "why_not_direct"};
}

// 程序规定 第八十二条第（二）项
Finding leave_without_proof(const Look& look) {
    if (look.data().text("method") == "leave" && !look.data().has("witness") &&
        look.data().list("media").empty())
        return Found{.code = "leave_without_proof", .field = "witness"};
    return std::nullopt;
}

// 程序规定 第八十二条第（一）项: the party, an adult of the household, the representative or the clerk who
// receives, an agent, a named receiver.
Finding receiver_not_allowed(const Look& look) {
    if (!served_by(look, "direct")) return std::nullopt;
    const auto relation = look.data().text("relation");
    const bool organisation = look.party.kind == casefile::PartyKind::organisation;
    const bool person = look.party.kind == casefile::PartyKind::person;
    // Papers to a laboratory, another agency or a carrier are not received by the party.
    if (const auto* document = look.table.document(document_no(look.data()["document"]));
        document != nullptr && (document->no == "30" || document->no == "4" || document->no == "5" ||
                                document->no == "17" || document->no == "18"))
        return std::nullopt;
    const bool wrong = relation.empty() || (organisation && (relation == "family" || relation == "self")) ||
                       (person && (relation == "representative" || relation == "clerk"));
    if (wrong) return Found{.code = "receiver_not_allowed", .field = "relation"};
    return std::nullopt;
}

// 程序规定 第八十二条: the day each way of service is proved by.
std::string_view day_field(const Look& look) {
    const auto method = look.data().text("method");
    if (method == "public_notice") return "published_on";
    if (method == "electronic") return "reached_at";
    if (method != "post") return "signed_on";
    // 程序规定 第八十三条: returned mail counts only where the party gave the address himself.
    const bool returned = !look.data().has("slip_on") && look.data().has("returned_on");
    return returned && look.state.address_confirmed ? "returned_on" : "slip_on";
}

std::optional<base::Date> day_entered(const Look& look) {
    const auto field = day_field(look);
    if (field != "reached_at") return date_in(look.data(), field);
    const auto reached = instant_in(look.data(), field);
    return reached ? std::optional(reached->date()) : std::nullopt;
}

// 程序规定 第八十二条: a service without what its way is proved by has no day to count from.
Finding service_proof_missing(const Look& look) {
    if (look.data().text("outcome") != "served") return std::nullopt;
    if (look.data().text("method") == "electronic" && !look.data().has("account"))
        return Found{.code = "element_missing", .detail = "缺少电子送达账号", .field = "account"};
    if (day_entered(look)) return std::nullopt;
    return Found{.code = "element_missing",
                 .detail = "缺少送达之日（签收、到达、回执或者公告之日）",
                 .field = std::string(day_field(look))};
}

// The act a served paper belongs to: the one named, else the last that makes such a paper.
const casefile::Act* act_of_paper(const Look& look) {
    if (look.data().has("of")) return look.act_at(look.of());
    const auto document = document_no(look.data()["document"]);
    for (auto i = look.acts.size(); i > 0; --i)
        if (gives(look, look.acts[i - 1], document)) return &look.acts[i - 1];
    return nullptr;
}

// 程序规定 第八十二条、第八十三条: a paper cannot have reached the party before the act it belongs to.
Finding served_before_made(const Look& look) {
    if (look.data().text("outcome") != "served") return std::nullopt;
    const auto* of = act_of_paper(look);
    const auto day = day_entered(look);
    if (of == nullptr || !day || *day >= of->at.date()) return std::nullopt;
    return Found{.code = "document_not_approved",
                 .detail = fmt::format("送达之日早于文书作出之日（{}）", of->at.date().chinese()),
                 .field = std::string(day_field(look))};
}

}  // namespace

bool names_online_channel(const casefile::Act& act) {
    static constexpr std::array<int, 7> decisions{21, 22, 23, 33, 44, 45, 46};
    return act.type == "serve" && act.data.text("method") == "electronic" &&
           std::ranges::find(decisions, clocks::document_of(act)) != decisions.end();
}

std::vector<Guard> notice_guards() {
    return {
        {1,   "notice_not_served",            {"decide", "panel_discuss"}, true,  notice_not_served           },
        {1,   "answer_period_running",        {"decide", "panel_discuss"}, true,  answer_period_running       },
        {19,  "electronic_consent_missing",   {"serve"},                   false, electronic_consent_missing  },
        {19,  "electronic_consent_missing",   {"serve"},                   false, electronic_account_unknown  },
        {19,  "online_recon_channel_missing", {"serve"},                   false, online_recon_channel_missing},
        {20,  "public_notice_first",          {"serve"},                   false, public_notice_first         },
        {20,  "public_notice_days_wrong",     {"serve"},                   false, public_notice_days_wrong    },
        {23,  "reporter_identity_exposed",    {"serve", "publish"},        false, reporter_identity_exposed   },
        {146, "waiver_incomplete",            {"waive_answer"},            false, waived_before_service       },
        {146, "waiver_incomplete",            {"decide"},                  true,  waiver_incomplete           },
        {147, "answer_not_rechecked",         {"decide"},                  true,  answer_not_rechecked        },
        {148, "answer_points_open",           {"answer_notice"},           false, points_under_one_number     },
        {148, "answer_points_open",           {"recheck"},                 false, recheck_points              },
        {148, "answer_points_open",           {"decide"},                  false, decide_points               },
        {157, "direct_service_possible",      {"serve"},                   false, direct_service_possible     },
        {158, "leave_without_proof",          {"serve"},                   false, leave_without_proof         },
        {159, "receiver_not_allowed",         {"serve"},                   false, receiver_not_allowed        },
        {159, "element_missing",              {"serve"},                   false, service_proof_missing       },
        {160, "document_not_approved",        {"serve"},                   false, document_not_approved       },
        {160, "document_not_approved",        {"serve"},                   false, served_before_made          },
    };
}

}  // namespace procedure
