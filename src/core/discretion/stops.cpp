#include <fmt/format.h>

#include <algorithm>

#include "discretion/workup.hpp"

namespace discretion {

namespace {

enum class Nearness { far, near, reached };

// 刑事立案标准: four fifths of a number is near it. An unknown number is not reached.
Nearness nearness(const Comparison& comparison, const Facts& facts) {
    const FactValue& fact = facts[comparison.fact];
    if (fact.state != FactValue::State::known) return Nearness::far;
    if (holds(comparison, facts) == Truth::yes) return Nearness::reached;
    return fact.number * 5 >= comparison.number * 4 ? Nearness::near : Nearness::far;
}

Nearness nearness(const PoliceRow& row, const Facts& facts) {
    Nearness nearest = Nearness::far;
    each_comparison(row.when, [&](const Comparison& comparison) {
        nearest = std::max(nearest, nearness(comparison, facts));
    });
    return nearest;
}

Scalar known(const FactTable& table, const Facts& facts, FactId id) {
    const FactValue& fact = facts[id];
    if (fact.state == FactValue::State::unknown) return std::string_view("unknown");
    if (fact.state == FactValue::State::none) return std::string_view("none");
    if (table[id].type == FactType::money) return base::Money::fen(fact.number);
    if (table[id].type == FactType::truth) return fact.number != 0;
    return fact.number;
}

void trace_police(Workup& work, const PoliceRow& row, std::string_view result) {
    Trace& node = work.trace().node(3, "police", row.article).input("crime", std::string_view(row.crime));
    each_comparison(row.when, [&](const Comparison& comparison) {
        node.input(work.catalogue.facts()[comparison.fact].name,
                   known(work.catalogue.facts(), work.facts, comparison.fact));
    });
    if (!row.text.empty()) node.input("element", std::string_view(row.text));
    node.result("police_check", result);
}

// 行政处罚法 第二十七条第一款、第三十五条第二款: the fine waits; measures the police cannot take survive.
bool end_at_police(Workup& work, std::string_view crime) {
    work.finding.outcome = Outcome::transfer_to_police;
    work.finding.because = fmt::format("违法行为涉嫌构成{}，应当移送公安机关，不得以罚款代替移送。", crime);
    work.finding.procedure.police_check = "met";
    work.flag("apl-35-2");
    if (work.finding.violation->field == "food") work.flag("fsl-135-lifetime-ban");
    return false;
}

bool concerns_life(const Workup& work) {
    const KnownFacts& fact = work.catalogue.fact();
    return work.facts.is_true(fact.life_health) || work.facts.is_true(fact.finance);
}

}  // namespace

// 行政处罚法 第三十六条: two years; five where life and health or financial security is concerned and there
// is harm.
bool pass_limitation(Workup& work) {
    const bool harms_health = work.holds(work.catalogue.circumstance().harm_to_health);
    const bool is_long =
        harms_health || (concerns_life(work) && work.facts.is_true(work.catalogue.fact().harm));
    const int years = is_long ? 5 : 2;
    const base::Date act_end = work.request.act_end;
    const base::Date discovered_on = work.request.discovered_on.value_or(work.request.decision_on);
    const bool is_barred = discovered_on > act_end.plus_years(years);
    work.trace()
        .node(2, "limitation", "行政处罚法 第三十六条")
        .input("act_end", act_end)
        .input("discovered_on", discovered_on)
        .input("years", static_cast<std::int64_t>(years))
        .result("barred", is_barred);
    if (!is_barred) return true;
    work.finding.outcome = Outcome::time_barred;
    work.finding.because =
        fmt::format("违法行为终了之日起{}年内未被发现，依法不再给予行政处罚。", is_long ? "五" : "二");
    return false;
}

// 行政处罚法 第二十七条第一款; discretion-api.md §4: three things only move the outcome or stop the case.
bool pass_police(Workup& work) {
    Nearness nearest = Nearness::far;
    for (const std::size_t place : work.finding.version->police) {
        const PoliceRow& row = work.catalogue.police()[place];
        const Nearness one = row.transfers ? Nearness::reached : nearness(row, work.facts);
        trace_police(work, row,
                     row.transfers              ? "transfer"
                     : one == Nearness::reached ? "met"
                     : one == Nearness::near    ? "near"
                                                : "none");
        if (row.transfers) return end_at_police(work, row.crime);
        nearest = std::max(nearest, one);
    }
    if (work.facts.is_true(work.catalogue.fact().crime_suspected)) {
        work.trace()
            .node(3, "police", "行政处罚法 第二十七条第一款")
            .input("crime_suspected", true)
            .result("police_check", std::string_view("transfer"));
        return end_at_police(work, "犯罪");
    }
    if (nearest == Nearness::reached) work.flag("police_referral_check");
    if (nearest == Nearness::near) work.flag("police_near");
    work.finding.procedure.police_check = nearest == Nearness::reached ? "met"
                                          : nearest == Nearness::near  ? "near"
                                                                       : "none";
    return true;
}

}  // namespace discretion
