#pragma once
#include <string_view>

#include "base/date.hpp"
#include "base/value.hpp"
#include "cases/case_facts.hpp"
#include "cases/load_case.hpp"
#include "procedure/table.hpp"

namespace acts {

// The values of one form while they are gathered from what the case holds already.
struct Filling {
    const cases::LoadedCase& loaded;
    const procedure::ActType& type;
    base::Date today;
    cases::CaseFacts facts;
    base::Object values = {};

    bool is(std::string_view act) const { return type.id == act; }
    bool holds(std::string_view name) const { return values.find(name) != nullptr; }
    void set(std::string_view name, base::Value value) {
        if (type.field(name) != nullptr && !value.is_null()) values.set(name, std::move(value));
    }
    void set_text(std::string_view name, std::string_view text) {
        if (!text.empty()) set(name, text);
    }
    const casefile::Act* last(std::string_view act) const { return cases::last_act(loaded.state, act); }
    const casefile::Party* party() const {
        const auto& parties = loaded.state.matter().parties;
        return parties.empty() ? nullptr : &parties.front();
    }
};

// Who the party is and where it is found.
void fill_people(Filling& filling);
// Periods, grounds and articles that follow from earlier acts.
void fill_orders(Filling& filling);
// On-the-spot decisions and their money.
void fill_on_spot(Filling& filling);
// What is still owed, and to which court one would turn.
void fill_enforcement(Filling& filling);
// What the catalogue says a field holds at first, where nothing better is known.
void fill_presets(Filling& filling);

}  // namespace acts
