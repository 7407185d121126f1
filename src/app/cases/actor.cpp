#include "cases/actor.hpp"

namespace cases {

namespace {

std::string_view kind_of(casefile::PartyKind kind) {
    switch (kind) {
        case casefile::PartyKind::person:
            return "natural";
        case casefile::PartyKind::sole_trader:
            return "individual_business";
        case casefile::PartyKind::organisation:
            return "entity";
    }
    return "entity";
}

}  // namespace

base::Value actor_of(const casefile::Party& party, std::string_view act_end) {
    base::Object actor;
    actor.set("kind", kind_of(party.kind));
    const auto day = base::Date::parse(act_end);
    if (party.kind == casefile::PartyKind::person && party.born && day) {
        std::int64_t age = day->year() - party.born->year();
        if (party.born->plus_years(static_cast<int>(age)) > *day) --age;
        actor.set("age", age);
    }
    return actor;
}

}  // namespace cases
