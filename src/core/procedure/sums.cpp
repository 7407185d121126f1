#include "procedure/sums.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace procedure {

namespace {

std::unexpected<base::Error> bad(std::string_view place, std::string_view reason) {
    return base::fail("bad_catalogue", fmt::format("{}：{}", place, reason), {}, std::string(place));
}

std::optional<base::Date> day_in(const base::Value& value) {
    if (value.as_string() == nullptr) return std::nullopt;
    const auto day = base::Date::parse(*value.as_string());
    return day ? std::optional(*day) : std::nullopt;
}

}  // namespace

base::Result<std::optional<Sums::Pair>> Sums::pair_in(const base::Value& row, std::string_view rule) {
    if (!row.has(rule)) return std::nullopt;
    const auto natural = row[rule].integer("natural");
    const auto entity = row[rule].integer("entity");
    if (!natural || !entity || *natural <= 0 || *entity <= 0)
        return bad(row.text("id"), fmt::format("{} 应当写明对公民和对单位的数额", rule));
    return Pair{base::Money::yuan(*natural), base::Money::yuan(*entity)};
}

base::Result<Sums::Place> Sums::read(const base::Value& row) {
    Place place{.id = std::string(row.text("id")),
                .above = std::string(row.text("above")),
                .from = day_in(row.at("in_force.0")),
                .until = day_in(row.at("in_force.1")),
                .hearing = TRY(pair_in(row, "hearing")),
                .summary = TRY(pair_in(row, "summary")),
                .sole_trader_is_natural = std::nullopt};
    if (const auto* natural = row["individual_business_is_natural"].as_bool())
        place.sole_trader_is_natural = *natural;
    return place;
}

// Fields and low fines are not asked for where nothing is shown: a table without them shows all as ordinary.
base::Result<void> Sums::read_publicity(const base::Value& row) {
    if (row.is_null()) return {};
    const auto business = row.at("low_fine.business").as_int();
    const auto person = row.at("low_fine.person").as_int();
    if (!business || !person || *business <= 0 || *person <= 0)
        return bad("procedure/sums.yaml", "publicity.low_fine 应当写明对经营者和对责任人员的数额");
    low_fine_business_ = base::Money::yuan(*business);
    low_fine_person_ = base::Money::yuan(*person);
    for (const auto& [name, fields] : {
             std::pair{"key_fields",   &key_fields_  },
             std::pair{"other_fields", &other_fields_}
    })
        for (const auto& field : row.list(name))
            if (field.as_string() != nullptr) fields->push_back(*field.as_string());
    return {};
}

base::Money Sums::low_fine(casefile::PartyKind party) const {
    return party == casefile::PartyKind::person ? low_fine_person_ : low_fine_business_;
}

std::optional<bool> Sums::is_key_field(std::string_view field) const {
    if (std::ranges::find(key_fields_, field) != key_fields_.end()) return true;
    if (std::ranges::find(other_fields_, field) != other_fields_.end()) return false;
    return std::nullopt;
}

base::Result<Sums> Sums::from(const base::Value& sums, std::span<const base::Value> places) {
    Sums all;
    const auto cash = sums.at("cash_on_spot.yuan").as_int();
    const auto percent = sums.at("late_fee.percent_a_day").as_int();
    if (!cash || *cash <= 0) return bad("procedure/sums.yaml", "cash_on_spot 应为正整数");
    if (!percent || *percent <= 0 || *percent > 100) return bad("procedure/sums.yaml", "late_fee 应为百分数");
    all.cash_on_spot_ = base::Money::yuan(*cash);
    all.late_fee_percent_ = static_cast<int>(*percent);
    TRY(all.read_publicity(sums["publicity"]));
    for (const auto& row : places) all.places_.push_back(TRY(read(row)));
    const auto country = std::ranges::find(all.places_, "CN", &Place::id);
    if (country == all.places_.end() || !country->hearing || !country->summary)
        return bad("discretion/jurisdictions", "没有全国的听证和当场处罚数额");
    return all;
}

// The place named in the scenario, else that of the agency: district, city, province, the country.
std::vector<const Sums::Place*> Sums::chain(const casefile::Matter& matter, base::Date on) const {
    std::vector<const Place*> found;
    std::string_view above;
    const auto add = [&](std::string_view id) {
        above = {};
        for (const auto& place : places_) {
            if (place.id != id || std::ranges::find(found, &place) != found.end()) continue;
            above = place.above;
            if ((!place.from || *place.from <= on) && (!place.until || on <= *place.until))
                found.push_back(&place);
        }
    };
    const auto add_with_above = [&](std::string_view id) {
        for (add(id); !above.empty();) add(std::string_view(above));
    };
    const auto& agency = matter.agency;
    if (!matter.province.empty()) add_with_above(matter.province);
    for (const std::size_t digits : {6U, 4U, 2U})
        if (agency.size() >= digits) {
            std::string id = agency.substr(0, digits);
            id.resize(6, '0');
            add_with_above(id);
        }
    add("CN");
    return found;
}

PartySums Sums::of(const casefile::Matter& matter, const casefile::Party& party, base::Date on) const {
    const auto places = chain(matter, on);
    const auto nearest = [&](auto rule) {
        const auto place =
            std::ranges::find_if(places, [&](const Place* each) { return (each->*rule).has_value(); });
        return place == places.end() ? decltype(Place{}.*rule){} : (*place)->*rule;
    };
    const bool sole_trader = party.kind == casefile::PartyKind::sole_trader;
    // acts.md §2.1: 个体工商户 counts as a natural person unless the place says otherwise.
    const bool natural = sole_trader ? nearest(&Place::sole_trader_is_natural).value_or(true)
                                     : party.kind == casefile::PartyKind::person;
    const auto of_kind = [&](const std::optional<Pair>& pair) {
        return !pair ? base::Money() : natural ? pair->natural : pair->entity;
    };
    return {.hearing = of_kind(nearest(&Place::hearing)), .summary = of_kind(nearest(&Place::summary))};
}

}  // namespace procedure
