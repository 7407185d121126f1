#include "acts/penalty_finding.hpp"

#include <fmt/format.h>

#include "acts/proofs.hpp"
#include "base/money.hpp"
#include "base/text.hpp"
#include "cases/actor.hpp"
#include "cases/case_facts.hpp"
#include "discretion/decide.hpp"
#include "discretion/left_out.hpp"
#include "procedure/fields.hpp"

namespace acts {

namespace {

bool proposes_penalty(const casefile::Act& act) {
    return act.type == "report_investigation" || act.type == "approve_notice" || act.type == "decide";
}

const casefile::Party* party_of(const cases::LoadedCase& loaded, const casefile::Act& act) {
    const auto& parties = loaded.state.matter().parties;
    for (const casefile::Party& party : parties)
        if (!act.party || party.id == *act.party) return &party;
    return nullptr;
}

void set_text(base::Object& object, std::string_view name, const std::string& text) {
    if (!text.empty()) object.set(name, text);
}

bool states_facts(const cases::CaseFacts& facts, const casefile::Act& act) {
    return act.paper["discretion"].has("facts") || facts.discretion_facts.has("facts");
}

}  // namespace

base::Value discretion_request(const cases::LoadedCase& loaded, const casefile::Act& act) {
    const cases::CaseFacts facts = cases::facts_of(loaded.state);
    const casefile::Party* party = party_of(loaded, act);
    if (party == nullptr) return {};
    base::Object request =
        (act.paper["discretion"].has("facts") ? act.paper["discretion"] : facts.discretion_facts).object();
    for (const char* note : {"found", "reasoning", "deviation_reason"}) request.erase(note);
    if (!request.find("facts")) request.set("facts", base::Object{});
    const bool is_filing = act.data.has("violations");
    const base::List& violations =
        is_filing ? act.data.list("violations") : act.data["penalty"].list("violations");
    if (!violations.empty())
        request.set("violation_id", violations.front());
    else if (!request.find("violation_id") && !facts.violations.empty())
        request.set("violation_id", facts.violations.front());
    set_text(request, "jurisdiction", loaded.agency.jurisdiction);
    // Before the filing is recorded its own form says when the act ended, and before that only when it was
    // found.
    const auto end = act.data.text("act_end");
    const std::string act_end = !facts.act_end.empty() ? facts.act_end
                                : !end.empty()         ? std::string(end)
                                                       : facts.found_on;
    set_text(request, "act_start", facts.act_start);
    set_text(request, "act_end", act_end);
    set_text(request, "discovered_on", facts.found_on);
    request.set("decision_on", act.at.date().str());
    request.set("actor", cases::actor_of(*party, act_end));
    request.erase("proposed_fine");
    set_text(request, "proposed_fine", std::string(act.data["penalty"].text("fine")));
    return request;
}

namespace {

std::int64_t highest_fine(const base::Value& finding) {
    const auto most = base::Money::parse(finding["statutory"].text("max"));
    return most ? most->in_fen() : 0;
}

// Several violations are answered one by one; the one that may be fined highest speaks for all (行政处罚法
// 第二十九条). What cannot be answered with the facts stated does not take part.
base::Value finding_of_all(const base::Value& request, const base::List& violations,
                           const discretion::Catalogue& catalogue, const discretion::Benchmarks& benchmarks) {
    base::Value chosen = discretion::decide_all(request, catalogue, benchmarks);
    if (chosen.has("error") && !request["facts"].object().empty()) return chosen;
    for (const base::Value& violation : violations) {
        if (violation.as_string() == nullptr || *violation.as_string() == request.text("violation_id"))
            continue;
        base::Object other = request.object();
        other.set("violation_id", violation);
        base::Value finding = discretion::decide_all(base::Value(std::move(other)), catalogue, benchmarks);
        const bool speaks = highest_fine(finding) > highest_fine(chosen);
        if (!finding.has("error") && speaks) chosen = std::move(finding);
    }
    return chosen;
}

}  // namespace

base::Result<base::Value> penalty_finding(const office::Office& office, const cases::LoadedCase& loaded,
                                          const casefile::Act& act) {
    if (!proposes_penalty(act)) return base::Value();
    const bool stated = states_facts(cases::facts_of(loaded.state), act);
    if (!stated && !act.data.has("penalty")) return base::Value();
    const base::Value asked = discretion_request(loaded, act);
    if (asked.is_null() || !asked.has("violation_id")) return base::Value();
    const base::Value request = TRY(with_proofs(office, loaded, asked));
    const auto benchmarks = office.benchmarks.current();
    base::Value finding =
        finding_of_all(request, act.data["penalty"].list("violations"), office.discretion, *benchmarks);
    const base::Value& error = finding["error"];
    if (error.is_null()) return finding;
    if (!stated) return base::Value();
    const std::string field(error.text("field"));
    return base::fail(std::string(error.text("code")), std::string(error.text("detail")), {},
                      field.empty() ? "paper.discretion" : fmt::format("paper.discretion.{}", field));
}

base::Value finding_on_record(const office::Office& office, const cases::LoadedCase& loaded,
                              std::string_view party) {
    const casefile::Act* proposed = nullptr;
    base::Value stated = party.empty() ? base::Value()
                                       : base::Object{
                                             {"facts", base::Object{}}
    };
    for (const casefile::Act& act : loaded.state.acts()) {
        const bool is_ours = party.empty() || !act.party || *act.party == party;
        if (!is_ours || loaded.state.struck(act.n)) continue;
        if (proposes_penalty(act) && act.data.has("penalty")) proposed = &act;
        if (act.paper["discretion"].has("facts")) stated = act.paper["discretion"];
    }
    if (proposed == nullptr) return {};
    casefile::Act asked = *proposed;
    if (!party.empty()) asked.party = party;
    if (!stated.is_null() && !asked.paper["discretion"].has("facts")) {
        base::Object paper = asked.paper.object();
        paper.set("discretion", std::move(stated));
        asked.paper = std::move(paper);
    }
    return penalty_finding(office, loaded, asked).value_or(base::Value());
}

std::optional<procedure::Refusal> outside_the_law(const base::Value& finding) {
    const base::Value& verdict = finding["verdict"];
    if (verdict.text("result") != "outside_law") return std::nullopt;
    const base::Value& statutory = finding["statutory"];
    return procedure::Refusal{
        .code = "amount_outside_range",
        .message = fmt::format("罚款数额不在法定幅度之内（{}元至{}元）。{}", statutory.text("min"),
                               statutory.text("max"), verdict.text("note")),
        .basis = "行政处罚法 第五条第二款、第三十二条",
        .field = "data.penalty.fine"};
}

// 行政处罚法 第二十八条第二款: gains that were found are confiscated, and goods where the provision says so.
std::optional<procedure::Refusal> item_left_out(const base::Value& finding, const casefile::Act& act) {
    const auto kind = discretion::left_out(finding, act.data["penalty"]);
    if (!kind) return std::nullopt;
    return procedure::Refusal{
        .code = "mandatory_item_missing",
        .message = fmt::format("法律规定应当并处的内容没有写入（应当没收{}）",
                               *kind == "confiscate_gains" ? "违法所得" : "违法财物"),
        .basis = *kind == "confiscate_gains" ? "行政处罚法 第二十八条第二款" : "行政处罚法 第五十九条",
        .field = "data.penalty.kinds",
        .cure = {act.type}};
}

// 程序规定 第四十八条第一款第（六）项: the report states the reasons of the discretion; 行政处罚法 第三十四条
// binds it to the benchmark, so that leaving the tier has to be reasoned in writing.
std::optional<procedure::Refusal> unreasoned_deviation(const base::Value& finding, const casefile::Act& act) {
    const base::Value& verdict = finding["verdict"];
    if (verdict.text("result") != "other_tier") return std::nullopt;
    if (!base::is_blank(act.paper["discretion"].text("deviation_reason"))) return std::nullopt;
    return procedure::Refusal{
        .code = "deviation_without_reason",
        .message = fmt::format("拟罚款数额偏离本案的裁量阶次，应当写明理由。{}", verdict.text("note")),
        .basis = "行政处罚法 第三十四条；程序规定 第四十八条",
        .field = "paper.discretion.deviation_reason"};
}

namespace {

bool has_fine(const casefile::Act& act) {
    return procedure::lists(act.data, "penalty.kinds", "fine");
}

bool reported(const cases::LoadedCase& loaded) {
    const auto* report = cases::last_act(loaded.state, "report_investigation");
    return report != nullptr && report->data.has("other_fines");
}

}  // namespace

// 行政处罚法 第二十九条: no second fine for one act, whoever gave the first.
std::optional<procedure::Refusal> other_fines_unstated(const cases::LoadedCase& loaded,
                                                       const casefile::Act& act) {
    const bool asked =
        act.type == "report_investigation" || act.type == "decide" || act.type == "decide_on_spot";
    if (!asked || !has_fine(act) || act.data.has("other_fines")) return std::nullopt;
    if (act.type == "decide" && reported(loaded)) return std::nullopt;
    return procedure::Refusal{.code = "other_fines_not_stated",
                              .message = "拟处罚款的，应当先查明并写明对同一违法行为其他机关是否已经罚款",
                              .basis = "行政处罚法 第二十九条",
                              .field = "data.other_fines",
                              .cure = {act.type}};
}

}  // namespace acts
