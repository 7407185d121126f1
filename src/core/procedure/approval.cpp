#include "procedure/approval.hpp"

#include <algorithm>

namespace procedure {

namespace {

std::vector<std::string> with_last(std::vector<std::string> chain, std::string_view last) {
    if (chain.empty()) return {std::string(last)};
    chain.back() = last;
    return chain;
}

std::vector<std::string> decision_documents(std::string_view kind) {
    if (kind == "penalty") return {"43", "45"};
    if (kind == "transfer") return {"43", "4"};
    if (kind == "judicial") return {"43", "5"};
    return {"43", "46"};
}

}  // namespace

std::vector<std::string> approval_chain(const ActType& type, const base::Value& data) {
    // 程序规定 第三十三条第二款、第三十六条第二款: urgent measures run before their approval.
    if ((type.id == "seize" || type.id == "register_preservation") && data.truth("urgent")) return {};
    // 违法所得认定办法 第十四条; 移送规定 第五条
    if (type.id == "determine_gains" && data.truth("uncomputable")) return {"UNIT_HEAD", "CHIEF"};
    if (type.id == "decide" && data.text("kind") == "judicial")
        return with_last(type.approval_chain, "CHIEF");
    if (type.id == "serve" && data.text("method") == "public_notice") return {"UNIT_HEAD", "LEADER"};
    // 信用修复管理办法 第十六条: only a refusal or a longer period goes to the leader.
    if (type.id == "decide_repair" &&
        (data.text("outcome") == "refused" || data.text("outcome") == "extended"))
        return {"LEADER"};
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
    if (type.id == "serve") return {data.text("method") == "public_notice" ? "51" : "50"};
    if (type.id == "seize") {
        std::vector<std::string> documents{"21", "24", "9"};
        if (data.text("kind") == "seal") documents.emplace_back("25");
        if (data.has("carrier")) documents.emplace_back("18");
        return documents;
    }
    if (type.id == "early_disposal" && data.text("owner") == "unknown") return {"28", "52"};
    if (type.id == "designate_jurisdiction") return {data.text("kind") == "designate" ? "2" : "3"};
    if (type.id == "decide_recusal" && data.has("panel")) return {"42"};
    return type.documents;
}

}  // namespace procedure
