#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>

#include "broken.hpp"
#include "procedure/case.hpp"
#include "procedure/scenario.hpp"
#include "trials.hpp"

// The proof of the proof: the procedure with one guard switched off, or one period longer or shorter, must be
// noticed by a row of the tables in tests/replay. The lists of guards and periods come from the tables.
namespace {

using procedure::Case;
using procedure::Rules;

// A row with everything before the act in question already known to be accepted.
struct Prepared {
    procedure::Scenario scenario;
    std::size_t last = 0;  // the act in question, from 0
    const base::Value* expect = nullptr;
    std::string why;
};

bool is_code(const base::Value& wanted, std::string_view code) {
    if (wanted.as_string() != nullptr) return *wanted.as_string() == code;
    return std::ranges::any_of(wanted.items(),
                               [&](const base::Value& each) { return each == base::Value(code); });
}

bool as_expected(const procedure::Refusal& refusal, const base::Value& expect) {
    const auto also = [&](const base::Value& code) {
        return std::ranges::find(refusal.also, *code.as_string()) != refusal.also.end();
    };
    return is_code(expect["code"], refusal.code) &&
           refusal.basis.find(expect.text("basis")) != std::string::npos &&
           std::ranges::all_of(expect.list("also"), also) &&
           (!expect.has("open_from") ||
            (refusal.open_from && refusal.open_from->str() == expect.text("open_from")));
}

// Whether the row still says what it said under the law.
bool holds(const Prepared& row, const Rules& rules, bool whole) {
    Case file(rules, row.scenario.matter);
    for (std::size_t i = 0; i < row.last; ++i) {
        if (!whole) {
            if (!file.restore(row.scenario.acts[i])) return false;
            continue;
        }
        const auto tried = file.try_act(row.scenario.acts[i]);
        if (!tried || *tried) return false;
    }
    const auto tried = file.check(row.scenario.acts[row.last]);
    if (!tried) return false;
    if (row.expect == nullptr) return !tried->has_value();
    return tried->has_value() && as_expected(**tried, *row.expect);
}

std::vector<Prepared> prepared(const base::Value& rows) {
    std::vector<Prepared> all;
    for (const auto& row : rows.items()) {
        auto scenario = procedure::read_scenario(given::broken(row));
        if (!scenario || scenario->acts.empty()) continue;
        const base::Value* expect = row.has("expect") ? &row["expect"] : nullptr;
        const std::size_t last =
            expect ? static_cast<std::size_t>(*expect->integer("n")) - 1 : scenario->acts.size() - 1;
        if (last >= scenario->acts.size()) continue;
        all.push_back({std::move(*scenario), last, expect, std::string(row.text("why"))});
    }
    return all;
}

struct Rows {
    base::Value refused = given::rows("guard_rows");
    base::Value accepted = given::rows("accepted_rows");
    std::vector<Prepared> of_refused = prepared(refused);
    std::vector<Prepared> of_accepted = prepared(accepted);
};

const Rows& rows() {
    static const Rows all;
    return all;
}

void print(const std::vector<std::string>& survivors, std::size_t mutants) {
    std::printf("%zu mutants, survivors: %s\n", mutants, survivors.empty() ? "none" : "");
    for (const auto& one : survivors) std::printf("  %s\n", one.c_str());
}

// What is said of an act before anything is filled in.
bool probe_holds(const base::Value& row, const Rules& rules) {
    const auto scenario = procedure::read_scenario(given::broken(row)).value();
    Case file(rules, scenario.matter);
    for (const auto& act : scenario.acts)
        if (!file.restore(act)) return false;
    const auto refusal = file.why_shut(row.text("act"), given::instant(row.text("at")));
    return (refusal ? refusal->code : "") == row.text("code");
}

bool noticed_by_probe(const procedure::Guard& guard, const Rules& rules) {
    static const base::Value probes = given::rows("probe_rows");
    return std::ranges::any_of(probes.items(), [&](const base::Value& row) {
        return std::ranges::find(guard.acts, row.text("act")) != guard.acts.end() && !probe_holds(row, rules);
    });
}

TEST(Mutants, EveryGuardSwitchedOffIsNoticed) {
    const auto guards = procedure::guards();
    std::vector<std::string> survivors;
    for (std::size_t place = 0; place < guards.size(); ++place) {
        Rules& rules = trials::rules();
        rules.guards = given::rules().guards.without(place);
        const bool noticed = std::ranges::any_of(guards[place].acts, [](std::string_view act) {
            return trials::noticed_among(trials::of_rows(), act);
        });
        if (!noticed && !noticed_by_probe(guards[place], rules))
            survivors.push_back(std::string(guards[place].code) + " of " +
                                std::string(guards[place].acts.front()) + ", guard " + std::to_string(place));
        rules.guards = given::rules().guards;
    }
    print(survivors, guards.size());
    EXPECT_TRUE(survivors.empty());
}

// The clocks of a row of clock_rows.json: acts that nobody judges.
std::vector<casefile::Act> acts_of(const base::Value& row) {
    std::vector<casefile::Act> acts;
    for (const auto& each : row.list("acts")) {
        casefile::Act act{.n = static_cast<int>(acts.size()) + 1,
                          .type = std::string(each.text("act")),
                          .at = given::instant(each.text("at")),
                          .by = {},
                          .data = each["data"]};
        if (each.has("approved_by")) act.approved_by = std::string(each.text("approved_by"));
        acts.push_back(std::move(act));
    }
    return acts;
}

// Periods no act of a case starts (执法监督): counted as they stand in the table.
bool period_holds(const base::Value& row, const clocks::ClockTable& table) {
    const auto from = given::day(row.text("from"));
    const auto counted = given::work_calendar().count(from, table.period(row["expect"].text("code"), from));
    return counted.due.str() == row["expect"].text("due");
}

bool clock_holds(const base::Value& row, const clocks::ClockTable& table) {
    if (row.has("from")) return period_holds(row, table);
    casefile::Matter matter{.agency = "990101", .parties = {{.name = "当事人"}}, .staff = {}};
    if (row.has("region")) matter.parties.front().region = row.text("region");
    const auto views = clocks::clocks(table, acts_of(row), matter, given::work_calendar(),
                                      given::day(row.text("today")), clocks::Detail::brief);
    const auto& expect = row["expect"];
    for (const auto& view : views) {
        if (view.code != expect.text("code") || (expect.has("of") && expect["of"] != base::Value(view.of)))
            continue;
        const auto shown = view.to_value();
        if (std::ranges::all_of(expect.object(),
                                [&](const auto& member) { return shown[member.first] == member.second; }))
            return true;
    }
    return false;
}

bool noticed_by_clock(std::string_view code, const clocks::ClockTable& table) {
    static const base::Value clock_rows = given::rows("clock_rows");
    return std::ranges::any_of(clock_rows.items(), [&](const base::Value& row) {
        return row["expect"].text("code") == code && !clock_holds(row, table);
    });
}

bool noticed_by_row(const Rules& rules) {
    const auto broken = [&](const Prepared& row) { return !holds(row, rules, true); };
    return std::ranges::any_of(rows().of_refused, broken) || std::ranges::any_of(rows().of_accepted, broken);
}

TEST(Mutants, EveryPeriodLongerOrShorterIsNoticed) {
    std::vector<std::string> periods = given::clock_table().period_names();
    std::vector<std::string> survivors;
    for (const auto& name : periods)
        for (const int units : {-1, 1}) {
            Rules rules = given::rules();
            rules.clocks = rules.clocks.shifted(name, units);
            const auto code = name.substr(0, name.find('/'));
            // A period the letter of another agency names has no length of its own.
            if (given::clock_table().period(code, given::day("2026-06-01")).amount == 0 &&
                std::ranges::find(rules.clocks.limits(), code, &clocks::Limit::code) ==
                    rules.clocks.limits().end())
                continue;
            if (!noticed_by_clock(code, rules.clocks) && !noticed_by_row(rules))
                survivors.push_back(name + (units > 0 ? " longer" : " shorter"));
        }
    print(survivors, 2 * periods.size());
    EXPECT_TRUE(survivors.empty());
}

// What the mutants are measured against holds under the law itself.
TEST(Mutants, TheLawItselfIsNoMutant) {
    for (const auto& row : rows().of_refused) EXPECT_TRUE(holds(row, given::rules(), true)) << row.why;
    for (const auto& row : rows().of_accepted) EXPECT_TRUE(holds(row, given::rules(), true)) << row.why;
    const auto probes = given::rows("probe_rows");
    for (const auto& row : probes.items()) EXPECT_TRUE(probe_holds(row, given::rules())) << row.text("why");
    const auto clock_rows = given::rows("clock_rows");
    EXPECT_GE(clock_rows.items().size(), 60U);
    for (const auto& row : clock_rows.items())
        EXPECT_TRUE(clock_holds(row, given::clock_table())) << row.text("why");
}

}  // namespace
