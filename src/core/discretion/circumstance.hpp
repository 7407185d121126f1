#pragma once
#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/value.hpp"

namespace discretion {

constexpr std::size_t circumstances_max = 128;
using CircumstanceId = std::uint8_t;
using CircumstanceSet = std::bitset<circumstances_max>;
using SeriousId = std::uint8_t;
using SeriousSet = std::bitset<circumstances_max>;

// What a circumstance does by itself. weight moves the point inside a tier, finding only answers to a rule
// that asks for it.
enum class Force : std::uint8_t {
    must_none,
    may_none,
    must_lenient,
    may_lenient,
    must_aggravate,
    may_aggravate,
    weight,
    finding
};
std::optional<Force> force_of(std::string_view word);
std::string_view word_of(Force);

// How far a value was compared with the official text: T with the law, Q with a published quotation, K and P
// not.
enum class Confidence : std::uint8_t { text, quotation, widely_cited, policy };
std::optional<Confidence> confidence_of(std::string_view letter);

struct Circumstance {
    std::string code = {};
    std::string title = {};  // as a decision words it
    Force force = Force::finding;
    std::string source = {};  // the provision cited
    Confidence confidence = Confidence::text;
    std::vector<std::string> details = {};  // the only details it takes; empty = any
    std::vector<std::string> laws = {};     // only under these laws; empty = everywhere
    std::string reads_as = {};              // the serious fact it is, where the set of the item names it
    bool is_computed = false;               // follows from the age or capacity of the party, is never sent
};

// Circumstances of discretion-api.md §3 (catalogue/discretion/circumstances.yaml).
class CircumstanceTable {
  public:
    static base::Result<CircumstanceTable> from(const base::Value& rows);
    std::optional<CircumstanceId> find(std::string_view code) const;
    const Circumstance& operator[](CircumstanceId id) const { return rows_[id]; }
    std::size_t size() const { return rows_.size(); }

  private:
    std::vector<Circumstance> rows_;
};

}  // namespace discretion
