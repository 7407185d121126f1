#include "http/cases/why_value.hpp"

#include <algorithm>

#include "acts/fitness.hpp"
#include "acts/outlook.hpp"
#include "http/desk/values.hpp"

namespace desk {

namespace {

using base::List;
using base::Object;
using base::Value;

struct Asked {
    const cases::LoadedCase& loaded;
    const identity::Viewer& viewer;
    const procedure::Table& table;
    base::Instant now;

    const procedure::ActType* type(std::string_view act) const { return table.find(act); }
    bool may_i(const procedure::ActType& type) const {
        return acts::may_do(loaded, viewer, type, now.date());
    }
    std::vector<const casefile::Staff*> who(const procedure::ActType& type) const {
        auto people = acts::who_may(loaded, type);
        std::erase_if(people,
                      [&](const auto* person) { return !acts::is_fit(loaded, *person, type, now.date()); });
        return people;
    }
};

Value state_value(const Asked& asked, procedure::MainState state) {
    return Object{
        {"code",  procedure::name(state)        },
        {"label", asked.table.state_label(state)}
    };
}

List people(const std::vector<const casefile::Staff*>& staff) {
    List list;
    for (const auto* person : staff) list.push_back(person_value(person->id, person->name));
    return list;
}

Value passage_value(const Asked& asked, const acts::Passage& passage) {
    Object value{
        {"from", state_value(asked, passage.from)},
        {"to", state_value(asked, passage.to)},
        {"at", passage.at.str()}
    };
    const auto* recorded = asked.loaded.act(passage.n);
    if (passage.n == 0 || recorded == nullptr) return value;
    List by;
    for (const std::string& id : recorded->act.by) by.push_back(person_value(id, asked.loaded.name_of(id)));
    value.set("n", passage.n);
    value.set("by", std::move(by));
    if (const auto* type = asked.type(recorded->act.type)) {
        value.set("title", type->title);
        value.set("basis", type->basis);
    }
    return value;
}

List approvers(const Asked& asked, const procedure::OpenAct& open, const procedure::ActType& type) {
    List list;
    for (const std::string& role : open.approval_chain)
        list.push_back(Object{
            {"role", role},
            {"label", asked.table.role_label(role)},
            {"people", people(acts::who_approves(asked.loaded, type, role, asked.now.date()))}
        });
    return list;
}

// In words, so that an act nobody can do now says whose it is.
List roles(const Asked& asked, const procedure::ActType& type) {
    List list;
    for (const auto* from : {&type.roles, &type.each})
        for (const std::string& role : *from)
            if (Value label = asked.table.role_label(role); std::ranges::find(list, label) == list.end())
                list.push_back(std::move(label));
    return list;
}

Value next_value(const Asked& asked, const procedure::OpenAct& open, const procedure::ActType& type) {
    const acts::Prospect prospect = acts::prospect(asked.loaded, type, asked.now);
    List leads_to, meets;
    for (const auto state : prospect.leads_to) leads_to.push_back(state_value(asked, state));
    for (const auto& clock : prospect.meets)
        meets.push_back(Object{
            {"code",  clock.code     },
            {"title", clock.title    },
            {"due",   clock.due.str()}
        });
    return Object{
        {"act", open.act},
        {"title", open.title},
        {"phase", open.phase},
        {"phase_title", asked.table.phase_label(open.phase)},
        {"basis", open.basis},
        {"may_i", asked.may_i(type)},
        {"who", people(asked.who(type))},
        {"roles", roles(asked, type)},
        {"two", type.handlers},
        {"approvers", approvers(asked, open, type)},
        {"leads_to", std::move(leads_to)},
        {"meets", std::move(meets)}
    };
}

Value shut_value(const Asked& asked, const procedure::ShutAct& shut, const std::vector<std::string>& open) {
    List cures;
    for (const std::string& cure : shut.refusal.cure)
        if (const auto* type = asked.type(cure))
            cures.push_back(Object{
                {"act", cure},
                {"title", type->title},
                {"open", std::ranges::find(open, cure) != open.end()},
                {"may_i", asked.may_i(*type)}
            });
    Object value{
        {"act",         shut.act                           },
        {"title",       shut.title                         },
        {"phase",       shut.phase                         },
        {"phase_title", asked.table.phase_label(shut.phase)},
        {"code",        shut.refusal.code                  },
        {"message",     shut.refusal.message               },
        {"basis",       shut.refusal.basis                 },
        {"cure",        std::move(cures)                   }
    };
    if (shut.refusal.open_from) value.set("open_from", shut.refusal.open_from->str());
    return value;
}

}  // namespace

Value why_value(const Desk& desk, const identity::Viewer& viewer, const cases::LoadedCase& loaded) {
    const base::Instant now = desk.office.now();
    const Asked asked{
        .loaded = loaded, .viewer = viewer, .table = loaded.state.table(now.date()), .now = now};
    List passages, next, shut, states;
    for (const auto& passage : acts::passages(loaded, now)) passages.push_back(passage_value(asked, passage));
    std::vector<std::string> open;
    for (const auto& each : loaded.state.open_acts(now)) {
        open.push_back(each.act);
        if (const auto* type = asked.type(each.act)) next.push_back(next_value(asked, each, *type));
    }
    for (const auto& each : loaded.state.shut_acts(now)) shut.push_back(shut_value(asked, each, open));
    for (std::size_t i = 0; i < procedure::main_state_count; ++i)
        states.push_back(state_value(asked, static_cast<procedure::MainState>(i)));
    return Object{
        {"state", state_value(asked, loaded.state.main_state(now))},
        {"passages", std::move(passages)},
        {"states", std::move(states)},
        {"next", std::move(next)},
        {"shut", std::move(shut)}
    };
}

}  // namespace desk
