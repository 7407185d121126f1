#include "acts/check_act.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "acts/append.hpp"
#include "acts/belonging.hpp"
#include "acts/fitness.hpp"
#include "acts/other_case.hpp"
#include "acts/record_act.hpp"
#include "acts/reporter_secret.hpp"
#include "acts/sign_proposal.hpp"
#include "acts/steps.hpp"
#include "documents/papers.hpp"

namespace acts {

namespace {

cases::LoadedCase with_act(const cases::LoadedCase& loaded, const Judged& judged,
                           const std::vector<ports::Signature>& signatures) {
    cases::LoadedCase after = loaded;
    after.state = *judged.after;
    after.record.acts.push_back(
        {.act = judged.act, .signatures = signatures, .attachments = {}, .prev_hash = {}, .hash = {}});
    after.record.version += 1;
    return after;
}

base::Result<std::vector<documents::Preview>> papers(const office::Office& office,
                                                     const identity::Viewer& viewer,
                                                     const cases::LoadedCase& loaded, const Judged& judged) {
    const std::vector signatures{signature_of(loaded, viewer.person, acting_role(*judged.type, viewer.roles),
                                              "propose", office.now())};
    const cases::LoadedCase after = with_act(loaded, judged, signatures);
    auto sources = TRY(documents::gather(office, viewer, after, judged.act.n, signatures, judged.finding));
    // Whoever the guards were told would approve has approved nothing yet: his opinion and name stay out.
    casefile::Act open = sources.act;
    open.approved_by.reset();
    return documents::previews({.office = sources.office,
                                .loaded = sources.loaded,
                                .act = open,
                                .signatures = std::move(sources.signatures),
                                .evidence = std::move(sources.evidence),
                                .documents = std::move(sources.documents),
                                .finding = std::move(sources.finding),
                                .unit_name = std::move(sources.unit_name)});
}

std::vector<clocks::ClockView> started_by(const procedure::Case& before, const procedure::Case& after,
                                          base::Date today) {
    const auto known = before.clocks(today, clocks::Detail::brief);
    std::vector<clocks::ClockView> fresh;
    for (auto& clock : after.clocks(today)) {
        const bool was_there = std::ranges::any_of(
            known, [&](const auto& old) { return old.code == clock.code && old.of == clock.of; });
        if (!was_there) fresh.push_back(std::move(clock));
    }
    return fresh;
}

}  // namespace

base::Result<Checked> check_act(const office::Office& office, const identity::Viewer& viewer,
                                std::string_view case_no, const ActRequest& typed) {
    const cases::LoadedCase loaded = TRY(cases::load_case(office, viewer, case_no));
    TRY(check_is_colleague(loaded, viewer));
    TRY(check_signs_for_self(viewer, typed));
    if (const auto* type = office.rules.table.find(typed.act)) {
        TRY(check_by_hand(*type, typed));
        TRY(check_belonging(loaded, viewer, *type, typed));
    }
    const ActRequest request = TRY(with_other_case(office, viewer, loaded, typed));
    const base::Instant at = TRY(instant_of(request, loaded.state, office.now()));
    Judged judged = TRY(judge(office, loaded, request, at, std::nullopt));
    if (!judged.refusal && touches_other_case(request.act))
        judged.refusal = TRY(other_side(office, viewer, loaded, judged, {})).refusal;
    judged = TRY(with_reporter_kept_secret(office, viewer, loaded, std::move(judged)));
    Checked checked{.refusal = judged.refusal,
                    .steps = steps_of(loaded, viewer, *judged.type, judged.chain, request.by),
                    .state_after = {},
                    .state_after_label = {},
                    .clocks_started = {},
                    .papers = {},
                    .finding = judged.finding};
    if (judged.refusal) return checked;
    TRY(attachments_of(office, viewer, loaded.record, request.data));
    const auto state = judged.after->main_state(at);
    checked.state_after = procedure::name(state);
    checked.state_after_label = office.rules.table.state_label(state);
    checked.clocks_started = started_by(loaded.state, *judged.after, at.date());
    for (const auto& paper : TRY(papers(office, viewer, loaded, judged)))
        checked.papers.push_back({.no = paper.no, .id = paper.id, .title = paper.title});
    return checked;
}

base::Result<Checked> check_proposal(const office::Office& office, const identity::Viewer& viewer,
                                     const ports::Proposal& proposal) {
    const cases::LoadedCase loaded = TRY(cases::load_case(office, viewer, proposal.case_no));
    const ActRequest request = TRY(request_of(proposal));
    base::Instant at = request.at.value_or(office.now());
    if (!loaded.state.acts().empty() && at < loaded.state.acts().back().at)
        at = loaded.state.acts().back().at;
    const Judged judged = TRY(judge(office, loaded, request, at, std::nullopt));
    Checked checked{.refusal = judged.refusal,
                    .steps = {},
                    .state_after = {},
                    .state_after_label = {},
                    .clocks_started = {},
                    .papers = {},
                    .finding = {}};
    for (const auto& step : proposal.steps)
        if (!step.signed_at) checked.steps.push_back(step);
    if (judged.refusal) return checked;
    const auto state = judged.after->main_state(at);
    checked.state_after = procedure::name(state);
    checked.state_after_label = office.rules.table.state_label(state);
    checked.clocks_started = started_by(loaded.state, *judged.after, at.date());
    return checked;
}

base::Result<std::vector<documents::Preview>> previews(const office::Office& office,
                                                       const identity::Viewer& viewer,
                                                       std::string_view case_no, const ActRequest& request) {
    const cases::LoadedCase loaded = TRY(cases::load_case(office, viewer, case_no));
    const base::Instant at = TRY(instant_of(request, loaded.state, office.now()));
    const Judged judged = TRY(judge(office, loaded, request, at, std::nullopt));
    if (judged.refusal)
        return base::fail("refused_by_law", judged.refusal->message, judged.refusal->basis,
                          judged.refusal->field);
    return papers(office, viewer, loaded, judged);
}

base::Result<document::Document> preview(const office::Office& office, const identity::Viewer& viewer,
                                         std::string_view case_no, const ActRequest& request,
                                         std::string_view document) {
    for (auto& paper : TRY(previews(office, viewer, case_no, request)))
        if (paper.id == document) return std::move(paper.document);
    return base::fail("not_found", "该行为不产生这一文书", {}, "document");
}

}  // namespace acts
