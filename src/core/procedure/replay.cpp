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

}  // namespace

base::Result<base::Value> replay(const base::Value& scenario, const Rules& rules) {
    Scenario read = TRY(read_scenario(scenario));
    TRY(only_known_roles(read.matter, rules.table));
    Case folded(rules, std::move(read.matter));
    base::List verdicts;
    for (std::size_t i = 0; i < read.acts.size(); ++i) {
        auto& act = read.acts[i];
        const int n = act.n;
        base::Object verdict{
            {"n",   n       },
            {"act", act.type}
        };
        auto tried = folded.try_act(std::move(act));
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
    base::Object output{
        {"acts", std::move(verdicts)}
    };
    // Acts after `today` are shown too; the clocks then stand at the last of them.
    const base::Date today =
        read.acts.empty()
            ? read.today
            : std::max(read.today, folded.acts().empty() ? read.today : folded.acts().back().at.date());
    const base::Value state = folded.output(today);
    for (const auto& [name, value] : state.object()) output.set(name, value);
    return output;
}

}  // namespace procedure
