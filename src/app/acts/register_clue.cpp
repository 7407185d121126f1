#include "acts/register_clue.hpp"

#include "acts/append.hpp"
#include "acts/steps.hpp"
#include "cases/party_input.hpp"
#include "cases/party_meaning.hpp"

namespace acts {

namespace {

base::Result<cases::LoadedCase> empty_case(const office::Office& office, const identity::Viewer& viewer,
                                           const NewClue& clue) {
    casefile::Matter matter{.procedure = clue.procedure,
                            .agency = viewer.agency,
                            .province = viewer.agency.substr(0, 2) + "0000",
                            .parties = {clue.party}};
    auto agency = TRY(office.ports.directory.agency(viewer));
    auto staff = TRY(office.ports.directory.staff(viewer, office.today()));
    ports::CaseRecord record{
        .no = {}, .agency = viewer.agency, .node = viewer.node, .matter = matter, .acts = {}};
    matter.staff = staff;
    return cases::LoadedCase{.record = std::move(record),
                             .agency = std::move(agency),
                             .staff = std::move(staff),
                             .state = procedure::Case(office.rules, std::move(matter))};
}

}  // namespace

base::Result<NewClue> NewClue::from(const base::Value& body, const identity::Viewer& viewer) {
    TRY(check_members(body, {"party", "procedure", "data", "paper", "at"}));
    const bool is_complaint = body.text("procedure") == "complaint";
    if (!is_complaint && body.text("procedure") != "ordinary")
        return base::fail("unknown_choice", "登记案件来源请选择普通程序，登记投诉举报请选择投诉举报", {},
                          "procedure");
    NewClue clue{.procedure = is_complaint ? casefile::Track::complaint : casefile::Track::ordinary,
                 .party = TRY(cases::party_from(body["party"])),
                 .request = {}};
    base::Object act = body.object();
    act.erase("party");
    act.erase("procedure");
    act.set("act", is_complaint ? "register_complaint" : "register_clue");
    clue.request = TRY(ActRequest::from(act, viewer));
    return clue;
}

base::Result<Settled> register_clue(const office::Office& office, const identity::Viewer& viewer,
                                    const NewClue& clue,
                                    const std::optional<ports::Idempotency>& idempotency) {
    if (idempotency) {
        auto earlier = TRY(office.ports.cases.find_outcome(viewer, *idempotency));
        if (earlier) return Settled{.outcome = *earlier};
    }
    TRY(cases::check_born(clue.party, office.today()));
    const cases::LoadedCase loaded = TRY(empty_case(office, viewer, clue));
    const base::Instant at = TRY(instant_of(clue.request, loaded.state, office.now()));
    Judged judged = TRY(judge(office, loaded, clue.request, at, std::nullopt));
    if (judged.refusal) return Settled{.refusal = judged.refusal};
    const auto signature =
        signature_of(loaded, viewer.person, acting_role(*judged.type, viewer.roles), "propose", office.now());
    ports::NewCase fresh{.agency = viewer.agency,
                         .node = viewer.node,
                         .year = at.date().year(),
                         .matter = loaded.record.matter,
                         .first = {}};
    fresh.first = TRY(entry_of(office, viewer, loaded, std::move(judged), {signature})).append;
    fresh.first.idempotency = idempotency;
    return Settled{
        .outcome = TRY(first_outcome(office, viewer, idempotency, office.ports.cases.create(viewer, fresh)))};
}

}  // namespace acts
