#include "acts/draft_parts.hpp"

#include <algorithm>
#include <charconv>

#include "acts/reasoning_draft.hpp"
#include "cases/evidence_of.hpp"
#include "document/drafts.hpp"
#include "documents/facts.hpp"

namespace acts {

namespace {

document::Use use_of(const cases::LoadedCase& loaded, base::Date day) {
    return {.place = loaded.agency.code, .day = day};
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
    return text;
}

std::vector<std::string> files_of(const cases::LoadedCase& loaded, int n) {
    std::vector<std::string> files;
    for (const casefile::Act& act : loaded.state.acts())
        if (act.n == n)
            for (const base::Value& media : act.data.list("media"))
                if (const auto* id = media.as_string()) files.push_back(*id);
    return files;
}

// "3 现场笔录": the record and its name, in the order the forms number them.
std::vector<CitedEvidence> evidence_of(const office::Office& office, const cases::LoadedCase& loaded,
                                       base::Date day, const base::Value& facts) {
    std::vector<CitedEvidence> cited;
    const document::Draft* items = document::draft_for(office.templates, document::every_act,
                                                       document::evidence_items, use_of(loaded, day));
    if (items == nullptr) return cited;
    for (const std::string& line : lines_of(*items, facts)) {
        CitedEvidence item{.no = static_cast<int>(cited.size()) + 1, .n = 0, .title = {}};
        const auto read = std::from_chars(line.data(), line.data() + line.size(), item.n);
        item.title = std::string(read.ptr, line.data() + line.size());
        item.title.erase(0, item.title.find_first_not_of(' '));
        item.files = files_of(loaded, item.n);
        cited.push_back(std::move(item));
    }
    return cited;
}

bool has_field(const procedure::ActType& type, std::string_view name) {
    return std::ranges::any_of(type.paper, [&](const procedure::Field& field) { return field.name == name; });
}

}  // namespace

bool is_drafted(const office::Office& office, const procedure::ActType& type) {
    return !office.templates.drafts_of(type.id).empty() || has_field(type, reasons_field(type.id));
}

std::vector<std::string> hearing_order(const office::Office& office, const cases::LoadedCase& loaded,
                                       base::Date day) {
    const document::Draft* order = document::draft_for(office.templates, document::every_act,
                                                       document::hearing_order, use_of(loaded, day));
    return order == nullptr ? std::vector<std::string>() : lines_of(*order, base::Object{});
}

base::Result<base::Value> facts_of_draft(const office::Office& office, const identity::Viewer& viewer,
                                         const cases::LoadedCase& loaded, const casefile::Act& act,
                                         const base::Value& finding) {
    documents::Sources sources{.office = office, .loaded = loaded, .act = act};
    sources.finding = finding;
    sources.evidence = TRY(cases::evidence_of(office, viewer, loaded.record));
    sources.documents = TRY(office.ports.documents.of_case(viewer, loaded.record.no));
    return documents::facts(sources);
}

base::Result<DraftedParts> draft_parts(const office::Office& office, const identity::Viewer& viewer,
                                       const cases::LoadedCase& loaded, const casefile::Act& act,
                                       const base::Value& finding) {
    DraftedParts made;
    const base::Value facts = TRY(facts_of_draft(office, viewer, loaded, act, finding));
    const base::Date day = act.at.date();
    for (const document::Draft* draft :
         document::drafts_for(office.templates, act.type, use_of(loaded, day))) {
        std::string text = joined(lines_of(*draft, facts));
        if (!text.empty()) made.parts.push_back({"paper." + draft->field, std::move(text)});
    }
    const auto* type = office.rules.table.find(act.type);
    const bool reasoned =
        type != nullptr && has_field(*type, "discretion") && has_field(*type, reasons_field(act.type));
    if (std::string reasons = reasoning_draft(office, finding, loaded, act); reasoned && !reasons.empty())
        made.parts.push_back({"paper." + std::string(reasons_field(act.type)), std::move(reasons)});
    made.evidence = evidence_of(office, loaded, day, facts);
    return made;
}

}  // namespace acts
