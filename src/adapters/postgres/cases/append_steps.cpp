#include "postgres/cases/append_steps.hpp"

#include <fmt/format.h>

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

bool takes_number(const ports::NewDocument& document) {
    return document.series == Series::agency_year || document.series == Series::case_file;
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

}  // namespace

ports::RecordedAct recorded_act(std::string_view case_no, const ports::Append& append,
                                std::string prev_hash) {
    ports::RecordedAct recorded{.act = append.act,
                                .signatures = append.signatures,
                                .attachments = append.attachments,
                                .prev_hash = std::move(prev_hash),
                                .hash = {}};
    recorded.hash = chain_hash(recorded.prev_hash, body_of(case_no, recorded));
    return recorded;
}

std::vector<Step> append_steps(std::string_view case_no, const ports::Append& append,
                               const ports::RecordedAct& recorded) {
    std::vector<Step> steps;
    const auto& act = recorded.act;
    steps.push_back({"cases/insert_act", Params(case_no, act.n, act.recorded_at, body_of(case_no, recorded),
                                                recorded.prev_hash, recorded.hash)});
    for (auto& step : row_steps(case_no, append.projection)) steps.push_back(std::move(step));
    if (append.proposal) steps.push_back(save_proposal_step(*append.proposal, case_no));
    if (append.delete_draft) steps.push_back({"drafts/finish", Params(case_no, act.type, act.by)});
    for (const bool shared : {false, true})
        for (std::size_t i = 0; i < append.documents.size(); ++i)
            if ((append.documents[i].series == Series::agency_year) == shared)
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
