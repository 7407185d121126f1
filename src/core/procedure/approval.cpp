#include "procedure/approval.hpp"

#include <algorithm>

namespace procedure {

namespace {

std::vector<std::string> decision_documents(std::string_view kind) {
    if (kind == "penalty") return {"43", "45"};
    if (kind == "transfer") return {"43", "4"};
    if (kind == "judicial") return {"43", "5"};
    return {"43", "46"};
}

}  // namespace

const std::vector<ApprovalRule>& approval_rules() {
    using base::Value;
    static constexpr auto urgent = [](const Value& data) { return data.truth("urgent"); };
    static const std::vector<ApprovalRule> rules{
        // 程序规定 第三十三条第二款、第三十六条第二款: urgent measures run before their approval.
        {"approval.urgent_registration",     "register_preservation", urgent,                                                                        {}        },
        {"approval.urgent_seizure",          "seize",                 urgent,                                                                        {}        },
        // 违法所得认定办法 第十四条
        {"approval.gains_not_computed",
         "determine_gains",                                           [](const Value& data) { return data.truth("uncomputable"); },
         {"UNIT_HEAD", "CHIEF"}                                                                                                                                },
        // 移送规定 第五条
        {"approval.judicial",
         "decide",                                                    [](const Value& data) { return data.text("kind") == "judicial"; },
         {"UNIT_HEAD", "CHIEF"}                                                                                                                                },
        // 程序规定 第十五条、第十六条: the paper of the superior is its decision; whoever receives it enters
        // it.
        {"approval.designation_received",
         "designate_jurisdiction",                                    [](const Value& data) { return data.has("number") && data.has("signed_by"); },
         {}                                                                                                                                                    },
        // 程序规定 第八十二条第（五）项
        {"approval.public_notice",
         "serve",                                                     [](const Value& data) { return data.text("method") == "public_notice"; },
         {"UNIT_HEAD", "LEADER"}                                                                                                                               },
        // 听证办法 第二十七条第（五）项: what the law does not name is not for the host alone.
        {"approval.hearing_ended_otherwise",
         "end_hearing",                                               [](const Value& data) { return data.text("ground") == "other"; },
         {"LEADER"}                                                                                                                                            },
        // 信用修复管理办法 第十六条: only a refusal or a longer period goes to the leader.
        {"approval.repair",
         "decide_repair",                                             [](const Value& data) {
             return data.text("outcome") == "refused" || data.text("outcome") == "extended";
         },                                                                                                                 {"LEADER"}},
        // 信用修复管理办法 第十四条: so does the refusal to take an application in.
        {"approval.repair_refused",
         "apply_repair",                                              [](const Value& data) { return data.text("outcome") == "refused"; },
         {"LEADER"}                                                                                                                                            },
        {"approval.repair_turned_away",
         "accept_repair",                                             [](const Value& data) { return data.text("outcome") == "refused"; },
         {"LEADER"}                                                                                                                                            },
    };
    return rules;
}

std::vector<std::string> approval_chain(const ActType& type, const base::Value& data,
                                        std::string_view without) {
    for (const auto& rule : approval_rules())
        if (rule.act == type.id && rule.name != without && rule.applies(data)) return rule.chain;
    return type.approval_chain;
}

std::vector<std::string> documents_of(const ActType& type, const base::Value& data) {
    if (type.id == "decide") return decision_documents(data.text("kind"));
    if (type.id == "resolve_preservation" && data.text("measure") != "lifted") return {"8"};
    if (type.id == "answer_notice" || type.id == "request_hearing") {
        const auto form = data.text("form");
        return form == "oral" || form == "oral_recorded" ? type.documents : std::vector<std::string>{};
    }
    if (type.id == "commission_test" && data.text("kind") == "rightsholder") return {"16"};
    // What only came in is answered by its examination.
    if (type.id == "apply_repair" && data.text("outcome") == "received") return {};
    if (type.id == "serve") return {data.text("method") == "public_notice" ? "51" : "50"};
    if (type.id == "seize") {
        std::vector<std::string> documents{"21", "24", "9"};
        if (data.text("kind") == "seal") documents.emplace_back("25");
        if (data.has("carrier")) documents.emplace_back("18");
        return documents;
    }
    if (type.id == "early_disposal" && data.text("owner") == "unknown") return {"28", "52"};
    if (type.id == "designate_jurisdiction" && data.has("number")) return {};
    if (type.id == "designate_jurisdiction") return {data.text("kind") == "designate" ? "2" : "3"};
    if (type.id == "decide_recusal" && data.has("panel")) return {"42"};
    return type.documents;
}

}  // namespace procedure
