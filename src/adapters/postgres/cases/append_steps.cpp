#include "postgres/cases/append_steps.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "postgres/cases/body.hpp"
#include "postgres/cases/projection.hpp"
#include "postgres/proposals/proposal_rows.hpp"

namespace postgres {
namespace {

using Series = ports::NewDocument::Series;

std::string_view series_name(Series series) {
    switch (series) {
        case Series::agency_year:
            return "agency_year";
        case Series::case_file:
            return "case_file";
        case Series::case_number:
            return "case_number";
        case Series::none:
            break;
    }
    return "none";
}

std::string counter_name(std::string_view case_no, const ports::NewDocument& document) {
    if (document.series == Series::agency_year)
        return fmt::format("document/{}/{}", document.code, document.year);
    return fmt::format("document/{}/{}", document.code, case_no);
}

std::vector<std::string> texts_of(const std::vector<int>& numbers) {
    std::vector<std::string> texts;
    for (const int number : numbers) texts.push_back(std::to_string(number));
    return texts;
}

bool takes_number(const ports::NewDocument& document) {
    return document.series == Series::agency_year || document.series == Series::case_file;
}

// A strike or a revocation may take a decision away; without one and without decisions there is nothing
// to write.
bool changes_decisions(const ports::Append& append) {
    return !append.projection.decisions.empty() || !append.struck.empty() ||
           append.act.type == "revoke_decision";
}

// Counters the agency shares come last and always in one order, so that two acts never wait for each
// other.
std::vector<std::size_t> in_numbering_order(std::string_view case_no,
                                            const std::vector<ports::NewDocument>& documents) {
    std::vector<std::size_t> order(documents.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) {
        const bool shared = documents[i].series == Series::agency_year;
        return std::pair(shared, shared ? counter_name(case_no, documents[i]) : std::string());
    });
    return order;
}

Step document_step(std::string_view case_no, const ports::Append& append, std::size_t position) {
    const auto& document = append.documents[position];
    Params params(document.id, case_no, append.act.n, position, document.document, document.no,
                  document.title, document.slot, Json{document.facts}, append.act.at,
                  series_name(document.series));
    if (takes_number(document)) {
        params.add(counter_name(case_no, document))
            .add(document.before)
            .add(document.after)
            .add(document.digits);
        return {"documents/issue", std::move(params)};
    }
    params.add(document.series == Series::case_number ? case_no : std::string_view());
    return {"documents/add", std::move(params)};
}

// Who signs alone removes his own draft; those of others are out of his sight.
Step finish_drafts_step(std::string_view case_no, const casefile::Act& act) {
    if (act.by.size() == 1) return {"drafts/erase", Params(case_no, act.type)};
    return {"drafts/finish", Params(case_no, act.type, act.by)};
}

}  // namespace

ChainedAct chained_act(std::string_view case_no, const ports::Append& append, std::string prev_hash,
                       const base::Value& matter) {
    const ports::RecordedAct recorded{.act = append.act,
                                      .signatures = append.signatures,
                                      .attachments = append.attachments,
                                      .prev_hash = {},
                                      .hash = {}};
    base::Object sealed;
    if (!matter.is_null()) sealed.set("matter", matter);
    base::List documents;
    for (const auto& document : append.documents)
        documents.push_back(sealed_document(document.id, document.document, document.facts));
    if (!documents.empty()) sealed.set("documents", std::move(documents));
    std::string body = body_of(case_no, recorded, sealed);
    std::string hash = chain_hash(prev_hash, body);
    return {.recorded_at = append.act.recorded_at.value_or(append.act.at),
            .body = std::move(body),
            .prev_hash = std::move(prev_hash),
            .hash = std::move(hash)};
}

Step insert_act_step(std::string_view case_no, const casefile::Act& act, const ChainedAct& chained) {
    return {"cases/insert_act", Params(case_no, act.n, act.type, chained.recorded_at, chained.body,
                                       chained.prev_hash, chained.hash)};
}

std::vector<Step> append_steps(std::string_view case_no, const ports::Append& append,
                               const ChainedAct& chained) {
    std::vector<Step> steps;
    const auto& act = append.act;
    steps.push_back(insert_act_step(case_no, act, chained));
    if (!append.rows_stay)
        for (auto& step : row_steps(case_no, append.projection)) steps.push_back(std::move(step));
    if (changes_decisions(append)) steps.push_back(decisions_step(case_no, append.projection));
    if (append.proposal) steps.push_back(save_proposal_step(*append.proposal, case_no));
    if (append.delete_draft) steps.push_back(finish_drafts_step(case_no, act));
    if (!append.struck.empty())
        steps.push_back({"documents/strike", Params(case_no, texts_of(append.struck))});
    for (const std::size_t i : in_numbering_order(case_no, append.documents))
        steps.push_back(document_step(case_no, append, i));
    return steps;
}

ports::Outcome outcome_of(std::string_view case_no, const ports::Append& append) {
    ports::Outcome outcome{.recorded = true,
                           .case_no = std::string(case_no),
                           .n = append.act.n,
                           .version = append.expected_version + 1,
                           .proposal = append.proposal ? append.proposal->id : "",
                           .documents = {}};
    for (const auto& document : append.documents) outcome.documents.push_back(document.id);
    return outcome;
}

Step keep_answer_step(std::string_view person, const ports::Idempotency& idempotency,
                      const ports::Outcome& outcome) {
    return {"cases/keep_answer", Params(person, idempotency.key, idempotency.digest, outcome_value(outcome))};
}

base::Value outcome_value(const ports::Outcome& outcome) {
    base::List documents;
    for (const auto& id : outcome.documents) documents.emplace_back(id);
    return base::Object{
        {"recorded",  outcome.recorded},
        {"case_no",   outcome.case_no },
        {"n",         outcome.n       },
        {"version",   outcome.version },
        {"proposal",  outcome.proposal},
        {"documents", documents       }
    };
}

ports::Outcome read_outcome(const base::Value& value) {
    ports::Outcome outcome{.recorded = value.truth("recorded"),
                           .case_no = std::string(value.text("case_no")),
                           .n = static_cast<int>(value.integer("n").value_or(0)),
                           .version = value.integer("version").value_or(0),
                           .proposal = std::string(value.text("proposal")),
                           .documents = {}};
    for (const auto& id : value.list("documents"))
        if (const auto* text = id.as_string()) outcome.documents.push_back(*text);
    return outcome;
}

}  // namespace postgres
