#include "acts/prefill.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "acts/filling.hpp"
#include "acts/prefill_hearing.hpp"
#include "clocks/performance.hpp"
#include "procedure/derived.hpp"
#include "procedure/hearing_range.hpp"
#include "procedure/publicity_class.hpp"

namespace acts {

namespace {

using base::List;
using base::Object;
using base::Value;

// A field that names an earlier act names, unless told otherwise, the last one it may name.
void fill_references(Filling& filling) {
    for (const procedure::Field& field : filling.type.fields) {
        if (field.type != procedure::FieldType::act || field.of_acts.empty()) continue;
        const casefile::Act* latest = nullptr;
        for (const std::string& act : field.of_acts) {
            const casefile::Act* found = filling.last(act);
            if (found != nullptr && (latest == nullptr || found->n > latest->n)) latest = found;
        }
        if (latest != nullptr && field.required) filling.values.set(field.name, latest->n);
    }
}

void fill_days(Filling& filling) {
    static constexpr std::array usual = {"on",           "received_on",  "form_on",         "signed_on",
                                         "paid_on",      "done_on",      "checked_on",      "found_on",
                                         "sent_on",      "requested_on", "ground_ended_on", "arose_on",
                                         "competent_on", "told_on",      "copy_received_on"};
    for (const char* name : usual) {
        const auto* field = filling.type.field(name);
        if (field != nullptr && field->type == procedure::FieldType::date)
            filling.values.set(name, filling.today.str());
    }
}

// The form of the decision prints these blocks by itself (行政处罚法 第五十九条); the officer takes a tick
// away where the paper was made otherwise.
void fill_decision_paper(Filling& filling) {
    Object blocks;
    for (const char* block :
         {"party", "facts", "answer", "content", "performance", "remedies", "agency_date"})
        blocks.set(block, true);
    filling.set("blocks", std::move(blocks));
    for (const char* told : {"late_fee_told", "publicity_told", "order_correction"}) filling.set(told, true);
}

void fill_notice(Filling& filling) {
    if (filling.type.id != "approve_notice" || filling.facts.penalty.is_null()) return;
    for (const char* block : {"facts", "reasons", "basis"}) filling.set(block, true);
    filling.set("because", "first");
    const auto& matter = filling.loaded.state.matter();
    if (matter.parties.empty()) return;
    const auto sums = filling.loaded.state.rules().sums.of(matter, matter.parties.front(), filling.today);
    filling.set("hearing_offered", procedure::in_hearing_range(filling.facts.penalty, sums.hearing));
}

void fill_penalty(Filling& filling) {
    filling.set("penalty", filling.facts.penalty);
    const casefile::Act* report = filling.last("report_investigation");
    if (filling.type.id != "decide" || report == nullptr) return;
    filling.set_text("kind", report->data.text("proposes"));
    filling.set("ground", report->data["ground"]);
    filling.set("other_fines", report->data["other_fines"]);
    const Value& agency = filling.loaded.agency.details;
    filling.set("remedies", Object{
                                {"first",        "reconsideration_or_court"         },
                                {"body",         agency.text("reconsideration_body")},
                                {"recon_days",   60                                 },
                                {"court_months", 6                                  }
    });
    filling.set_text("bank", agency.text("bank"));
    fill_decision_paper(filling);
    if (report->data.text("proposes") != "penalty") filling.values.erase("penalty");
}

// 告知之后的陈述申辩，每一点都要复核、都要在决定中答复。
void fill_answers(Filling& filling) {
    List points;
    for (const casefile::Act& act : filling.loaded.state.acts()) {
        if (act.type != "answer_notice" || filling.loaded.state.struck(act.n)) continue;
        for (const Value& point : act.data.list("points"))
            points.push_back(Object{
                {"id",      point.text("id")},
                {"adopted", false           },
                {"reason",  ""              }
            });
    }
    for (Value& point : points) {
        for (const casefile::Act& act : filling.loaded.state.acts())
            if (act.type == "recheck")
                for (const Value& checked : act.data.list("points"))
                    if (checked.text("id") == point.text("id")) point = checked;
    }
    if (filling.type.id == "recheck") filling.set("points", points);
    if (filling.type.id == "decide" && !points.empty()) filling.set("answers", points);
}

void fill_goods(Filling& filling) {
    const casefile::Act* seizure = filling.last("seize");
    if (filling.type.id == "dispose_goods") {
        const List& confiscated = filling.facts.penalty.list("goods");
        if (!confiscated.empty()) filling.set("items", confiscated);
        filling.set("origin", "confiscated");
    } else if (seizure != nullptr && filling.type.id != "seize") {
        filling.set("items", seizure->data["items"]);
    }
}

void fill_service(Filling& filling) {
    if (filling.type.id != "serve") return;
    // What was made last is served next; of one act's papers the first.
    const auto papers = filling.loaded.state.documents();
    const auto waits = [](const procedure::DueDocument& paper) { return paper.status == "to_serve"; };
    const auto newest = std::find_if(papers.rbegin(), papers.rend(), waits);
    if (newest != papers.rend()) {
        const auto paper = std::ranges::find_if(
            papers, [&](const procedure::DueDocument& each) { return waits(each) && each.of == newest->of; });
        std::int64_t number = 0;
        const bool is_number =
            std::ranges::all_of(paper->document, [](char c) { return c >= '0' && c <= '9'; });
        if (is_number) number = std::stoll(paper->document);
        filling.set("document", is_number ? Value(number) : Value(paper->document));
        filling.set("of", paper->of);
    }
    filling.set("method", "direct");
    filling.set("outcome", "served");
    const auto& parties = filling.loaded.state.matter().parties;
    if (!parties.empty()) {
        const bool natural = parties.front().kind != casefile::PartyKind::organisation;
        filling.set_text("receiver", natural
                                         ? parties.front().name
                                         : std::string(parties.front().details.text("legal_representative")));
        filling.set("relation", natural ? "self" : "representative");
    }
}

void fill_review(Filling& filling) {
    const casefile::Act* sent = filling.last("send_review");
    if (filling.type.id == "review" && sent != nullptr) filling.set_text("kind", sent->data.text("kind"));
    const casefile::Act* report = filling.last("report_investigation");
    if (filling.type.id == "send_review" && report != nullptr)
        filling.set("kind", report->data.list("legal_review_grounds").empty() ? "case" : "legal");
}

// What is still owed, the fine first; a late fee nobody has asked for may still be paid in (行政处罚法
// 第七十二条).
void fill_payment(Filling& filling) {
    if (filling.type.id != "pay") return;
    filling.set("channel", "bank");
    const auto& state = filling.loaded.state;
    const auto owed = clocks::performance(state.live_acts());
    if (!owed) return;
    const auto late_fee = std::max(
        owed->late_fee_rest(), procedure::accrued_late_fee(*state.standing(0, filling.today),
                                                           state.live_acts(), filling.today, state.rules()) -
                                   owed->late_fee_paid);
    for (const auto& [item, rest] : {
             std::pair{"fine",     owed->fine_rest() },
             std::pair{"gains",    owed->gains_rest()},
             std::pair{"late_fee", late_fee          }
    }) {
        if (rest <= base::Money()) continue;
        filling.set("item", item);
        filling.set("sum", rest.str());
        return;
    }
}

void fill_closing(Filling& filling) {
    const casefile::Act* decision = filling.last("decide");
    if (filling.type.id != "close" || decision == nullptr) return;
    const auto kind = decision->data.text("kind");
    filling.set("ground", kind == "penalty" ? "performed" : kind);
}

// 公示规定 第十三条至第十五条: the class follows from the decision.
void fill_publicity(Filling& filling) {
    const casefile::Act* decision = filling.last("decide");
    if (filling.type.id != "publish" || decision == nullptr || filling.party() == nullptr) return;
    const auto& sums = filling.loaded.state.rules().sums;
    filling.set_text("class", procedure::publicity_class(decision->data, filling.party()->kind, sums));
}

// Reasons nobody wrote otherwise than they were drafted are drafted anew: since then the party may have been
// heard (行政处罚法 第四十五条).
bool is_drafted_anew(std::string_view field, const casefile::Act& source) {
    const Value& reasoning = source.paper["discretion"]["reasoning"];
    return (field == "reasons" || field == "discretion_reasons") && reasoning.as_object() != nullptr &&
           !reasoning.truth("is_edited");
}

// The officers' words go on from paper to paper; what was called differently there is named here.
Value fill_paper(const Filling& filling) {
    static constexpr std::array sources = {"decide", "approve_notice", "report_investigation"};
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> also_called = {
        {{"evidence_text", "evidence_and_reasons"},
         {"reasons", "discretion_reasons"},
         {"content", "proposal"}}
    };
    Object paper;
    for (const procedure::Field& field : filling.type.paper) {
        for (const char* source : sources) {
            const casefile::Act* act = filling.last(source);
            if (act == nullptr || paper.find(field.name) != nullptr) continue;
            if (is_drafted_anew(field.name, *act)) continue;
            if (act->paper.has(field.name)) paper.set(field.name, act->paper[field.name]);
            for (const auto& [name, other] : also_called)
                if (field.name == name && paper.find(name) == nullptr && act->paper.has(other))
                    paper.set(name, act->paper[other]);
        }
    }
    if (filling.type.id == "report_investigation" && !filling.facts.discretion_facts.is_null())
        paper.set("discretion", filling.facts.discretion_facts);
    return paper;
}

}  // namespace

Prefilled prefill(const cases::LoadedCase& loaded, const procedure::ActType& type, base::Date today) {
    Filling filling{.loaded = loaded, .type = type, .today = today, .facts = cases::facts_of(loaded.state)};
    fill_references(filling);
    fill_days(filling);
    fill_penalty(filling);
    fill_notice(filling);
    fill_answers(filling);
    fill_goods(filling);
    fill_service(filling);
    fill_people(filling);
    fill_orders(filling);
    fill_on_spot(filling);
    fill_enforcement(filling);
    fill_review(filling);
    fill_payment(filling);
    fill_closing(filling);
    fill_publicity(filling);
    for (auto& [name, value] : hearing_values(loaded, type, today)) filling.set(name, value);
    fill_presets(filling);
    Prefilled result;
    result.paper = fill_paper(filling);
    result.values = std::move(filling.values);
    return result;
}

}  // namespace acts
