#include "documents/file_words.hpp"

#include <algorithm>

#include "base/numerals.hpp"
#include "documents/print.hpp"

namespace documents {

namespace {

using base::Value;

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

proofread::Party party_of(const casefile::Party& party) {
    return {.name = party.name,
            .credit_code = party.code,
            .id_number = party.id_no,
            .phone = std::string(party.details.text("phone")),
            .address = std::string(party.details.text("address")),
            .representative = std::string(party.details.text("legal_representative"))};
}

// The provisions violated, as the newest paper had them from the catalogue.
std::vector<std::string> violated(const Value& facts) {
    std::vector<std::string> citations;
    for (const Value& article : facts["case"].list("violated"))
        citations.push_back(std::string(article.text("law")) + " " +
                            base::article_name(static_cast<int>(article.integer("article").value_or(0)),
                                               static_cast<int>(article.integer("paragraph").value_or(0)),
                                               static_cast<int>(article.integer("item").value_or(0))));
    return citations;
}

proofread::CaseFacts facts_of(const cases::LoadedCase& loaded) {
    proofread::CaseFacts facts;
    facts.case_no = loaded.record.no;
    for (const casefile::Party& party : loaded.state.matter().parties)
        facts.parties.push_back(party_of(party));
    facts.reconsideration_body = loaded.agency.details.text("reconsideration_body");
    facts.court = loaded.agency.details.text("court");
    return facts;
}

}  // namespace

std::optional<proofread::PenaltyFacts> penalty_of(const Value& data) {
    const Value penalty = data["penalty"];
    if (penalty.text("fine").empty() && penalty.list("statute").empty()) return {};
    proofread::PenaltyFacts facts;
    if (const auto fine = base::Money::parse(penalty.text("fine"))) facts.fine = *fine;
    if (const auto gains = base::Money::parse(penalty.text("gains"))) facts.gains = *gains;
    for (const Value& article : penalty.list("statute"))
        facts.statute.push_back(
            {std::string(article.text("law")), static_cast<int>(article.integer("article").value_or(0))});
    return facts;
}

proofread::Source source_of(const document::Document& paper, std::string_view id) {
    proofread::Source source;
    source.id = id;
    source.title = paper.title;
    source.number = paper.number;
    source.is_draft = true;
    if (const auto day = base::Date::parse(paper.date)) source.day = *day;
    source.paragraphs = lines_of(document::plain_text(paper));
    return source;
}

base::Result<FileWords> file_words(const office::Office& office, const identity::Viewer& viewer,
                                   const cases::LoadedCase& loaded) {
    FileWords words{.sources = {}, .facts = facts_of(loaded)};
    std::string newest;
    for (const ports::DocumentRow& row : TRY(office.ports.documents.of_case(viewer, loaded.record.no))) {
        if (row.status == "struck") continue;
        proofread::Source source;
        source.id = row.id;
        source.title = row.title;
        source.number = row.number;
        source.day = row.made_at.date();
        source.paragraphs = lines_of(TRY(text(office, viewer, row.id)));
        if (const ports::RecordedAct* act = loaded.act(row.act_n)) source.penalty = penalty_of(act->act.data);
        words.sources.push_back(std::move(source));
        newest = row.id;
    }
    if (!newest.empty())
        words.facts.violated = violated(TRY(office.ports.documents.load(viewer, newest)).facts);
    return words;
}

}  // namespace documents
