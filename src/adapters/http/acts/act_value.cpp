#include "http/acts/act_value.hpp"

#include <algorithm>

#include "cases/case_facts.hpp"
#include "http/desk/values.hpp"

namespace desk {

using base::List;
using base::Object;
using base::Value;

namespace {

std::string title_of(const cases::LoadedCase& loaded, std::string_view act) {
    const auto* type = loaded.state.rules().table.find(act);
    return type == nullptr ? std::string(act) : type->title;
}

Value people(const cases::LoadedCase& loaded, const std::vector<std::string>& ids) {
    List list;
    for (const std::string& id : ids) list.push_back(person_value(id, loaded.name_of(id)));
    return list;
}

Value signatures(const ports::RecordedAct& recorded) {
    List list;
    for (const ports::Signature& signature : recorded.signatures) {
        Object value{
            {"step", signature.step    },
            {"role", signature.role    },
            {"name", signature.name    },
            {"at",   signature.at.str()}
        };
        if (!signature.opinion.empty()) value.set("opinion", signature.opinion);
        if (!signature.certificate_no.empty()) value.set("certificate_no", signature.certificate_no);
        if (!signature.delegation.empty()) value.set("delegation", signature.delegation);
        list.push_back(std::move(value));
    }
    return list;
}

Value or_empty(const Value& value) {
    return value.is_null() ? Value(Object{}) : value;
}

// 分案: acts copied from the case this one was split from were entered there in time.
bool came_with_the_split(const cases::LoadedCase& loaded, const casefile::Act& act) {
    return std::ranges::any_of(loaded.state.live_acts(), [&](const casefile::Act& later) {
        return later.type == "split_case" && later.n > act.n && later.data.has("from");
    });
}

// An answer of the party that came after its period: said by the core, with the article.
Value late_value(const cases::LoadedCase& loaded, int n) {
    for (const auto& answer : loaded.state.late_answers())
        if (answer.n == n)
            return Object{
                {"period", answer.period   },
                {"basis",  answer.basis    },
                {"due",    answer.due.str()}
            };
    return {};
}

Value draft_value(const ports::Draft& draft) {
    return or_empty(draft.body);
}

}  // namespace

Value act_summary_value(const cases::LoadedCase& loaded, const casefile::Act& act) {
    return Object{
        {"n", act.n},
        {"act", act.type},
        {"title", title_of(loaded, act.type)},
        {"at", act.at.str()},
        {"by", people(loaded, act.by)},
        {"summary", cases::summary_of(loaded.state.rules().table, act)}
    };
}

Value act_value(const cases::LoadedCase& loaded, const ports::RecordedAct& recorded,
                const std::vector<std::string>& papers) {
    const casefile::Act& act = recorded.act;
    const base::Instant recorded_at = act.recorded_at.value_or(act.at);
    Value value = act_summary_value(loaded, act);
    Object& object = *value.as_object();
    object.set("recorded_at", recorded_at.str());
    const bool late = !came_with_the_split(loaded, act);
    object.set("backdated_days", late ? recorded_at.date() - act.at.date() : 0);
    if (act.approved_by)
        object.set("approved_by", person_value(*act.approved_by, loaded.name_of(*act.approved_by)));
    if (act.party) object.set("party", *act.party);
    object.set("data", or_empty(act.data));
    object.set("paper", or_empty(act.paper));
    object.set("signatures", signatures(recorded));
    object.set("documents", text_list(papers));
    object.set("hash", recorded.hash);
    object.set("struck", loaded.state.struck(act.n));
    if (Value overdue = late_value(loaded, act.n); !overdue.is_null()) object.set("late", std::move(overdue));
    return value;
}

Value refusal_value(const procedure::Refusal& refusal) {
    Object value{
        {"code",    refusal.code   },
        {"message", refusal.message},
        {"basis",   refusal.basis  }
    };
    if (!refusal.field.empty()) value.set("field", refusal.field);
    if (!refusal.also.empty()) value.set("also", text_list(refusal.also));
    if (!refusal.cure.empty()) value.set("cure", text_list(refusal.cure));
    if (refusal.open_from) value.set("open_from", refusal.open_from->str());
    return value;
}

Value check_value(const acts::Checked& checked, base::Date today) {
    List steps, papers, clocks;
    for (const auto& step : checked.steps) steps.push_back(step_value(step));
    for (const auto& paper : checked.papers)
        papers.push_back(paper_kind_value(paper.no, paper.id, paper.title));
    for (const auto& clock : checked.clocks_started) clocks.push_back(clock_value(clock, today));
    Object value{
        {"accepted",         !checked.refusal     },
        {"recorded_at_once", checked.steps.empty()},
        {"steps",            std::move(steps)     },
        {"documents",        std::move(papers)    },
        {"clocks_started",   std::move(clocks)    }
    };
    if (checked.refusal)
        value.set("refusal", refusal_value(*checked.refusal));
    else
        value.set("state_after", Object{
                                     {"code",  checked.state_after      },
                                     {"label", checked.state_after_label}
        });
    if (!checked.finding.is_null()) value.set("discretion", checked.finding);
    return value;
}

Value drafted_value(const acts::DraftedParts& drafted) {
    List parts, evidence;
    for (const auto& part : drafted.parts)
        parts.push_back(Object{
            {"field", part.field},
            {"text",  part.text }
        });
    for (const auto& item : drafted.evidence)
        evidence.push_back(Object{
            {"no",    item.no              },
            {"n",     item.n               },
            {"title", item.title           },
            {"files", text_list(item.files)}
        });
    return Object{
        {"parts",    std::move(parts)   },
        {"evidence", std::move(evidence)}
    };
}

Value form_value(const office::Office& office, const acts::Form& form,
                 const std::vector<ports::Unit>& units) {
    List colleagues, approvers, papers, evidence;
    for (const auto& person : form.colleagues) colleagues.push_back(colleague_value(person, units));
    for (const auto& person : form.approvers) approvers.push_back(colleague_value(person, units));
    for (const auto& item : form.evidence) evidence.push_back(evidence_value(item));
    for (const std::string& no : form.type->documents)
        if (const auto* paper = office.rules.table.document(no);
            paper != nullptr && office.templates.find(paper->id) != nullptr)
            papers.push_back(paper_kind_value(std::atoi(paper->no.c_str()), paper->id, paper->title));
    Object references;
    for (const auto& [field, acts] : form.references) {
        List list;
        for (const auto& act : acts)
            list.push_back(Object{
                {"n",       act.n       },
                {"act",     act.act     },
                {"title",   act.title   },
                {"at",      act.at.str()},
                {"summary", act.summary }
            });
        references.set(field, std::move(list));
    }
    Object value{
        {"act", form.type->id},
        {"type", act_type_value(office, *form.type)},
        {"version", form.version},
        {"values", or_empty(form.values)},
        {"paper_values", or_empty(form.paper_values)},
        {"by", text_list(form.by)},
        {"colleagues", std::move(colleagues)},
        {"approvers", std::move(approvers)},
        {"references", std::move(references)},
        {"documents", std::move(papers)},
        {"evidence", std::move(evidence)}
    };
    if (form.draft) {
        value.set("draft", draft_value(*form.draft));
        value.set("draft_saved_at", form.draft->saved_at.str());
    }
    if (!form.returned_reason.empty()) value.set("returned_reason", form.returned_reason);
    if (!form.finding.is_null()) value.set("discretion", form.finding);
    if (acts::is_drafted(office, *form.type)) value.set("drafted", drafted_value(form.drafted));
    if (form.refusal) value.set("refusal", refusal_value(*form.refusal));
    return value;
}

}  // namespace desk
