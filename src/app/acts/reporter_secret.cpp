#include "acts/reporter_secret.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "documents/papers.hpp"
#include "documents/print.hpp"
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

bool goes_to_party(const procedure::Table& table, std::string_view id) {
    const auto* form = table.document(id);
    return form != nullptr && form->outward && std::ranges::find(to_others, id) == std::end(to_others);
}

std::optional<procedure::Refusal> told_in(std::string_view text, std::string_view title, std::string cure) {
    const auto told = publicity::reporters_told(text);
    if (told.empty()) return std::nullopt;
    return procedure::Refusal{
        .code = "reporter_identity_exposed",
        .message =
            fmt::format("《{}》写明了举报人的身份信息（{}）：举报人的身份信息应当保密，不得向被举报人披露",
                        title, told.front()),
        .basis = "投诉举报处理办法 第三十七条",
        .field = "paper",
        .cure = {std::move(cure)}};
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
    for (const auto& paper : TRY(documents::previews(sources)))
        if (goes_to_party(office.rules.table, paper.id))
            if (auto told = told_in(document::plain_text(paper.document), paper.title, judged.act.type))
                return told;
    return std::nullopt;
}

base::Result<std::optional<procedure::Refusal>> told_in_what_is_served(const office::Office& office,
                                                                       const identity::Viewer& viewer,
                                                                       const cases::LoadedCase& loaded,
                                                                       const casefile::Act& act) {
    const auto of = act.data.integer("of");
    const auto no = act.data.integer("document");
    for (const auto& row : TRY(office.ports.documents.of_case(viewer, loaded.record.no))) {
        if (row.no != no || (of && row.act_n != *of) || row.status == "struck") continue;
        if (!goes_to_party(office.rules.table, row.document)) continue;
        const auto& acts = loaded.state.acts();
        const auto maker = std::ranges::find(acts, row.act_n, &casefile::Act::n);
        if (auto told = told_in(TRY(documents::text(office, viewer, row.id)), row.title,
                                maker == acts.end() ? act.type : maker->type))
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
