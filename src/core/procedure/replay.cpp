#include "procedure/replay.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "procedure/case.hpp"
#include "procedure/scenario.hpp"

namespace procedure {

namespace {

// A role nobody knows would bar its bearer from everything without a word.
base::Result<void> only_known_roles(const casefile::Matter& matter, const Table& table) {
    for (std::size_t i = 0; i < matter.staff.size(); ++i)
        for (const auto& role : matter.staff[i].roles)
            if (!table.knows_role(role))
                return base::fail("bad_input", fmt::format("未知的职责 {}", role), {},
                                  fmt::format("staff.{}.roles", i));
    return {};
}

base::Result<void> check_parties(const casefile::Matter& matter, const base::Value& scenario) {
    const bool several = scenario.has("parties");
    for (std::size_t i = 0; i < matter.parties.size(); ++i)
        TRY(check_numbers(matter.parties[i], several ? fmt::format("parties.{}", i) : "party"));
    return {};
}

// The law answers first, as at the desk; what it accepts is then held against what can be.
base::Result<std::optional<Refusal>> try_act(Case& folded, casefile::Act act, base::Date today,
                                             const KnownViolation& is_violation) {
    const auto* type = folded.table(act.at.date()).find(act.type);
    const base::Value data = act.data;
    auto refusal = TRY(folded.try_act(std::move(act)));
    if (!refusal && is_violation && type != nullptr)
        TRY(check_stated_facts(*type, data, today, is_violation));
    return refusal;
}

base::Result<base::List> verdicts_on(Scenario& read, Case& folded, const KnownViolation& is_violation) {
    base::List verdicts;
    for (std::size_t i = 0; i < read.acts.size(); ++i) {
        auto& act = read.acts[i];
        const int n = act.n;
        const auto today = std::max(read.today, act.at.date());
        base::Object verdict{
            {"n",   n       },
            {"act", act.type}
        };
        auto tried = try_act(folded, std::move(act), today, is_violation);
        if (!tried) {
            base::Error error = std::move(tried).error();
            error.field = fmt::format("acts.{}.{}", i, error.field);
            return base::fail(std::move(error));
        }
        verdict.set("accepted", !tried->has_value());
        if (*tried) verdict.set("refusal", (*tried)->to_value());
        const auto late = folded.late_answers();
        if (std::ranges::find(late, n, &LateAnswer::n) != late.end()) verdict.set("late", true);
        verdicts.emplace_back(std::move(verdict));
    }
    return verdicts;
}

}  // namespace

base::Result<base::Value> replay(const base::Value& scenario, const Rules& rules,
                                 const KnownViolation& is_violation) {
    Scenario read = TRY(read_scenario(scenario));
    TRY(only_known_roles(read.matter, rules.table));
    if (is_violation) TRY(check_parties(read.matter, scenario));
    Case folded(rules, std::move(read.matter));
    auto verdicts = TRY(verdicts_on(read, folded, is_violation));
    base::Object output{
        {"acts", std::move(verdicts)}
    };
    // Acts after `today` are shown too; the clocks then stand at the last of them.
    const base::Date today =
        folded.acts().empty() ? read.today : std::max(read.today, folded.acts().back().at.date());
    const base::Value state = folded.output(today);
    for (const auto& [name, value] : state.object()) output.set(name, value);
    return output;
}

}  // namespace procedure
