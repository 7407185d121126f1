#include "http/cases/case_value.hpp"

#include <algorithm>

#include "acts/fitness.hpp"
#include "cases/case_facts.hpp"
#include "cases/party_input.hpp"
#include "http/desk/values.hpp"

namespace desk {

namespace {

using base::List;
using base::Object;
using base::Value;

struct Page {
    const Desk& desk;
    const identity::Viewer& viewer;
    const cases::LoadedCase& loaded;
    base::Instant now;
    cases::CaseFacts facts;

    const procedure::Table& table() const { return desk.office.rules.table; }
};

bool may_act(const Page& page, const procedure::ActType* type) {
    return type != nullptr && acts::may_do(page.loaded, page.viewer, *type, page.now.date());
}

List handlers(const Page& page) {
    List list;
    for (const std::string& id : page.facts.handlers) {
        const auto* staff = page.loaded.person(id);
        list.push_back(Object{
            {"id",             id                                                                  },
            {"name",           page.loaded.name_of(id)                                             },
            {"certificate_no", staff != nullptr && staff->certificate ? staff->certificate->no : ""}
        });
    }
    return list;
}

List tasks(const Page& page) {
    List list;
    for (const auto& task : page.loaded.state.tasks(page.now)) {
        Object value{
            {"id",     task.id    },
            {"title",  task.title },
            {"status", task.status}
        };
        if (!task.act.empty()) value.set("act", task.act);
        if (!task.basis.empty()) value.set("basis", task.basis);
        if (!task.because.empty()) value.set("because", task.because);
        list.push_back(std::move(value));
    }
    return list;
}

List open_acts(const Page& page) {
    List list;
    for (const auto& open : page.loaded.state.open_acts(page.now)) {
        const auto* type = page.table().find(open.act);
        std::vector<std::string> roles = open.roles;
        if (type != nullptr) roles.insert(roles.end(), type->each.begin(), type->each.end());
        list.push_back(Object{
            {"act", open.act},
            {"title", open.title},
            {"phase", open.phase},
            {"basis", open.basis},
            {"roles", text_list(roles)},
            {"approval_chain", text_list(open.approval_chain)},
            {"may_i", may_act(page, type)}
        });
    }
    return list;
}

List shut_acts(const Page& page) {
    List list;
    for (const auto& shut : page.loaded.state.shut_acts(page.now)) {
        Object value{
            {"act",     shut.act                    },
            {"title",   shut.title                  },
            {"phase",   shut.phase                  },
            {"code",    shut.refusal.code           },
            {"message", shut.refusal.message        },
            {"basis",   shut.refusal.basis          },
            {"cure",    text_list(shut.refusal.cure)}
        };
        if (shut.refusal.open_from) value.set("open_from", shut.refusal.open_from->str());
        list.push_back(std::move(value));
    }
    return list;
}

base::Result<List> proposals(const Page& page) {
    List list;
    for (const auto& proposal :
         TRY(page.desk.office.ports.proposals.of_case(page.viewer, page.loaded.record.no)))
        if (proposal.status == "waiting" || proposal.status == "returned")
            list.push_back(proposal_value(page.desk.office, page.viewer, proposal, page.loaded.staff));
    return list;
}

base::Result<List> drafts(const Page& page) {
    List list;
    for (const auto& draft : TRY(page.desk.office.ports.drafts.of_case(page.viewer, page.loaded.record.no))) {
        const auto* type = page.table().find(draft.act);
        list.push_back(Object{
            {"act",      draft.act                                },
            {"title",    type == nullptr ? draft.act : type->title},
            {"saved_at", draft.saved_at.str()                     }
        });
    }
    return list;
}

void set_text(Object& object, std::string_view name, const std::string& text) {
    if (!text.empty()) object.set(name, text);
}

List violations(const Page& page) {
    List list;
    const Value& all = page.desk.violations;
    for (const std::string& id : page.facts.violations) {
        const auto found =
            std::ranges::find_if(all.items(), [&](const Value& row) { return row.text("id") == id; });
        if (found != all.items().end())
            list.push_back(*found);
        else
            list.push_back(Object{
                {"id",   id},
                {"name", id}
            });
    }
    return list;
}

Value facts(const Page& page) {
    Object value;
    value.set("violations", violations(page));
    set_text(value, "found_on", page.facts.found_on);
    set_text(value, "source", page.facts.source);
    set_text(value, "source_no", page.facts.source_no);
    set_text(value, "content", page.facts.content);
    set_text(value, "filed_on", page.facts.filed_on);
    set_text(value, "act_start", page.facts.act_start);
    set_text(value, "act_end", page.facts.act_end);
    set_text(value, "goods_value", page.facts.goods_value);
    set_text(value, "gains", page.facts.gains);
    if (!page.facts.goods.empty()) value.set("goods", page.facts.goods);
    if (!page.facts.penalty.is_null()) value.set("penalty", page.facts.penalty);
    return value;
}

base::Result<List> connections(const Page& page) {
    List list;
    for (const auto& connection : page.facts.connections) {
        Object value{
            {"kind", connection.kind   },
            {"no",   connection.case_no}
        };
        const auto other = page.desk.office.ports.cases.projection(page.viewer, connection.case_no);
        if (!other && other.error().code != "not_found") return base::fail(other.error());
        if (other) value.set("state_label", other->state_label);
        list.push_back(std::move(value));
    }
    return list;
}

// The fold knows people by their ids only.
void name_approvers(const cases::LoadedCase& loaded, clocks::ClockView& clock) {
    for (auto& step : clock.explanation) {
        const std::string id(step.detail.text("approved_by"));
        if (step.kind != "extension" || id.empty()) continue;
        const std::string name = loaded.name_of(id);
        if (const auto at = step.text.find(id); at != std::string::npos)
            step.text.replace(at, id.size(), name);
        step.detail.as_object()->set("approved_by", person_value(id, name));
    }
}

}  // namespace

base::Result<Value> case_value(const Desk& desk, const identity::Viewer& viewer,
                               const cases::LoadedCase& loaded) {
    const Page page{.desk = desk,
                    .viewer = viewer,
                    .loaded = loaded,
                    .now = desk.office.now(),
                    .facts = cases::facts_of(loaded.state)};
    const auto state = loaded.state.main_state(page.now);
    List parties, clocks;
    for (const auto& party : loaded.state.matter().parties) parties.push_back(cases::to_value(party));
    const auto own = loaded.agency.code == viewer.agency ? TRY(desk.watch.own_warnings(viewer))
                                                         : std::vector<ports::ClockWarning>();
    for (auto& clock : loaded.state.clocks(page.now.date())) {
        name_approvers(loaded, clock);
        desk.watch.warn_as_chosen(clock, own);
        clocks.push_back(clock_value(clock, page.now.date()));
    }
    Object value{
        {"no",        loaded.record.no                                                                    },
        {"version",   loaded.record.version                                                               },
        {"agency",    Object{{"code", loaded.agency.code}, {"name", loaded.agency.name}}                  },
        {"cause",     page.facts.cause                                                                    },
        {"procedure", loaded.state.track() == "complaint" ? "complaint" : "ordinary"                      },
        {"track",     loaded.state.track()                                                                },
        {"state",     Object{{"code", procedure::name(state)}, {"label", page.table().state_label(state)}}},
        {"sub",       loaded.state.sub_states(page.now.date())                                            },
        {"parties",   std::move(parties)                                                                  },
        {"handlers",  handlers(page)                                                                      },
        {"tasks",     tasks(page)                                                                         },
        {"open",      open_acts(page)                                                                     },
        {"shut",      shut_acts(page)                                                                     },
        {"clocks",    std::move(clocks)                                                                   },
        {"proposals", TRY(proposals(page))                                                                },
        {"drafts",    TRY(drafts(page))                                                                   },
        {"facts",     facts(page)                                                                         }
    };
    if (const Value due = loaded.state.due({}); !due.is_null()) value.set("due", due);
    if (!page.facts.connections.empty()) value.set("connections", TRY(connections(page)));
    return Value(std::move(value));
}

}  // namespace desk
