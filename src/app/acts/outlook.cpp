#include "acts/outlook.hpp"

#include <algorithm>
#include <array>

#include "acts/belonging.hpp"
#include "acts/prefill.hpp"

namespace acts {

namespace {

using base::List;
using base::Object;
using base::Value;
using procedure::Field;
using procedure::FieldType;
using procedure::MainState;

// The first day in (after, until] at whose end the state is `wanted`.
base::Instant first_day_of(const procedure::Case& file, MainState wanted, base::Instant after,
                           base::Instant until) {
    base::Date low = after.date(), high = until.date();
    while (low < high) {
        const base::Date middle = low.plus_days((high - low) / 2);
        if (file.main_state(base::Instant::at(middle, 23, 59)) == wanted)
            high = middle;
        else
            low = middle.plus_days(1);
    }
    return base::Instant::at(high, 0);
}

Value any_value(const Field& field, base::Instant now);

Value any_object(const std::vector<Field>& fields, base::Instant now) {
    Object object;
    for (const Field& field : fields)
        if (field.required) object.set(field.name, any_value(field, now));
    return object;
}

// Stands for what nobody has typed yet; only where it changes the course of the case does it matter.
Value any_value(const Field& field, base::Instant now) {
    switch (field.type) {
        case FieldType::date:
            return now.date().str();
        case FieldType::instant:
            return now.str();
        case FieldType::yuan:
            return "0.00";
        case FieldType::boolean:
            return true;
        case FieldType::integer:
        case FieldType::act:
        case FieldType::document:
            return 1;
        case FieldType::choice:
            return field.choices.front().id;
        case FieldType::object:
            return any_object(field.fields, now);
        case FieldType::list: {
            List list;
            for (int i = 0; i < field.least; ++i) list.push_back(any_value(field.element.front(), now));
            return list;
        }
        case FieldType::text:
        case FieldType::longtext:
        case FieldType::staff:
        case FieldType::any:
            return "";
    }
    return {};
}

// The choice on which the course of the case turns, where the act has one.
const Field* turning_point(const procedure::ActType& type) {
    static constexpr std::array names{"outcome", "result", "kind", "proposes", "ground"};
    for (const char* name : names)
        if (const Field* field = type.field(name);
            field != nullptr && field->type == FieldType::choice && field->required)
            return field;
    return nullptr;
}

Object filled_in(const cases::LoadedCase& loaded, const procedure::ActType& type, base::Instant now) {
    Object data = prefill(loaded, type, now.date()).values.object();
    for (const Field& field : type.fields)
        if (field.required && data.find(field.name) == nullptr) data.set(field.name, any_value(field, now));
    return data;
}

template <class T>
void add_once(std::vector<T>& list, T value) {
    if (std::ranges::find(list, value) == list.end()) list.push_back(value);
}

void add_met(Prospect& prospect, const std::vector<clocks::ClockView>& before, const procedure::Case& after,
             base::Date today) {
    const auto views = after.clocks(today, clocks::Detail::brief);
    for (const auto& clock : before) {
        if (!clock.is_open()) continue;
        const auto* then = clocks::find(views, clock.code, clock.of);
        const bool known = std::ranges::any_of(
            prospect.meets, [&](const auto& met) { return met.code == clock.code && met.of == clock.of; });
        if (then != nullptr && then->met_on && !known) prospect.meets.push_back(clock);
    }
}

bool holds(const casefile::Staff& person, std::string_view role) {
    return std::ranges::find(person.roles, role) != person.roles.end();
}

bool is_of_the_unit(const cases::LoadedCase& loaded, const casefile::Staff& person) {
    if (person.unit == loaded.record.node) return true;
    return std::ranges::any_of(loaded.state.handlers(), [&](const std::string& id) {
        const auto* handler = loaded.person(id);
        return handler != nullptr && handler->unit == person.unit;
    });
}

// A unit without a head, such as the office of the bureau: as set_waiting has it, what its people propose
// waits for the head of any unit, what others propose for their own.
std::vector<const casefile::Staff*> heads_over(const cases::LoadedCase& loaded,
                                               const std::vector<const casefile::Staff*>& authors) {
    std::vector<const casefile::Staff*> heads;
    for (const casefile::Staff& person : loaded.staff)
        if (!person.until && holds(person, "UNIT_HEAD")) heads.push_back(&person);
    const auto is_headed = [&](const std::string& unit) {
        return std::ranges::find(heads, unit, &casefile::Staff::unit) != heads.end();
    };
    const bool any_head =
        std::ranges::any_of(authors, [&](const auto* author) { return !is_headed(author->unit); });
    if (!any_head)
        std::erase_if(heads, [&](const auto* head) {
            return std::ranges::find(authors, head->unit, &casefile::Staff::unit) == authors.end();
        });
    return heads;
}

}  // namespace

std::vector<Passage> passages(const cases::LoadedCase& loaded, base::Instant now) {
    std::vector<Passage> found;
    procedure::Case file(loaded.state.rules(), loaded.state.matter());
    MainState state = MainState::none;
    base::Instant since = now;
    const auto lapse = [&](base::Instant until) {
        if (file.acts().empty()) return;
        const MainState then = file.main_state(until);
        if (then == state) return;
        found.push_back({.from = state, .to = then, .at = first_day_of(file, then, since, until)});
        state = then;
    };
    for (const casefile::Act& act : loaded.state.acts()) {
        lapse(act.at);
        if (!file.restore(act)) continue;
        const MainState after = file.main_state(act.at);
        if (after != state) found.push_back({.from = state, .to = after, .n = act.n, .at = act.at});
        state = after;
        since = act.at;
    }
    lapse(now);
    return found;
}

Prospect prospect(const cases::LoadedCase& loaded, const procedure::ActType& type, base::Instant now) {
    Prospect found;
    const MainState present = loaded.state.main_state(now);
    const auto before = loaded.state.clocks(now.date(), clocks::Detail::brief);
    const Field* turning = turning_point(type);
    const std::size_t variants = turning == nullptr ? 1 : turning->choices.size();
    const Object data = filled_in(loaded, type, now);
    for (std::size_t variant = 0; variant < variants; ++variant) {
        casefile::Act act{.n = static_cast<int>(loaded.record.version) + 1,
                          .type = type.id,
                          .at = now,
                          .by = loaded.state.handlers(),
                          .data = data};
        if (turning != nullptr) act.data.as_object()->set(turning->name, turning->choices[variant].id);
        procedure::Case after = loaded.state;
        if (!after.restore(std::move(act))) continue;
        if (const MainState then = after.main_state(now); then != present && then != MainState::none)
            add_once(found.leads_to, then);
        add_met(found, before, after, now.date());
    }
    return found;
}

std::vector<const casefile::Staff*> who_may(const cases::LoadedCase& loaded, const procedure::ActType& type) {
    std::vector<const casefile::Staff*> people;
    for (const casefile::Staff& person : loaded.staff)
        if (!person.until && may_propose(loaded, person, type)) people.push_back(&person);
    return people;
}

std::vector<const casefile::Staff*> who_approves(const cases::LoadedCase& loaded,
                                                 const procedure::ActType& type, std::string_view role,
                                                 base::Date today) {
    std::vector<const casefile::Staff*> people;
    for (const casefile::Staff& person : loaded.staff) {
        const bool granted = std::ranges::any_of(person.delegations, [&](const casefile::Delegation& grant) {
            return grant.role == role && grant.from <= today && today <= grant.until;
        });
        const bool by_post = holds(person, role) && (role != "UNIT_HEAD" || is_of_the_unit(loaded, person));
        if (!person.until && (by_post || granted)) people.push_back(&person);
    }
    if (people.empty() && role == "UNIT_HEAD") return heads_over(loaded, who_may(loaded, type));
    return people;
}

}  // namespace acts
