#include "acts/form_of_act.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "acts/advise.hpp"
#include "acts/penalty_finding.hpp"
#include "acts/prefill.hpp"
#include "acts/prefill_hearing.hpp"
#include "acts/sign_proposal.hpp"
#include "cases/case_facts.hpp"
#include "cases/evidence_of.hpp"

namespace acts {

namespace {

bool shares_role(const casefile::Staff& staff, const std::vector<std::string>& roles) {
    return roles.empty() || std::ranges::any_of(roles, [&](const std::string& role) {
               return std::ranges::find(staff.roles, role) != staff.roles.end();
           });
}

std::vector<casefile::Staff> those_with(const std::vector<casefile::Staff>& staff,
                                        std::vector<std::string> roles) {
    std::vector<casefile::Staff> found;
    for (const casefile::Staff& person : staff)
        if (shares_role(person, roles)) found.push_back(person);
    return found;
}

std::vector<ActReference> acts_for(const cases::LoadedCase& loaded, const procedure::Field& field) {
    std::vector<ActReference> found;
    for (const casefile::Act& act : loaded.state.acts()) {
        const bool fits =
            field.of_acts.empty() || std::ranges::find(field.of_acts, act.type) != field.of_acts.end();
        if (!fits || loaded.state.struck(act.n)) continue;
        const auto* type = loaded.state.table(act.at.date()).find(act.type);
        found.push_back({.n = act.n,
                         .act = act.type,
                         .title = type == nullptr ? act.type : type->title,
                         .summary = cases::summary_of(loaded.state.table(act.at.date()), act),
                         .at = act.at});
    }
    std::ranges::reverse(found);
    return found;
}

void collect_references(const office::Office& office, const cases::LoadedCase& loaded,
                        const std::vector<procedure::Field>& fields, const std::string& path, Form& form) {
    for (const procedure::Field& field : fields) {
        const std::string name = path.empty() ? field.name : fmt::format("{}.{}", path, field.name);
        if (field.type == procedure::FieldType::act) form.references[name] = acts_for(loaded, field);
        const bool list_of_acts =
            !field.element.empty() && field.element.front().type == procedure::FieldType::act;
        if (list_of_acts) form.references[name] = acts_for(loaded, field.element.front());
        collect_references(office, loaded, field.fields, name, form);
    }
}

// Acts of two officers are proposed for the handlers of the case, the viewer among them first.
std::vector<std::string> people_for(const cases::LoadedCase& loaded, const identity::Viewer& viewer,
                                    const procedure::ActType& type) {
    std::vector<std::string> people{viewer.person};
    for (const std::string& person : people_of_hearing(loaded, type))
        if (std::ranges::find(people, person) == people.end()) people.push_back(person);
    if (!type.handlers) return people;
    std::vector<std::string> handlers = cases::facts_of(loaded.state).handlers;
    for (auto act = loaded.state.acts().rbegin(); handlers.empty() && act != loaded.state.acts().rend();
         ++act)
        if (act->by.size() > 1) handlers = act->by;
    for (const std::string& handler : handlers)
        if (handler != viewer.person) people.push_back(handler);
    return people;
}

// What came back opens again as it was proposed, with the reason beside it.
base::Result<void> read_returned(const office::Office& office, const identity::Viewer& viewer, Form& form,
                                 std::string_view case_no) {
    for (const auto& proposal : TRY(office.ports.proposals.of_case(viewer, case_no))) {
        if (proposal.status != "returned" || proposal.act != form.type->id ||
            proposal.author != viewer.person)
            continue;
        form.returned_reason = proposal.returned_reason;
        const ActRequest request = TRY(request_of(proposal));
        form.values = request.data;
        form.paper_values = request.paper;
        form.by = request.by;
    }
    return {};
}

// 听证办法 第二十五条: what the record of a hearing goes through, worded by the catalogue.
base::List steps_of(const office::Office& office, const cases::LoadedCase& loaded,
                    const procedure::ActType& type) {
    base::List steps;
    if (type.id == "hold_hearing")
        for (std::string& step : hearing_order(office, loaded, office.today()))
            steps.emplace_back(std::move(step));
    return steps;
}

}  // namespace

base::Result<Form> form_of_act(const office::Office& office, const identity::Viewer& viewer,
                               std::string_view case_no, std::string_view act) {
    const cases::LoadedCase loaded = TRY(cases::load_case(office, viewer, case_no));
    Form form;
    form.type = loaded.state.table(office.today()).find(act);
    if (form.type == nullptr) return base::fail("not_found", fmt::format("没有“{}”这一行为", act));
    form.version = loaded.record.version;
    Prefilled prefilled = prefill(loaded, *form.type, office.today());
    form.values = std::move(prefilled.values);
    if (base::List steps = steps_of(office, loaded, *form.type); !steps.empty())
        form.values.as_object()->set("steps", std::move(steps));
    form.paper_values = std::move(prefilled.paper);
    form.by = people_for(loaded, viewer, *form.type);
    TRY(read_returned(office, viewer, form, case_no));
    form.draft = TRY(office.ports.drafts.find(viewer, case_no, act));
    std::vector<std::string> roles = form.type->roles;
    if (!roles.empty()) roles.insert(roles.end(), form.type->each.begin(), form.type->each.end());
    form.colleagues = those_with(loaded.staff, roles);
    casefile::Act proposed{.type = std::string(act),
                           .at = office.now(),
                           .by = form.by,
                           .data = form.values,
                           .paper = form.paper_values};
    const auto chain = loaded.state.approval_chain(proposed);
    if (!chain.empty()) form.approvers = those_with(loaded.staff, {chain.back()});
    collect_references(office, loaded, form.type->fields, {}, form);
    form.evidence = TRY(cases::evidence_of(office, viewer, loaded.record));
    form.refusal = loaded.state.why_shut(act, office.now());
    if (auto finding = penalty_finding(office, loaded, proposed)) form.finding = std::move(*finding);
    if (!is_drafted(office, *form.type)) return form;
    form.drafted =
        TRY(draft_parts(office, viewer, loaded, proposed, finding_of_draft(office, loaded, proposed)));
    return form;
}

}  // namespace acts
