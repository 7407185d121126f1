#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>

#include "procedure/check.hpp"
#include "trials.hpp"

// The proof of the proof, for what the table demands of each act and for what is demanded of people,
// approvals, states and references: each taken out alone must be noticed. The lists come from the table and
// the program; what notices comes from tests/replay and from demands.json, written down beside them.
namespace {

using procedure::ActType;
using procedure::Field;
using trials::rules;

bool noticed(std::string_view about) {
    return trials::noticed_among(trials::of_demands(), about) ||
           trials::noticed_among(trials::of_rows(), about);
}

bool noticed_anywhere() {
    const auto broken = [](const auto& of_act) {
        return std::ranges::any_of(of_act.second, [](const auto& trial) { return !trials::holds(trial); });
    };
    return std::ranges::any_of(trials::of_rows(), broken) ||
           std::ranges::any_of(trials::of_demands(), broken);
}

// Counts mutants and what nobody noticed, by kind.
struct Count {
    std::string kind;
    int mutants = 0;
    std::vector<std::string> survivors = {};

    void tried(bool was_noticed, const std::string& what) {
        ++mutants;
        if (!was_noticed) survivors.push_back(what);
    }
    void print() const {
        std::printf("%s: %d mutants, survivors: %s\n", kind.c_str(), mutants,
                    survivors.empty() ? "none" : "");
        for (const auto& one : survivors) std::printf("  %s\n", one.c_str());
        EXPECT_TRUE(survivors.empty()) << kind;
        EXPECT_GT(mutants, 0) << kind;
    }
};

// Each act of the table in turn, changed by `change` where it says it can be, and put back.
void mutate_acts(Count& count, const std::function<bool(ActType&)>& change) {
    for (const auto& type : given::rules().table.acts()) {
        ActType& row = *rules().table.edit(type.id);
        if (change(row)) count.tried(noticed(type.id), type.id);
        row = type;
    }
    count.print();
}

TEST(TableMutants, TheLawItselfIsNoMutant) {
    std::size_t all = 0;
    for (const auto* each : {&trials::of_demands(), &trials::of_rows()})
        for (const auto& [act, of_act] : *each)
            for (const auto& trial : of_act) {
                ++all;
                const auto tried = trial.before->check(trial.act);
                EXPECT_TRUE(trials::holds(trial))
                    << trial.why << "; wanted " << trial.codes.front() << " " << trial.field << "; got "
                    << (!tried ? tried.error().message + " " + tried.error().field
                        : !tried->has_value()
                            ? "accepted"
                            : (*tried)->code + " " + (*tried)->field + " " + (*tried)->message);
            }
    std::printf("%zu trials\n", all);
}

TEST(TableMutants, OpenInEveryState) {
    Count count{"state"};
    mutate_acts(count, [](ActType& type) {
        for (std::size_t i = 0; i < procedure::main_state_count; ++i)
            type.open_states.add(static_cast<procedure::MainState>(i));
        return true;
    });
}

TEST(TableMutants, NobodyApproves) {
    Count count{"approval"};
    mutate_acts(count, [](ActType& type) { return !std::exchange(type.approval_chain, {}).empty(); });
}

TEST(TableMutants, AnybodyActs) {
    Count handlers{"two handlers"}, roles{"role"}, each{"one of each role"}, least{"number of people"};
    mutate_acts(handlers, [](ActType& type) { return std::exchange(type.handlers, false); });
    mutate_acts(roles,
                [](ActType& type) { return !type.handlers && !std::exchange(type.roles, {}).empty(); });
    mutate_acts(each, [](ActType& type) { return !std::exchange(type.each, {}).empty(); });
    mutate_acts(least, [](ActType& type) { return !type.handlers && std::exchange(type.least, 1) > 1; });
}

TEST(TableMutants, EvidenceIsNeverFrozenAndEverythingCanBeStruck) {
    Count frozen{"evidence frozen"}, struck{"never struck"};
    mutate_acts(frozen, [](ActType& type) { return std::exchange(type.evidence, false); });
    mutate_acts(struck, [](ActType& type) { return !std::exchange(type.never_struck, {}).empty(); });
}

// Every field, with its members, changed one by one.
void mutate_fields(Count& count, const std::string& act, std::vector<Field>& fields, const std::string& path,
                   const std::function<bool(Field&)>& change) {
    for (auto& field : fields) {
        const Field as_it_was = field;
        if (!field.by_program && change(field)) count.tried(noticed(act), act + " " + path + field.name);
        field = as_it_was;
        auto& members = field.element.empty() ? field.fields : field.element.front().fields;
        mutate_fields(count, act, members, path + field.name + ".", change);
    }
}

void mutate_fields(const std::string& kind, const std::function<bool(Field&)>& change) {
    Count count{kind};
    for (const auto& type : given::rules().table.acts()) {
        ActType& row = *rules().table.edit(type.id);
        mutate_fields(count, type.id, row.fields, "", change);
        row = type;
    }
    count.print();
}

TEST(TableMutants, EveryTickMayBeFalse) {
    mutate_fields("tick", [](Field& field) { return std::exchange(field.must_be_true, false); });
}

TEST(TableMutants, EveryElementMayBeMissing) {
    mutate_fields("element", [](Field& field) { return std::exchange(field.required, false); });
}

TEST(TableMutants, EveryListMayBeShort) {
    mutate_fields("length of a list", [](Field& field) { return std::exchange(field.least, 0) > 0; });
}

TEST(TableMutants, EveryDayMayBeToCome) {
    mutate_fields("day that has passed", [](Field& field) { return std::exchange(field.past, false); });
}

TEST(TableMutants, EveryReferenceMayPointAnywhere) {
    mutate_fields("kind of a reference", [](Field& field) {
        if (!field.element.empty()) field.element.front().of_acts.clear();
        return !std::exchange(field.of_acts, {}).empty();
    });
}

TEST(TableMutants, NobodyAsksPeopleApproversStatesAndReferences) {
    Count count{"people, approvals, states, references"};
    for (const auto demand : procedure::demands()) {
        rules().without = demand;
        count.tried(noticed_anywhere(), std::string(demand));
        rules().without = {};
    }
    count.print();
}

// What is told as accepted leaves no act of the table out.
TEST(TableMutants, EveryActIsAcceptedSomewhere) {
    for (const auto& type : rules().table.acts())
        EXPECT_TRUE(trials::accepted_acts().contains(type.id)) << type.id << " is in no accepted story";
}

}  // namespace
