#include <fmt/format.h>

#include <algorithm>

#include "procedure/guard.hpp"
#include "procedure/hearing_range.hpp"

namespace procedure {

namespace {

// 程序规定 第三十二条: the report waits for every result.
Finding test_open(const Look& look) {
    for (const auto& commission : look.state.commissions)
        if (commission.result == 0)
            return Found{.code = "test_open", .detail = fmt::format("第{}项行为的委托", commission.n)};
    return std::nullopt;
}

// 程序规定 第三十二条: the party is told the result (no duty for the identification by a rights holder).
Finding test_result_not_served(const Look& look) {
    for (const auto& commission : look.state.commissions)
        if (!commission.rights_holder && commission.result != 0 && !commission.result_served_on)
            return Found{.code = "test_result_not_served",
                         .detail = fmt::format("第{}项行为收到的结果", commission.result)};
    return std::nullopt;
}

// 行政处罚法 第四十六条第三款
Finding excluded_evidence_cited(const Look& look) {
    const auto cited = [&](std::int64_t n) {
        return std::ranges::find(look.state.excluded_evidence, n) != look.state.excluded_evidence.end();
    };
    for (const auto& item : look.data().list("evidence"))
        if (item.as_int() != nullptr && cited(*item.as_int()))
            return Found{.code = "excluded_evidence_cited",
                         .detail = fmt::format("第{}项行为取得的证据", *item.as_int()),
                         .field = "evidence"};
    return std::nullopt;
}

Finding penalty_proposed(const Look& look) {
    if (look.data().text("proposes") == "penalty" && !look.data().has("penalty"))
        return Found{.code = "report_incomplete", .detail = "缺少拟处罚内容", .field = "penalty"};
    return std::nullopt;
}

Finding ground_proposed(const Look& look) {
    if (look.data().text("proposes") == "no_penalty" && !look.data().has("ground"))
        return Found{
            .code = "ground_missing", .field = "ground", .basis = "行政处罚法 第三十三条; 程序规定 第六十条"};
    return std::nullopt;
}

// 程序规定 第四十九条、第五十二条: nobody reviews his own case.
Finding reviewer_is_handler(const Look& look) {
    for (const auto& id : look.act.by)
        if (look.state.was_handler(id)) return Found{.code = "reviewer_is_handler", .field = "by"};
    return std::nullopt;
}

// 行政处罚法 第五十八条; 程序规定 第五十条、第五十一条: legal review by legal reviewers.
Finding reviewer_not_qualified(const Look& look) {
    const std::string_view role = look.data().text("kind") == "legal" ? "LEGAL" : "REVIEWER";
    const bool able =
        std::ranges::any_of(look.act.by, [&](const std::string& id) { return look.holds(id, role); });
    if (able) return std::nullopt;
    if (role == "LEGAL") return Found{.code = "reviewer_not_qualified", .field = "by"};
    return Found{.code = "not_authorised",
                 .detail = "案件审核应当由案件审核人员进行",
                 .field = "by",
                 .basis = "程序规定 第五十二条"};
}

Finding review_of_open_request(const Look& look) {
    for (const auto& request : look.state.reviews)
        if (request.n == look.of() && request.review != 0)
            return Found{.code = "reference_invalid", .detail = "该次送审已有审核意见", .field = "of"};
    const auto known = std::ranges::find(look.state.reviews, look.of(),
                                         [](const ReviewRequest& each) { return std::int64_t{each.n}; });
    if (known == look.state.reviews.end())
        return Found{.code = "reference_invalid", .detail = "该次送审属于以前的调查终结报告", .field = "of"};
    return std::nullopt;
}

// 行政处罚法 第五十八条; 程序规定 第四十九条、第五十条: a case review and a legal review do not stand for
// each other.
Finding review_of_another_kind(const Look& look) {
    const auto* sent = look.act_at(look.of());
    if (sent == nullptr || sent->data.text("kind") == look.data().text("kind")) return std::nullopt;
    return Found{.code = "reference_invalid", .detail = "审核的种类与送审的种类不一致", .field = "kind"};
}

// 程序规定 第五十三条、第五十四条: who agrees has found each of the seven points in order.
Finding agreed_against_points(const Look& look) {
    if (look.data().text("outcome") != "agree") return std::nullopt;
    for (const auto& [name, point] : look.data()["points"].object())
        if (point.as_bool() != nullptr && !*point.as_bool())
            return Found{.code = "review_points_missing",
                         .detail = "审核同意的，七个方面均应当没有问题",
                         .field = fmt::format("points.{}", name)};
    return std::nullopt;
}

// 程序规定 第五十六条: the notice follows a review that agrees.
Finding review_missing(const Look& look) {
    if (look.state.report != 0 && look.state.agreed_review() == nullptr)
        return Found{.code = "review_missing"};
    return std::nullopt;
}

// 行政处罚法 第六十三条; 听证办法 第五条
Finding hearing_not_offered(const Look& look) {
    const auto* offered = look.data()["hearing_offered"].as_bool();
    const auto limit = look.rules.sums.of(look.matter, look.party, look.on).hearing;
    if (!in_hearing_range(look.data()["penalty"], limit) || (offered != nullptr && *offered))
        return std::nullopt;
    return Found{.code = "hearing_not_offered",
                 .detail = fmt::format("听证标准{}元", limit.str()),
                 .field = "hearing_offered"};
}

struct SumOfKind {
    std::string_view kind, sum, chosen_as, written_as;
};
constexpr SumOfKind sums[] = {
    {"fine",             "fine",        "罚款",         "罚款金额"      },
    {"confiscate_gains", "gains",       "没收违法所得", "违法所得金额"  },
    {"confiscate_goods", "goods_value", "没收非法财物", "没收财物的价值"},
    {"confiscate_goods", "goods",       "没收非法财物", "没收的财物清单"}
};

// Something is written there; a sum of nothing says that there is nothing.
bool is_written(const base::Value& penalty, std::string_view sum) {
    if (sum == "goods") return !penalty.list(sum).empty();
    return sum == "fine" ? penalty.has(sum) : money_in(penalty, sum) > base::Money();
}

// A kind with a sum needs its sum, and a sum its kind (acts.md §1.1): what is written down but not chosen
// would stand in the papers and be owed by nobody (行政处罚法 第二十八条第二款: gains are confiscated).
Finding sums_of_kinds(const Look& look) {
    const auto& penalty = look.data()["penalty"];
    if (penalty.is_null()) return std::nullopt;
    for (const auto& [kind, sum, chosen_as, written_as] : sums) {
        const bool chosen = lists(penalty, "kinds", kind);
        if (chosen && sum != "goods" && !penalty.has(sum))
            return Found{.code = "element_missing",
                         .detail = "选择的处罚种类没有写明金额",
                         .field = fmt::format("penalty.{}", sum)};
        if (chosen && kind == "fine" && money_in(penalty, sum) == base::Money())
            return Found{.code = "element_missing", .detail = "罚款金额应当大于零", .field = "penalty.fine"};
        if (!chosen && is_written(penalty, sum))
            return Found{.code = "element_missing",
                         .detail = fmt::format("写明了{}，没有选择{}这一处罚种类", written_as, chosen_as),
                         .field = "penalty.kinds"};
    }
    return std::nullopt;
}

}  // namespace

std::vector<Guard> conclusion_guards() {
    return {
        {0,
         "element_missing",              {"report_investigation", "approve_notice", "decide", "decide_on_spot"},
         false,                                                                                                         sums_of_kinds          },
        {2,   "review_missing",          {"approve_notice"},                                                     true,  review_missing         },
        {2,   "reviewer_is_handler",     {"review"},                                                             false, reviewer_is_handler    },
        {3,   "reviewer_not_qualified",  {"review"},                                                             false, reviewer_not_qualified },
        {99,  "reference_invalid",       {"review"},                                                             false, review_of_open_request },
        {99,  "reference_invalid",       {"review"},                                                             false, review_of_another_kind },
        {137, "review_points_missing",   {"review"},                                                             false, agreed_against_points  },
        {113, "test_open",               {"report_investigation"},                                               true,  test_open              },
        {114, "test_result_not_served",  {"approve_notice"},                                                     true,  test_result_not_served },
        {115, "excluded_evidence_cited", {"report_investigation", "decide"},                                     false, excluded_evidence_cited},
        {136, "report_incomplete",       {"report_investigation"},                                               false, penalty_proposed       },
        {136, "ground_missing",          {"report_investigation"},                                               false, ground_proposed        },
        {138, "hearing_not_offered",     {"approve_notice"},                                                     false, hearing_not_offered    },
    };
}

}  // namespace procedure
