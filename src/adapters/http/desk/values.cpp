#include "http/desk/values.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "acts/sign_proposal.hpp"
#include "acts/stand_in.hpp"
#include "acts/steps.hpp"
#include "documents/pages.hpp"
#include "procedure/approval.hpp"

namespace desk {

using base::List;
using base::Object;
using base::Value;

namespace {

std::string name_in(const std::vector<casefile::Staff>& staff, std::string_view id) {
    const auto found = std::ranges::find(staff, id, &casefile::Staff::id);
    return found == staff.end() ? std::string(id) : found->name;
}

Value waiting_value(const office::Office& office, const ports::SignStep& step) {
    Object waiting{
        {"kind", step.kind},
        {"role", step.role}
    };
    const std::string role(office.rules.table.role_label(step.role));
    if (step.kind == "confirm") {
        waiting.set("person", person_value(step.person, step.person_name));
        waiting.set("label", fmt::format("待{}{}", step.person_name, step.countersign ? "会签" : "确认"));
    } else {
        waiting.set("label", fmt::format("待{}审批", role.empty() ? step.role : role));
    }
    return waiting;
}

bool may_sign(const office::Office& office, const identity::Viewer& viewer, const ports::Proposal& proposal) {
    if (acts::may_sign(proposal, viewer)) return true;
    const auto grant = acts::stand_in(office, viewer, proposal);
    return grant && *grant;
}

Value papers_of(const office::Office& office, const procedure::ActType& type, const Value& data) {
    List papers;
    for (const std::string& no : procedure::documents_of(type, data))
        if (const auto* paper = office.rules.table.document(no);
            paper != nullptr && office.templates.find(paper->id) != nullptr) {
            int number = 0;
            for (const char c : paper->no) number = c >= '0' && c <= '9' ? number * 10 + (c - '0') : number;
            papers.push_back(paper_kind_value(number, paper->id, paper->title));
        }
    return papers;
}

}  // namespace

Value person_value(std::string_view id, std::string_view name) {
    return Object{
        {"id",   id  },
        {"name", name}
    };
}

Value text_list(const std::vector<std::string>& texts) {
    return List(texts.begin(), texts.end());
}

Value act_type_value(const office::Office& office, const procedure::ActType& type) {
    Value value = procedure::to_value(type);
    value.as_object()->set("phase_title", office.rules.table.phase_label(type.phase));
    return value;
}

Value clock_value(const clocks::ClockView& clock, base::Date today) {
    Value value = clock.to_value();
    if (clock.is_open()) value.as_object()->set("days_left", clock.due - today);
    return value;
}

Value next_clock_value(const ports::ClockRow& clock, base::Date today, bool warned) {
    return Object{
        {"code",      clock.code       },
        {"title",     clock.title      },
        {"due",       clock.due.str()  },
        {"days_left", clock.due - today},
        {"status",    clock.status     },
        {"warned",    warned           }
    };
}

Value step_value(const ports::SignStep& step) {
    Object value{
        {"kind", step.kind},
        {"role", step.role}
    };
    if (!step.person.empty()) value.set("person", person_value(step.person, step.person_name));
    if (!step.opinion.empty()) value.set("opinion", step.opinion);
    if (step.signed_at) value.set("signed_at", step.signed_at->str());
    if (!step.delegation.empty()) value.set("delegation", step.delegation);
    if (step.countersign) value.set("countersign", true);
    if (!step.earlier.empty()) value.set("earlier", text_list(step.earlier));
    return value;
}

Value evidence_value(const ports::Evidence& evidence) {
    Object value{
        {"id", evidence.id},
        {"no", evidence.no},
        {"name", evidence.name},
        {"type", evidence.type},
        {"size", evidence.size},
        {"sm3", evidence.sm3},
        {"added_by", person_value(evidence.added_by, evidence.added_by_name)},
        {"added_at", evidence.added_at.str()}
    };
    if (!evidence.counted) return value;
    if (evidence.counted->pages > 0) value.set("pages", evidence.counted->pages);
    if (const auto notice = documents::notice_of(*evidence.counted); !notice.empty())
        value.set("notice", notice);
    return value;
}

Value colleague_value(const casefile::Staff& staff, const std::vector<ports::Unit>& units) {
    const auto unit = std::ranges::find(units, staff.unit, &ports::Unit::node);
    return Object{
        {"id",             staff.id                                      },
        {"name",           staff.name                                    },
        {"roles",          text_list(staff.roles)                        },
        {"unit",           staff.unit                                    },
        {"unit_name",      unit == units.end() ? "" : unit->name         },
        {"certificate_no", staff.certificate ? staff.certificate->no : ""}
    };
}

Value paper_kind_value(int no, std::string_view id, std::string_view title) {
    return Object{
        {"no",       no   },
        {"document", id   },
        {"title",    title}
    };
}

Value proposal_value(const office::Office& office, const identity::Viewer& viewer,
                     const ports::Proposal& proposal, const std::vector<casefile::Staff>& staff) {
    List people, steps;
    for (const Value& id : proposal.body.list("by"))
        if (const auto* text = id.as_string()) people.push_back(person_value(*text, name_in(staff, *text)));
    for (const ports::SignStep& step : proposal.steps) steps.push_back(step_value(step));
    const std::string_view stated = proposal.body.text("at");
    Object value{
        {"id", proposal.id},
        {"version", proposal.version},
        {"case_no", proposal.case_no},
        {"cause", proposal.cause},
        {"party_name", proposal.party_name},
        {"act", proposal.act},
        {"title", proposal.title},
        {"author", person_value(proposal.author, proposal.author_name)},
        {"at", stated.empty() ? proposal.created_at.str() : std::string(stated)},
        {"by", std::move(people)},
        {"data", proposal.body["data"]},
        {"paper", proposal.body["paper"]},
        {"steps", std::move(steps)},
        {"status", proposal.status},
        {"may_i", may_sign(office, viewer, proposal)},
        {"created_at", proposal.created_at.str()},
        {"updated_at", proposal.updated_at.str()}
    };
    if (const auto party = proposal.body.text("party"); !party.empty()) value.set("party", party);
    if (const auto* step = acts::next_step(proposal); step != nullptr && proposal.status == "waiting")
        value.set("waiting_for", waiting_value(office, *step));
    if (!proposal.returned_reason.empty()) {
        value.set("returned_by", proposal.returned_by);
        value.set("returned_reason", proposal.returned_reason);
    }
    if (proposal.recorded_n > 0) value.set("recorded_n", proposal.recorded_n);
    if (const auto* type = office.rules.table.find(proposal.act)) {
        value.set("documents", papers_of(office, *type, proposal.body["data"]));
        value.set("type", act_type_value(office, *type));
    }
    return value;
}

}  // namespace desk
