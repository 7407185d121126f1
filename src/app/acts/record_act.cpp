#include "acts/record_act.hpp"

#include <algorithm>

#include "acts/append.hpp"
#include "acts/belonging.hpp"
#include "acts/fitness.hpp"
#include "acts/other_case.hpp"
#include "acts/published_copies.hpp"
#include "acts/reporter_secret.hpp"
#include "acts/steps.hpp"
#include "cases/project.hpp"

namespace acts {

namespace {

// A proposal made for "now" bears the instant of the last signature: an act is recorded when it is approved
// (acts.md §1).
constexpr std::chrono::minutes counts_as_now{15};

ports::Proposal proposal_of(const office::Office& office, const identity::Viewer& viewer,
                            const cases::LoadedCase& loaded, const ActRequest& request, const Judged& judged,
                            base::Instant now) {
    ActRequest body = request;
    if (body.at && now.point() - body.at->point() < counts_as_now) body.at.reset();
    const ports::Signature author = signature_of(loaded, viewer.person, {}, "propose", now);
    const ports::Projection shown = cases::project(loaded.state, now.date(), loaded.record.acts);
    ports::Proposal proposal{.id = office.ports.random.id(),
                             .case_no = loaded.record.no,
                             .agency = loaded.record.agency,
                             .cause = shown.cause,
                             .party_name = shown.party,
                             .act = judged.type->id,
                             .title = judged.type->title,
                             .body = body.to_value(),
                             .author = viewer.person,
                             .author_name = viewer.name,
                             .author_certificate = author.certificate_no,
                             .steps = steps_of(loaded, viewer, *judged.type, judged.chain, request.by),
                             .status = "waiting",
                             .waiting_person = {},
                             .waiting_role = {},
                             .waiting_node = {},
                             .returned_by = {},
                             .returned_reason = {},
                             .created_at = now,
                             .updated_at = now};
    set_waiting(proposal, loaded, viewer.node);
    return proposal;
}

// A new proposal takes the place of those that came back.
base::Result<void> retire_returned(const office::Office& office, const identity::Viewer& viewer,
                                   const ports::Proposal& fresh) {
    for (ports::Proposal& old : TRY(office.ports.proposals.of_case(viewer, fresh.case_no))) {
        if (old.status != "returned" || old.act != fresh.act || old.author != fresh.author) continue;
        old.status = "withdrawn";
        old.updated_at = fresh.created_at;
        TRY(office.ports.proposals.save(viewer, old));
    }
    return {};
}

base::Result<Settled> propose(const office::Office& office, const identity::Viewer& viewer,
                              const cases::LoadedCase& loaded, const ActRequest& request,
                              const Judged& judged, const WriteOptions& options) {
    TRY(attachments_of(office, viewer, loaded.record, judged.act.data));
    const ports::Proposal proposal = proposal_of(office, viewer, loaded, request, judged, office.now());
    TRY(office.ports.proposals.create(viewer, proposal, options.idempotency));
    TRY(retire_returned(office, viewer, proposal));
    TRY(office.ports.drafts.erase(viewer, loaded.record.no, proposal.act));
    return Settled{
        .outcome = {.recorded = false,
                    .case_no = loaded.record.no,
                    .version = loaded.record.version,
                    .proposal = proposal.id}
    };
}

base::Result<Settled> record(const office::Office& office, const identity::Viewer& viewer,
                             const cases::LoadedCase& loaded, Judged judged, const WriteOptions& options,
                             const ports::Projection* shown = nullptr) {
    const auto signature =
        signature_of(loaded, viewer.person, acting_role(*judged.type, viewer.roles), "propose", office.now());
    Entry entry = TRY(entry_of(office, viewer, loaded, std::move(judged), {signature}, shown));
    entry.append.delete_draft = true;
    entry.append.idempotency = options.idempotency;
    return Settled{.outcome = TRY(first_outcome(office, viewer, options.idempotency,
                                                enter(office, viewer, std::move(entry))))};
}

bool is_signed_alone(const ActRequest& request, const Judged& judged) {
    return request.by.size() == 1 && judged.chain.empty();
}

base::Result<Judged> judge_request(const office::Office& office, const identity::Viewer& viewer,
                                   const cases::LoadedCase& loaded, const ActRequest& request) {
    TRY(check_is_colleague(loaded, viewer));
    TRY(check_signs_for_self(viewer, request));
    if (const auto* type = office.rules.table.find(request.act)) {
        TRY(check_by_hand(*type, request));
        TRY(check_belonging(loaded, viewer, *type, request));
    }
    const base::Instant at = TRY(instant_of(request, loaded.state, office.now()));
    Judged judged = TRY(judge(office, loaded, request, at, std::nullopt));
    if (!judged.refusal && touches_other_case(request.act))
        judged.refusal = TRY(other_side(office, viewer, loaded, judged, {})).refusal;
    judged = TRY(with_reporter_kept_secret(office, viewer, loaded, std::move(judged)));
    return with_published_copies(office, viewer, loaded, request, std::move(judged));
}

// An act that nobody else signs, on a case in hand: judged and written in one go, and the transaction that
// writes it makes sure that the viewer may and that the case still stands so. Whatever is not accepted at the
// first try is judged anew on the case as it is loaded for the viewer.
std::optional<Settled> record_at_once(const office::Office& office, const identity::Viewer& viewer,
                                      std::string_view case_no, const ActRequest& request,
                                      const WriteOptions& options) {
    const auto kept = cases::in_hand(office, viewer, case_no);
    if (!kept) return std::nullopt;
    const cases::LoadedCase& loaded = kept->loaded;
    if (options.version_seen && *options.version_seen != loaded.record.version) return std::nullopt;
    auto judged = judge_request(office, viewer, loaded, request);
    if (!judged || judged->refusal || !is_signed_alone(request, *judged)) return std::nullopt;
    auto settled = record(office, viewer, loaded, *std::move(judged), options, &kept->shown);
    if (settled) return *std::move(settled);
    office.shelf.drop(case_no);
    return std::nullopt;
}

}  // namespace

base::Result<ports::Outcome> first_outcome(const office::Office& office, const identity::Viewer& viewer,
                                           const std::optional<ports::Idempotency>& key,
                                           base::Result<ports::Outcome> written) {
    if (written || written.error().code != "repeated" || !key) return written;
    const auto earlier = TRY(office.ports.cases.find_outcome(viewer, *key));
    if (!earlier) return base::fail("in_progress", "同一请求正在处理，请稍候");
    return *earlier;
}

base::Result<void> check_signs_for_self(const identity::Viewer& viewer, const ActRequest& request) {
    if (std::ranges::find(request.by, viewer.person) != request.by.end()) return {};
    return base::fail("not_among_those_who_act",
                      "只能以本人名义办理；请把本人列入办理人员，其他人由其本人确认", {}, "by");
}

base::Result<Settled> record_act(const office::Office& office, const identity::Viewer& viewer,
                                 std::string_view case_no, const ActRequest& request,
                                 const WriteOptions& options) {
    if (auto settled = record_at_once(office, viewer, case_no, request, options)) return *std::move(settled);
    const cases::LoadedCase loaded = TRY(cases::load_case(office, viewer, case_no));
    if (options.idempotency) {
        auto earlier = TRY(office.ports.cases.find_outcome(viewer, *options.idempotency));
        if (earlier) return Settled{.outcome = *earlier};
    }
    if (options.version_seen && *options.version_seen != loaded.record.version)
        return base::fail("version_conflict", "案件在您打开之后已有新的记录，请核对后再办");
    const ActRequest whole = TRY(with_other_case(office, viewer, loaded, request));
    Judged judged = TRY(judge_request(office, viewer, loaded, whole));
    if (judged.refusal) return Settled{.refusal = judged.refusal};
    if (is_signed_alone(whole, judged)) return record(office, viewer, loaded, std::move(judged), options);
    return propose(office, viewer, loaded, whole, judged, options);
}

}  // namespace acts
