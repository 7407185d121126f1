#include "acts/register_clue.hpp"

#include "acts/append.hpp"
#include "acts/other_case.hpp"
#include "acts/steps.hpp"
#include "cases/case_facts.hpp"
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

// What a registration writes, or the refusal of it.
struct Opening {
    std::optional<procedure::Refusal> refusal = {};
    ports::NewCase fresh = {};
};

base::Result<Opening> opening(const office::Office& office, const identity::Viewer& viewer,
                              const NewClue& clue) {
    const cases::LoadedCase loaded = TRY(empty_case(office, viewer, clue));
    const base::Instant at = TRY(instant_of(clue.request, loaded.state, office.now()));
    Judged judged = TRY(judge(office, loaded, clue.request, at, std::nullopt));
    if (judged.refusal) return Opening{.refusal = judged.refusal};
    TRY(check_by_hand(*judged.type, clue.request));
    const auto signature =
        signature_of(loaded, viewer.person, acting_role(*judged.type, viewer.roles), "propose", office.now());
    Opening made{
        .fresh = {.agency = viewer.agency,
                  .node = viewer.node,
                  .year = at.date().year(),
                  .matter = loaded.record.matter,
                  .first = {}}
    };
    made.fresh.first = TRY(entry_of(office, viewer, loaded, std::move(judged), {signature})).append;
    return made;
}

bool is_also_a_report(const NewClue& clue) {
    return clue.procedure == casefile::Track::complaint && clue.request.data.text("kind") == "both";
}

// 投诉举报处理办法 第九条、第三十五条: the report in a letter that complains as well is a clue like any
// other, and its period runs from receipt. 第三十七条: who brought it stays in the paper of the complaint.
NewClue report_in(const NewClue& letter) {
    const ActRequest& said = letter.request;
    const std::string_view facts = said.paper.text("facts");
    const bool may_be_told = !facts.empty() && !cases::names_its_author(said.paper);
    const bool named = !said.paper["complainant"].text("name").empty();
    base::Object data{
        {"source",   "report"                                                                        },
        {"found_on", said.data["received_on"]                                                        },
        {"content",  may_be_told ? facts : std::string_view("投诉中的举报，内容见同一来件的投诉登记")},
        {"reporter", base::Object{{"named", named}}                                                  }
    };
    if (said.data.has("twelve_315_no")) data.set("source_no", said.data["twelve_315_no"]);
    return {
        .procedure = casefile::Track::ordinary,
        .party = letter.party,
        .request = {.act = "register_clue", .at = said.at, .by = said.by, .data = std::move(data)}
    };
}

}  // namespace

base::Result<NewClue> NewClue::from(const base::Value& body, const identity::Viewer& viewer) {
    TRY(check_members(body, {"act", "party", "procedure", "data", "paper", "at"}));
    const bool is_complaint = body.text("procedure") == "complaint";
    if (!is_complaint && body.text("procedure") != "ordinary")
        return base::fail("unknown_choice", "登记案件来源请选择普通程序，登记投诉举报请选择投诉举报", {},
                          "procedure");
    const std::string_view opens = is_complaint ? "register_complaint" : "register_clue";
    const std::string_view named = body.has("act") ? body.text("act") : opens;
    // 行政处罚法 第二十七条: what the police or the courts send back opens a case of its own (acts.md §1.4).
    if (named != opens && (is_complaint || named != "receive_reverse_referral"))
        return base::fail("unknown_choice", "案件只能以案源登记、收到反向移送或者投诉举报登记开始", {},
                          "act");
    NewClue clue{.procedure = is_complaint ? casefile::Track::complaint : casefile::Track::ordinary,
                 .party = TRY(cases::party_from(body["party"])),
                 .request = {}};
    base::Object act = body.object();
    act.erase("party");
    act.erase("procedure");
    act.set("act", named);
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
    Opening first = TRY(opening(office, viewer, clue));
    if (first.refusal) return Settled{.refusal = first.refusal};
    first.fresh.first.idempotency = idempotency;
    if (!is_also_a_report(clue))
        return Settled{.outcome = TRY(first_outcome(office, viewer, idempotency,
                                                    office.ports.cases.create(viewer, first.fresh)))};
    const Opening report = TRY(opening(office, viewer, report_in(clue)));
    if (report.refusal) return Settled{.refusal = report.refusal};
    return Settled{.outcome =
                       TRY(first_outcome(office, viewer, idempotency,
                                         office.ports.cases.create_both(viewer, first.fresh, report.fresh)))};
}

}  // namespace acts
