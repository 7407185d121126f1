#include "sealing/findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "acts/proofread_case.hpp"
#include "base/text.hpp"

namespace sealing {

namespace {

using base::List;
using base::Object;
using base::Value;

constexpr std::size_t answer_characters_max = 500;

bool speaks_of(const Value& finding, std::string_view document) {
    return finding["place"].text("document") == document || finding["other"].text("document") == document;
}

const Value* answer_to(const Value& finding, const Value& answers) {
    const auto& list = answers.items();
    const auto found = std::ranges::find_if(
        list, [&](const Value& answer) { return answer.text("message") == finding.text("message"); });
    return found == list.end() || base::is_blank(found->text("answer")) ? nullptr : &*found;
}

}  // namespace

base::Result<Value> findings_on(const office::Office& office, const identity::Viewer& viewer,
                                std::string_view document, const proofread::Knowledge& knowledge) {
    const auto row = TRY(office.ports.documents.load(viewer, document));
    const Value whole = TRY(acts::proofread_case(office, viewer, row.case_no, {}, knowledge));
    List findings;
    std::map<std::string_view, int> counts;
    for (const Value& finding : whole.list("findings")) {
        if (!speaks_of(finding, document)) continue;
        ++counts[finding.text("severity")];
        findings.push_back(finding);
    }
    return Object{
        {"findings", std::move(findings)                                                             },
        {"counts",
         Object{{"error", counts["error"]}, {"warning", counts["warning"]}, {"info", counts["info"]}}}
    };
}

base::Result<std::vector<ports::FindingAnswer>> answers_to(const Value& report, const Value& answers) {
    std::vector<ports::FindingAnswer> given;
    int open = 0;
    for (const Value& finding : report.list("findings")) {
        if (finding.text("severity") != "error") continue;
        const Value* answer = answer_to(finding, answers);
        if (!answer) {
            ++open;
            continue;
        }
        if (base::character_count(answer->text("answer")) > answer_characters_max)
            return base::fail("text_too_long", fmt::format("说明超过{}字", answer_characters_max), {},
                              "answers");
        given.push_back({.rule = std::string(finding.text("rule")),
                         .message = std::string(finding.text("message")),
                         .answer = std::string(answer->text("answer"))});
    }
    if (open > 0)
        return base::fail(
            "findings_unanswered",
            fmt::format("校对发现{}处错误还没有说明；签章之后不能再改，请改正，或者逐项说明为何无误", open),
            {}, "answers");
    return given;
}

}  // namespace sealing
