#include "acts/reporter_secret.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "documents/papers.hpp"
#include "documents/print.hpp"
#include "publicity/known.hpp"
#include "publicity/person_names.hpp"
#include "publicity/reporters.hpp"

namespace acts {

namespace {

// What leaves the office for another office, a laboratory, or whoever reported himself.
constexpr std::string_view to_others[] = {"jurisdiction_designation_notice",
                                          "case_assignment_notice",
                                          "case_transfer_letter",
                                          "criminal_referral_letter",
                                          "assistance_request_letter",
                                          "seizure_assistance_notice",
                                          "rightsholder_identification_notice",
                                          "test_commission",
                                          "court_enforcement_application",
                                          "dispatch_notice",
                                          "report_result_notice",
                                          "listed_supervision_notice",
                                          "supervision_decision",
                                          "supervision_notice",
                                          "supervision_opinion"};
constexpr std::string_view complaint_phase = "complaint";
// 程序规定 第五十九条: it may say to whom the money goes back.
constexpr std::string_view refund = "refund_order";

bool goes_to_party(const procedure::Table& table, std::string_view id) {
    const auto* form = table.document(id);
    return form != nullptr && form->outward && std::ranges::find(to_others, id) == std::end(to_others);
}

void add_names(std::vector<std::string>& names, const cases::LoadedCase& loaded,
               const casefile::Matter& matter, const std::vector<casefile::Act>& acts, base::Date today) {
    for (const auto& person : publicity::known_of(matter, acts, loaded.agency, today).persons)
        if (person.kind == redact::Person::Kind::reporter && publicity::looks_like_a_person(person.name))
            names.push_back(person.name);
}

bool is_named_otherwise(const cases::LoadedCase& loaded, const std::string& name) {
    const auto holds = [&](const auto& one) { return one.name.contains(name); };
    return std::ranges::any_of(loaded.state.matter().parties, holds) ||
           std::ranges::any_of(loaded.state.matter().staff, holds);
}

// The names under which this file, or the complaint of the same letter, knows who reported. A name that is
// part of a party's or an officer's would be found wherever they are named.
base::Result<std::vector<std::string>> recorded_reporters(const office::Office& office,
                                                          const identity::Viewer& viewer,
                                                          const cases::LoadedCase& loaded) {
    std::vector<std::string> names;
    add_names(names, loaded, loaded.state.matter(), loaded.state.acts(), office.today());
    for (const casefile::Act& act : loaded.state.acts()) {
        if (act.type != "register_clue" || !act.data.has("letter_with")) continue;
        const auto complaint = office.ports.cases.load(viewer, act.data.text("letter_with"));
        if (!complaint && complaint.error().code == "not_found") continue;
        if (!complaint) return base::fail(complaint.error());
        std::vector<casefile::Act> acts;
        for (const auto& recorded : complaint->acts) acts.push_back(recorded.act);
        add_names(names, loaded, complaint->matter, acts, office.today());
    }
    std::erase_if(names, [&](const std::string& name) { return is_named_otherwise(loaded, name); });
    return names;
}

// A paper as it reads, and how it came about.
struct Read {
    std::string_view id, title;
    std::string text, cure;
};

std::optional<procedure::Refusal> told_in(const Read& paper, const std::vector<std::string>& names) {
    auto told = publicity::reporters_told(paper.text);
    if (told.empty() && paper.id != refund) told = publicity::recorded_told(paper.text, names);
    if (told.empty()) return std::nullopt;
    return procedure::Refusal{
        .code = "reporter_identity_exposed",
        .message =
            fmt::format("《{}》写明了举报人的身份信息（{}）：举报人的身份信息应当保密，不得向被举报人披露",
                        paper.title, told.front()),
        .basis = "投诉举报处理办法 第三十七条",
        .field = "paper",
        .cure = {paper.cure}};
}

bool makes_papers_for_party(const procedure::Table& table, const procedure::ActType& type) {
    return std::ranges::any_of(type.documents, [&](const auto& due) { return goes_to_party(table, due); });
}

base::Result<std::optional<procedure::Refusal>> told_in_own_papers(const office::Office& office,
                                                                   const identity::Viewer& viewer,
                                                                   const cases::LoadedCase& loaded,
                                                                   const Judged& judged) {
    cases::LoadedCase after{
        .record = loaded.record, .agency = loaded.agency, .staff = loaded.staff, .state = *judged.after};
    after.record.acts.push_back(
        {.act = judged.act, .signatures = {}, .attachments = {}, .prev_hash = {}, .hash = {}});
    const auto sources = TRY(documents::gather(office, viewer, after, judged.act.n, {}, judged.finding));
    const auto names = TRY(recorded_reporters(office, viewer, loaded));
    for (const auto& paper : TRY(documents::previews(sources)))
        if (goes_to_party(office.rules.table, paper.id))
            if (auto told = told_in({.id = paper.id,
                                     .title = paper.title,
                                     .text = document::plain_text(paper.document),
                                     .cure = judged.act.type},
                                    names))
                return told;
    return std::nullopt;
}

base::Result<std::optional<procedure::Refusal>> told_in_what_is_served(const office::Office& office,
                                                                       const identity::Viewer& viewer,
                                                                       const cases::LoadedCase& loaded,
                                                                       const casefile::Act& act) {
    const auto of = act.data.integer("of");
    const auto no = act.data.integer("document");
    const auto names = TRY(recorded_reporters(office, viewer, loaded));
    for (const auto& row : TRY(office.ports.documents.of_case(viewer, loaded.record.no))) {
        if (row.no != no || (of && row.act_n != *of) || row.status == "struck") continue;
        if (!goes_to_party(office.rules.table, row.document)) continue;
        const auto& acts = loaded.state.acts();
        const auto maker = std::ranges::find(acts, row.act_n, &casefile::Act::n);
        if (auto told = told_in({.id = row.document,
                                 .title = row.title,
                                 .text = TRY(documents::text(office, viewer, row.id)),
                                 .cure = maker == acts.end() ? act.type : maker->type},
                                names))
            return told;
    }
    return std::nullopt;
}

}  // namespace

base::Result<Judged> with_reporter_kept_secret(const office::Office& office, const identity::Viewer& viewer,
                                               const cases::LoadedCase& loaded, Judged judged) {
    if (judged.refusal || judged.type->phase == complaint_phase) return judged;
    if (judged.act.type == "serve")
        judged.refusal = TRY(told_in_what_is_served(office, viewer, loaded, judged.act));
    else if (makes_papers_for_party(office.rules.table, *judged.type))
        judged.refusal = TRY(told_in_own_papers(office, viewer, loaded, judged));
    return judged;
}

}  // namespace acts
