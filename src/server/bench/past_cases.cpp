#include "bench/past_cases.hpp"

#include <fmt/format.h>

#include <array>
#include <random>

#include "discretion/decide.hpp"

namespace bench {

namespace {

using base::Object;
using base::Value;

class Chance {
  public:
    explicit Chance(std::uint64_t seed) : numbers_(seed) {}
    std::size_t below(std::size_t end) { return numbers_() % end; }
    bool one_in(std::size_t n) { return below(n) == 0; }
    template <class Choices>
    auto of(const Choices& choices) {
        return choices[below(std::size(choices))];
    }

  private:
    std::mt19937_64 numbers_;
};

Value fact_value(const discretion::FactName& fact, Chance& chance) {
    static constexpr std::array sums{"300.00",   "1200.00",  "4200.00",   "9800.00",
                                     "15000.00", "60000.00", "180000.00", "1200000.00"};
    switch (fact.type) {
        case discretion::FactType::money:
            return chance.of(sums);
        case discretion::FactType::count:
            return 1 + chance.below(5);
        case discretion::FactType::truth:
            return chance.one_in(2);
        case discretion::FactType::choice:
            return fact.choices.empty() ? Value() : Value(chance.of(fact.choices));
    }
    return {};
}

Value facts_value(const discretion::Catalogue& catalogue, Chance& chance) {
    Object facts;
    for (std::size_t i = 0; i < catalogue.facts().size(); ++i) {
        const discretion::FactName& fact = catalogue.facts()[static_cast<discretion::FactId>(i)];
        const bool is_asked_elsewhere = fact.name == "actor" || fact.name == "crime_suspected";
        if (!is_asked_elsewhere) facts.set(fact.name, fact_value(fact, chance));
    }
    return facts;
}

Value circumstances_value(Chance& chance) {
    static constexpr std::array codes{"cooperates", "intentional", "removed_harm", "refused_order",
                                      "first_violation"};
    base::List list;
    for (const char* code : codes)
        if (chance.one_in(5))
            list.push_back(Object{
                {"code",         code           },
                {"evidence_ids", base::List{"5"}}
            });
    return list;
}

Value request_value(const discretion::Catalogue& catalogue, Chance& chance) {
    static constexpr std::array actors{"natural", "individual_business", "entity"};
    const discretion::Violation& violation =
        catalogue.violations()[chance.below(catalogue.violations().size())];
    const discretion::Version& version = violation.versions[chance.below(violation.versions.size())];
    const std::string day = version.from.plus_days(static_cast<int>(chance.below(60))).str();
    return Object{
        {"violation_id", violation.id},
        {"act_end", day},
        {"discovered_on", day},
        {"decision_on", version.from.plus_days(120).str()},
        {"actor", Object{{"kind", chance.of(actors)}}},
        {"facts", facts_value(catalogue, chance)},
        {"circumstances", circumstances_value(chance)}
    };
}

// The middle of the tier recommended; one in twelve decides in another tier instead.
std::optional<base::Money> sum_of(const discretion::Finding& finding, Chance& chance) {
    const bool strays = chance.one_in(12);
    for (const discretion::Tier tier : discretion::tiers) {
        const auto& band = finding.bands[static_cast<std::size_t>(tier)];
        const bool is_lawful = band && finding.statutory && band->max > base::Money();
        if (is_lawful && (strays || tier == finding.recommended_tier))
            return base::Money::fen((band->min.in_fen() + band->max.in_fen()) / 2);
    }
    return std::nullopt;
}

}  // namespace

std::vector<Value> past_cases(const discretion::Catalogue& catalogue, std::size_t count, std::uint64_t seed) {
    static constexpr std::array sizes{"micro", "small", "medium", "large"};
    Chance chance(seed);
    std::vector<Value> rows;
    while (rows.size() < count) {
        Value request = request_value(catalogue, chance);
        const auto read = discretion::Request::from(request, catalogue);
        if (!read) continue;
        const auto finding = discretion::decide(*read, catalogue);
        if (!finding) continue;
        const auto fine = sum_of(*finding, chance);
        const bool is_spared = !fine && finding->allowed_tiers.has(discretion::Tier::none);
        Object row{
            {"case_no", fmt::format("990101-2025-{:06}", rows.size() + 1)},
            {"act", 12},
            {"kind", is_spared ? "no_penalty" : "penalty"},
            {"size", chance.of(sizes)},
            {"request", std::move(request)}
        };
        if (fine) row.set("fine", fine->str());
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace bench
