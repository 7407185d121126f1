#include "demo/seed_case.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "acts/record_act.hpp"
#include "acts/register_clue.hpp"
#include "acts/sign_proposal.hpp"
#include "acts/steps.hpp"
#include "evidence/upload.hpp"

namespace demo {

namespace {

struct Seeding {
    const office::Office& office;
    SetClock& clock;
    const Organisation& organisation;
    const Picture& picture;
    std::string case_no;
    std::map<std::string, std::string> evidence;  // scenario's word → id

    base::Result<std::string> evidence_for(const identity::Viewer& viewer, const std::string& word);
    base::Result<base::Value> with_evidence(const identity::Viewer& viewer, const base::Value& value,
                                            bool is_media);
    base::Result<void> sign_to_the_end(const identity::Viewer& author, const std::string& proposal,
                                       const std::string& last_approver);
    base::Result<identity::Viewer> signer_of(const ports::Proposal& proposal,
                                             const std::string& last_approver) const;
    base::Result<void> act(const base::Value& act);
    base::Result<void> open(const base::Value& scenario, const base::Value& act);
};

base::Result<void> settled_or_error(const std::optional<procedure::Refusal>& refusal) {
    if (refusal) return base::fail(refusal->code, refusal->message, refusal->basis, refusal->field);
    return {};
}

base::Result<std::string> Seeding::evidence_for(const identity::Viewer& viewer, const std::string& word) {
    if (const auto known = evidence.find(word); known != evidence.end()) return known->second;
    const std::string bytes = std::string(picture.bytes) + word;
    const auto upload =
        TRY(evidence::start_upload(office, viewer, case_no, word + std::string(picture.name_ending),
                                   static_cast<std::int64_t>(bytes.size()), {}));
    TRY(evidence::receive_chunk(office, viewer, upload.id, 0, bytes));
    const auto filed = TRY(evidence::complete_upload(office, viewer, upload.id));
    return evidence[word] = filed.id;
}

base::Result<base::Value> Seeding::with_evidence(const identity::Viewer& viewer, const base::Value& value,
                                                 bool is_media) {
    if (const auto* text = value.as_string(); text != nullptr && is_media)
        return base::Value(TRY(evidence_for(viewer, *text)));
    if (const auto* list = value.as_list()) {
        base::List result;
        for (const base::Value& entry : *list) result.push_back(TRY(with_evidence(viewer, entry, is_media)));
        return base::Value(std::move(result));
    }
    if (const auto* object = value.as_object()) {
        base::Object result;
        for (const auto& [name, member] : *object)
            result.set(name, TRY(with_evidence(viewer, member, name == "media")));
        return base::Value(std::move(result));
    }
    return value;
}

base::Result<identity::Viewer> Seeding::signer_of(const ports::Proposal& proposal,
                                                  const std::string& last_approver) const {
    const auto* step = acts::next_step(proposal);
    if (step->kind == "confirm") return organisation.viewer(step->person);
    const bool last = step == &proposal.steps.back();
    if (last && !last_approver.empty()) return organisation.viewer(last_approver);
    for (const auto& person : organisation.people) {
        const auto viewer = TRY(organisation.viewer(person.id));
        if (viewer.agency == proposal.agency && acts::may_sign(proposal, viewer)) return viewer;
    }
    return base::fail("not_found", fmt::format("演示机关没有可以审批“{}”的人员", proposal.title));
}

base::Result<void> Seeding::sign_to_the_end(const identity::Viewer& author, const std::string& id,
                                            const std::string& last_approver) {
    ports::Proposal proposal = TRY(office.ports.proposals.load(author, id));
    while (proposal.status == "waiting") {
        const auto viewer = TRY(signer_of(proposal, last_approver));
        const std::string kind = acts::next_step(proposal)->kind;
        const auto made = TRY(acts::sign_proposal(office, viewer, id, kind, kind == "approve" ? "同意" : ""));
        TRY(settled_or_error(made.refusal));
        proposal = TRY(office.ports.proposals.load(viewer, id));
    }
    return {};
}

base::Result<acts::ActRequest> request_from(const base::Value& act, const identity::Viewer& viewer) {
    base::Object body = act.object();
    body.erase("approved_by");
    return acts::ActRequest::from(body, viewer);
}

base::Result<void> Seeding::open(const base::Value& scenario, const base::Value& act) {
    const auto viewer = TRY(organisation.viewer(
        act.list("by").front().as_string() != nullptr ? *act.list("by").front().as_string() : ""));
    base::Object clue{
        {"procedure", scenario.text("procedure") == "complaint" ? "complaint" : "ordinary"},
        {"party",     scenario["party"]                                                   },
        {"at",        act["at"]                                                           },
        {"data",      act["data"]                                                         }
    };
    if (act.has("paper")) clue.set("paper", act["paper"]);
    clue.set("act", act["act"]);
    const auto fresh = TRY(acts::NewClue::from(clue, viewer));
    const auto settled = TRY(acts::register_clue(office, viewer, fresh));
    TRY(settled_or_error(settled.refusal));
    case_no = settled.outcome.case_no;
    return {};
}

base::Result<void> Seeding::act(const base::Value& act) {
    if (act.list("by").empty() || act.list("by").front().as_string() == nullptr)
        return base::fail("bad_scenario", "演示案件的行为没有办理人员");
    const auto viewer = TRY(organisation.viewer(*act.list("by").front().as_string()));
    const base::Value filled = TRY(with_evidence(viewer, act, false));
    const auto request = TRY(request_from(filled, viewer));
    const auto settled = TRY(acts::record_act(office, viewer, case_no, request));
    TRY(settled_or_error(settled.refusal));
    if (settled.outcome.recorded) return {};
    return sign_to_the_end(viewer, settled.outcome.proposal, std::string(act.text("approved_by")));
}

base::Value moved(const std::string& word, base::Date today) {
    int days = 0;
    const auto read = std::from_chars(word.data() + 1, word.data() + word.size(), days);
    if (read.ec != std::errc()) return word;
    const base::Date day = today.plus_days(days);
    const std::string_view rest(read.ptr, static_cast<std::size_t>(word.data() + word.size() - read.ptr));
    if (rest.empty()) return day.str();
    return fmt::format("{}T{}:00+08:00", day.str(), rest.substr(1));
}

}  // namespace

base::Value with_days_from(const base::Value& scenario, base::Date today) {
    if (const auto* text = scenario.as_string(); text != nullptr && text->starts_with("@"))
        return moved(*text, today);
    if (const auto* list = scenario.as_list()) {
        base::List result;
        for (const base::Value& entry : *list) result.push_back(with_days_from(entry, today));
        return result;
    }
    if (const auto* object = scenario.as_object()) {
        base::Object result;
        for (const auto& [name, member] : *object) result.set(name, with_days_from(member, today));
        return result;
    }
    return scenario;
}

base::Result<std::string> seed_case(const office::Office& office, SetClock& clock,
                                    const Organisation& organisation, const base::Value& scenario,
                                    const Picture& picture) {
    Seeding seeding{.office = office,
                    .clock = clock,
                    .organisation = organisation,
                    .picture = picture,
                    .case_no = {},
                    .evidence = {}};
    const base::List& list = scenario.list("acts");
    for (std::size_t i = 0; i < list.size(); ++i) {
        clock.set(TRY(base::Instant::parse(list[i].text("at"))));
        auto done = i == 0 ? seeding.open(scenario, list[i]) : seeding.act(list[i]);
        if (!done) {
            base::Error error = done.error();
            error.field = fmt::format("acts.{}（{}）{}", i, list[i].text("act"),
                                      error.field.empty() ? "" : "." + error.field);
            return base::fail(std::move(error));
        }
    }
    return seeding.case_no;
}

}  // namespace demo
