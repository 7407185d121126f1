#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "procedure/case.hpp"

namespace procedure {

// A row of numbers that is the same for the same seed everywhere.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ULL + 1) {}
    std::uint64_t below(std::uint64_t bound);
    bool chance(unsigned percent) { return below(100) < percent; }

  private:
    std::uint64_t state_;
};

// Makes acts as officers might enter them: mostly sound, some by the wrong people, on the wrong day, in the
// wrong order or with something left out. What they are worth is for the law to say.
class Walker {
  public:
    Walker(const Rules& rules, std::uint64_t seed);
    // People of every role and one party, of a kind the seed chooses.
    casefile::Matter matter();
    // An act that could be tried next, not before the last one.
    casefile::Act next(const Case& file);
    // The given act as soundly as it can be filled in; `variant` picks among the choices of its fields.
    casefile::Act sound(const Case& file, const ActType& type, base::Instant at, unsigned variant);

  private:
    struct Filling;
    base::Value value_of(const Field& field, const Filling& filling);
    base::Value list_of(const Field& field, const Filling& filling);
    base::Object object_of(const std::vector<Field>& fields, const Filling& filling);
    std::int64_t act_for(const Field& field, const Filling& filling);
    void fill(casefile::Act& act, const Case& file, const ActType& type, unsigned variant, bool sound);
    void spoil(casefile::Act& act, const Case& file);

    const Rules* rules_;
    Dice dice_;
    std::vector<std::vector<const ActType*>> by_state_;
};

}  // namespace procedure
