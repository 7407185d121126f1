#include "acts/append.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "acts/stand_in.hpp"
#include "cases/evidence_of.hpp"
#include "cases/project.hpp"
#include "documents/papers.hpp"

namespace acts {

namespace {

base::Result<void> collect(const std::vector<ports::Evidence>& evidence, const base::Value& value,
                           const std::string& path, std::vector<ports::Attachment>& found) {
    for (const auto& [name, member] : value.object()) {
        const std::string place = fmt::format("{}.{}", path, name);
        if (name != "media") {
            TRY(collect(evidence, member, place, found));
            continue;
        }
        for (const base::Value& entry : member.items()) {
            const auto* id = entry.as_string();
            const auto row = std::ranges::find_if(
                evidence, [&](const auto& item) { return id != nullptr && item.id == *id; });
            if (row == evidence.end())
                return base::fail("unknown_evidence", "所列证据不在本案证据之中", {}, place);
            found.push_back({.evidence_id = row->id, .sm3 = row->sm3});
        }
    }
    for (std::size_t i = 0; i < value.items().size(); ++i)
        TRY(collect(evidence, value.items()[i], fmt::format("{}.{}", path, i), found));
    return {};
}

bool names_evidence(const base::Value& value) {
    for (const auto& [name, member] : value.object())
        if (name == "media" ? !member.items().empty() : names_evidence(member)) return true;
    return std::ranges::any_of(value.items(), names_evidence);
}

base::Result<std::vector<ports::NewDocument>> papers_of(const office::Office& office,
                                                        const identity::Viewer& viewer,
                                                        const cases::LoadedCase& after,
                                                        const ports::Append& append,
                                                        const base::Value& finding) {
    const auto* type = office.rules.table.find(append.act.type);
    if (type == nullptr || type->documents.empty()) return std::vector<ports::NewDocument>();
    const auto sources =
        TRY(documents::gather(office, viewer, after, append.act.n, append.signatures, finding));
    return documents::papers(sources);
}

// The unit of whoever begins the check or takes the case on holds it from then on.
std::optional<std::string> taking_unit(const cases::LoadedCase& loaded, const casefile::Act& act) {
    if (act.type != "start_check" && act.type != "file_case" && act.type != "assign_handlers")
        return std::nullopt;
    const auto* staff = loaded.person(act.by.front());
    if (staff == nullptr || staff->unit.empty() || staff->unit == loaded.record.node) return std::nullopt;
    return staff->unit;
}

// The parties a case began with, as they are known now. Those that joined it come in by their own acts again
// whenever it is folded, and those that left it leave by theirs.
std::vector<casefile::Party> as_known(std::vector<casefile::Party> parties,
                                      const std::vector<casefile::Party>& now) {
    for (auto& party : parties) {
        const auto found = std::ranges::find(now, party.id, &casefile::Party::id);
        if (found != now.end()) party = *found;
    }
    return parties;
}

}  // namespace

base::Result<std::vector<ports::Attachment>> attachments_of(const office::Office& office,
                                                            const identity::Viewer& viewer,
                                                            const ports::CaseRecord& record,
                                                            const base::Value& data) {
    std::vector<ports::Attachment> found;
    if (!names_evidence(data)) return found;
    std::vector<ports::Evidence> evidence;
    if (!record.no.empty()) evidence = TRY(cases::evidence_of(office, viewer, record));
    TRY(collect(evidence, data, "data", found));
    return found;
}

ports::Signature signature_of(const cases::LoadedCase& loaded, std::string_view person, std::string_view role,
                              std::string_view step, base::Instant at, std::string_view opinion) {
    ports::Signature signature{.person = std::string(person),
                               .name = loaded.name_of(person),
                               .role = std::string(role),
                               .step = std::string(step),
                               .certificate_no = {},
                               .opinion = std::string(opinion),
                               .at = at};
    const auto* staff = loaded.person(person);
    if (staff == nullptr) return signature;
    if (staff->certificate) signature.certificate_no = staff->certificate->no;
    signature.delegation = power_under(*staff, role, at.date());
    return signature;
}

base::Result<Entry> entry_of(const office::Office& office, const identity::Viewer& viewer,
                             const cases::LoadedCase& loaded, Judged judged,
                             std::vector<ports::Signature> signatures, const ports::Projection* shown) {
    // 程序规定 第二十四条: the chain holds the hash of every file the act names.
    auto attachments = TRY(attachments_of(office, viewer, loaded.record, judged.act.data));
    ports::Append append{.case_no = loaded.record.no,
                         .expected_version = loaded.record.version,
                         .act = std::move(judged.act),
                         .signatures = std::move(signatures),
                         .attachments = std::move(attachments),
                         .projection = {},
                         .documents = {}};
    append.act.recorded_at = office.now();
    if (!loaded.record.acts.empty())
        append.head = {.hash = loaded.record.acts.back().hash,
                       .procedure = loaded.record.matter.procedure,
                       .province = loaded.record.matter.province};

    auto kept = std::make_shared<cases::Kept>(cases::Kept{
        .loaded = {.record = loaded.record,
                   .agency = loaded.agency,
                   .staff = loaded.staff,
                   .state = *std::move(judged.after)},
        .shown = {}
    });
    cases::LoadedCase& after = kept->loaded;
    after.record.acts.push_back({.act = append.act,
                                 .signatures = append.signatures,
                                 .attachments = append.attachments,
                                 .prev_hash = append.head ? append.head->hash : std::string(),
                                 .hash = {}});
    after.record.version += 1;
    kept->shown = cases::project(after.state, office.today(), after.record.acts);
    append.projection = kept->shown;
    append.rows_stay = shown != nullptr && shown->as_of == append.projection.as_of &&
                       shown->clocks == append.projection.clocks && shown->tasks == append.projection.tasks;
    append.documents = TRY(papers_of(office, viewer, after, append, judged.finding));
    if (append.act.type == "strike")
        if (const auto of = append.act.data.integer("of")) append.struck = {static_cast<int>(*of)};
    append.node = taking_unit(loaded, append.act);
    if (append.node) after.record.node = *append.node;
    if (append.act.type == "record_party" || append.act.type == "correct_party")
        append.parties = as_known(loaded.record.matter.parties, after.state.matter().parties);
    if (append.parties) after.record.matter.parties = *append.parties;
    return Entry{.append = std::move(append), .after = std::move(kept)};
}

base::Result<ports::Outcome> enter(const office::Office& office, const identity::Viewer& viewer,
                                   Entry entry) {
    auto outcome = TRY(office.ports.cases.append(viewer, entry.append));
    entry.after->loaded.record.acts.back().hash = outcome.hash;
    office.shelf.keep(std::move(entry.after));
    return outcome;
}

}  // namespace acts
