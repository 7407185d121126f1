#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/money.hpp"
#include "base/value.hpp"
#include "discretion/benchmark_table.hpp"
#include "discretion/finding.hpp"
#include "simulation/past_decision.hpp"

namespace simulation {

// Whether the table in force leads to what was decided, and if not, why.
enum class Replay : std::uint8_t {
    reproduced,
    reasoned_deviation,    // another tier than the case's, with a written reason
    unreasoned_deviation,  // the same without one
    outside_range,         // outside what the statute allows
    other_outcome,         // punished where the law spares, or the other way round
    facts_missing,         // the facts kept do not suffice
    law_version,           // the decision rests on another text of the law
    combined               // one sum for several violations cannot be taken apart
};
inline constexpr std::size_t replay_count = 8;

// What the draft would change for the party.
enum class Change : std::uint8_t { same, more, less, exempt, may_exempt, unknown };
inline constexpr std::size_t change_count = 6;

std::string_view word_of(Replay);
std::string_view title_of(Replay);
std::string_view word_of(Change);
std::string_view title_of(Change);

// One past case under both tables.
struct Difference {
    Replay replay = Replay::reproduced;
    Change change = Change::same;
    base::Money decided = {}, expected = {};  // expected: under the draft
    std::optional<discretion::Tier> tier = {}, draft_tier = {};
    std::string why = {};  // in words, where the answer is not `reproduced` or not known
};

// `now` and `draft` are the findings on the request of the decision under the two tables.
Difference compare(const PastDecision&, const base::Result<discretion::Finding>& now,
                   const base::Result<discretion::Finding>& draft);

// What a draft puts in the place of what is in force: the tables of items, and the general rules of one place
// (shares, floor, lists).
struct Draft {
    const discretion::Benchmarks* benchmarks = nullptr;  // nullptr: those in force
    const discretion::Jurisdiction* rules = nullptr;     // nullptr: those in force
};

Difference compare(const PastDecision&, const discretion::Catalogue&, const Draft& draft,
                   const discretion::Benchmarks& in_force = discretion::no_benchmarks());

// The rows that would hold with the draft in the place of the row of the same name; a draft for a place that
// has no row yet stands where its code belongs. Places the draft is not for keep their rows.
discretion::Chain with_draft(const discretion::Chain&, std::string_view place,
                             const discretion::Jurisdiction& draft);

// A bar: how many cases of a kind changed how, and what they paid and would pay.
struct Tally {
    std::array<std::size_t, change_count> changes{};
    std::array<std::size_t, replay_count> replays{};
    base::Money decided = {}, expected = {};  // of the cases that can be compared
    void add(const Difference&);
    std::size_t cases() const;
};

enum class Grouping : std::uint8_t { field, party, size };
std::optional<Grouping> grouping_of(std::string_view word);
std::string_view key_of(const PastDecision&, Grouping);  // 食品安全, entity, micro
std::string_view title_of_key(Grouping, std::string_view key);

class Outcome {
  public:
    void add(const PastDecision&, const Difference&);
    const Tally& all() const { return all_; }
    const Tally* find(Grouping, std::string_view key) const;
    // {cases, decided, expected, changes:{…}, replays:{…}, groups:{field:[…], party:[…], size:[…]}}
    base::Value to_value() const;

  private:
    Tally all_;
    std::array<std::map<std::string, Tally, std::less<>>, 3> groups_;
};

}  // namespace simulation
