#include "procedure/table.hpp"

#include <algorithm>
#include <charconv>

#include "procedure/table_reader.hpp"

namespace procedure {

namespace {

using base::List;
using base::Object;
using base::Value;

std::string_view label_in(const std::vector<std::pair<std::string, std::string>>& names,
                          std::string_view id) {
    const auto found = std::ranges::find(names, id, &std::pair<std::string, std::string>::first);
    return found == names.end() ? std::string_view() : std::string_view(found->second);
}

template <class Items>
Value list_of(const Items& items) {
    List list;
    for (const auto& item : items) list.emplace_back(item);
    return list;
}

Value fields_value(const std::vector<Field>& fields) {
    List list;
    for (const auto& field : fields)
        if (!field.by_program) list.push_back(to_value(field));
    return list;
}

Value labels(const std::vector<std::pair<std::string, std::string>>& names) {
    Object object;
    for (const auto& [id, label] : names) object.set(id, label);
    return object;
}

}  // namespace

bool Field::has_choice(std::string_view id) const {
    return std::ranges::find(choices, id, &Choice::id) != choices.end();
}

const Field* ActType::field(std::string_view wanted) const {
    const auto found = std::ranges::find(fields, wanted, &Field::name);
    return found == fields.end() ? nullptr : &*found;
}

base::Result<Table> Table::from(const Sources& sources, const Age& age) {
    TableReader reader{.sources = sources, .age = age};
    TRY(reader.read());
    return std::move(reader.table);
}

const ActType* Table::find(std::string_view id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : &acts_[static_cast<std::size_t>(found->second)];
}

ActType* Table::edit(std::string_view id) {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : &acts_[static_cast<std::size_t>(found->second)];
}

const DocumentType* Table::document(std::string_view no_or_id) const {
    const auto found = document_by_name_.find(no_or_id);
    return found == document_by_name_.end() ? nullptr : &documents_[static_cast<std::size_t>(found->second)];
}

const RefusalText* Table::refusal(std::string_view code) const {
    const auto found = refusals_.find(code);
    return found == refusals_.end() ? nullptr : &found->second;
}

namespace {

// What only some cases do: whoever asks for what follows is led there, nobody is led through.
bool is_branch(std::string_view act) {
    return act == "decide_on_spot" || act == "request_hearing";
}

}  // namespace

std::vector<std::string> Table::way(MainState from, const StateSet& to) const {
    struct Reached {
        MainState state;
        std::vector<std::string> by;
    };
    std::vector<Reached> reached{
        {from, {}}
    };
    StateSet seen;
    seen.add(from);
    std::vector<std::string> branch;
    for (std::size_t i = 0; i < reached.size(); ++i)
        for (const auto& step : steps_) {
            if (step.from != reached[i].state || seen.has(step.to)) continue;
            auto by = reached[i].by;
            by.push_back(step.act);
            if (to.has(step.to)) {
                if (!is_branch(step.act)) return by;
                if (branch.empty()) branch = std::move(by);
                continue;
            }
            if (is_branch(step.act)) continue;
            seen.add(step.to);
            reached.push_back({step.to, std::move(by)});
        }
    return branch;
}

std::string_view Table::state_label(MainState state) const {
    return label_in(states_, name(state));
}
std::string_view Table::sub_state_label(std::string_view state) const {
    return label_in(sub_states_, state);
}
std::string_view Table::role_label(std::string_view role) const {
    return label_in(roles_, role);
}
std::string_view Table::phase_label(std::string_view phase) const {
    return label_in(phases_, phase);
}
bool Table::knows_role(std::string_view role) const {
    return !role_label(role).empty();
}

Value to_value(const Field& field) {
    Object object{
        {"name",     field.name     },
        {"label",    field.label    },
        {"type",     field.type_name},
        {"required", field.required }
    };
    if (field.must_be_true) object.set("must_be_true", true);
    if (!field.of.empty()) object.set("of", field.of);
    if (field.least > 0) object.set("least", field.least);
    if (!field.choices.empty()) {
        List choices;
        for (const auto& choice : field.choices)
            choices.push_back(Object{
                {"value", choice.id   },
                {"label", choice.label}
            });
        object.set("choices", std::move(choices));
    }
    if (!field.fields.empty()) object.set("fields", fields_value(field.fields));
    if (!field.help.empty()) object.set("help", field.help);
    if (!field.of_acts.empty()) object.set("of_acts", list_of(field.of_acts));
    if (!field.group.empty()) object.set("group", field.group);
    if (field.folded) object.set("folded", true);
    if (!field.preset.is_null()) object.set("preset", field.preset);
    if (!field.when.field.empty())
        object.set("when", Object{
                               {"field",  field.when.field          },
                               {"values", list_of(field.when.values)}
        });
    return object;
}

Value to_value(const ActType& type) {
    Object object{
        {"id",             type.id                     },
        {"title",          type.title                  },
        {"phase",          type.phase                  },
        {"basis",          type.basis                  },
        {"roles",          list_of(type.roles)         },
        {"least",          type.least                  },
        {"handlers",       type.handlers               },
        {"approval_chain", list_of(type.approval_chain)},
        {"open_in",        list_of(type.open_in)       },
        {"fields",         fields_value(type.fields)   },
        {"paper",          fields_value(type.paper)    }
    };
    List documents;
    for (const auto& document : type.documents) {
        int number = 0;
        const auto read = std::from_chars(document.data(), document.data() + document.size(), number);
        if (read.ec == std::errc() && read.ptr == document.data() + document.size())
            documents.emplace_back(number);
    }
    object.set("documents", std::move(documents));
    if (!type.each.empty()) object.set("each", list_of(type.each));
    if (!type.help.empty()) object.set("help", type.help);
    if (!type.together.empty()) object.set("together", type.together);
    return object;
}

Value Table::to_value() const {
    List acts;
    for (const auto& type : acts_) {
        Value value = procedure::to_value(type);
        value.as_object()->set("phase_title", phase_label(type.phase));
        acts.push_back(std::move(value));
    }
    Object documents;
    for (const auto& document : documents_)
        documents.set(document.no, Object{
                                       {"id",      document.id     },
                                       {"title",   document.title  },
                                       {"slot",    document.slot   },
                                       {"receipt", document.receipt}
        });
    return Object{
        {"acts",       std::move(acts)     },
        {"states",     labels(states_)     },
        {"sub_states", labels(sub_states_) },
        {"roles",      labels(roles_)      },
        {"phases",     labels(phases_)     },
        {"documents",  std::move(documents)}
    };
}

}  // namespace procedure
