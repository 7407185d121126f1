#include "cases/past_decisions.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "cases/actor.hpp"
#include "cases/case_facts.hpp"

namespace cases {

namespace {

using base::Object;
using base::Value;
using casefile::Act;

bool is_revoked(const procedure::Case& state, int n) {
    return std::ranges::any_of(state.acts(), [&](const Act& act) {
        return act.type == "revoke_decision" && !state.struck(act.n) && act.data.integer("of") == n;
    });
}

std::string_view kind_of(const Act& act) {
    if (act.type == "decide_on_spot") return "penalty";
    const auto kind = act.type == "decide" ? act.data.text("kind") : std::string_view();
    return kind == "penalty" || kind == "no_penalty" ? kind : std::string_view();
}

const casefile::Party* party_of(const procedure::Case& state, const Act& act) {
    for (const casefile::Party& party : state.matter().parties)
        if (!act.party || party.id == *act.party) return &party;
    return nullptr;
}

// The facts stated with the decision, else those of the paper before it.
Value stated_before(const procedure::Case& state, const Act& decision) {
    Value stated;
    for (const Act& act : state.acts())
        if (act.n <= decision.n && !state.struck(act.n) && act.paper["discretion"].has("facts"))
            stated = act.paper["discretion"];
    return stated;
}

std::string text_or(const std::string& text, const std::string& otherwise) {
    return text.empty() ? otherwise : text;
}

// 行政处罚法 第三十三条: a decision that spares names its ground and with it the circumstances it found.
base::List circumstances_of(const Value& stated, const Act& act) {
    base::List circumstances = stated.list("circumstances");
    const auto ground = act.data.text("ground");
    std::vector<const char*> codes;
    if (ground == "minor_corrected_no_harm") codes = {"minor", "corrected_in_time", "no_harm"};
    if (ground == "first_slight_corrected")
        codes = {"first_violation", "minor_consequence", "corrected_in_time"};
    if (ground == "no_fault_proved") codes = {"no_fault_proved"};
    for (const char* code : codes)
        circumstances.push_back(Object{
            {"code",         code                             },
            {"evidence_ids", base::List{std::to_string(act.n)}}
        });
    return circumstances;
}

Value request_of(const CaseFacts& facts, const casefile::Party& party, const Act& act, const Value& stated,
                 const Value& violation) {
    const std::string day = act.at.date().str();
    const std::string end = text_or(facts.act_end, day);
    Object request{
        {"violation_id", violation},
        {"act_start", text_or(facts.act_start, end)},
        {"act_end", end},
        {"discovered_on", text_or(facts.found_on, day)},
        {"decision_on", day},
        {"actor", actor_of(party, end)}
    };
    for (const char* name : {"facts", "serious_facts", "mitigation_approved"})
        if (stated.has(name)) request.set(name, stated[name]);
    request.set("circumstances", circumstances_of(stated, act));
    return request;
}

Value content_of(const procedure::Case& state, const CaseFacts& facts, const casefile::Party& party,
                 const Act& act) {
    const Value stated = stated_before(state, act);
    base::List violations = act.data["penalty"].list("violations");
    if (violations.empty())
        for (const std::string& violation : facts.violations) violations.push_back(violation);
    if (violations.empty()) return {};
    Object content{
        {"act", act.n},
        {"kind", kind_of(act)},
        {"has_reason", !stated.text("deviation_reason").empty()},
        {"request", request_of(facts, party, act, stated, violations.front())}
    };
    const auto fine = act.data["penalty"].text("fine");
    if (!fine.empty()) content.set("fine", fine);
    const auto size = party.details.text("size");
    if (!size.empty()) content.set("size", size);
    const auto law = stated["found"].text("law");
    if (!law.empty()) content.set("law", law);
    content.set("violations", std::move(violations));
    return content;
}

}  // namespace

std::vector<ports::DecisionRow> past_decisions(const procedure::Case& state) {
    std::vector<ports::DecisionRow> rows;
    const CaseFacts facts = facts_of(state);
    for (const Act& act : state.acts()) {
        if (kind_of(act).empty() || state.struck(act.n) || is_revoked(state, act.n)) continue;
        const casefile::Party* party = party_of(state, act);
        if (party == nullptr) continue;
        Value content = content_of(state, facts, *party, act);
        if (!content.is_null()) rows.push_back({.on = act.at.date(), .content = std::move(content)});
    }
    return rows;
}

}  // namespace cases
