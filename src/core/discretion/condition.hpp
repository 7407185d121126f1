#pragma once
#include <cstdint>
#include <vector>

#include "base/result.hpp"
#include "base/value.hpp"
#include "discretion/facts.hpp"

namespace discretion {

// 以上、以下 include the number, 不足、不满、超过 exclude it (程序规定 第八十四条).
enum class Test : std::uint8_t { less, at_most, greater, at_least, equal, none };

struct Comparison {
    FactId fact = 0;
    Test test = Test::equal;
    std::int64_t number = 0;
};

// All of `all`, and, when there are alternatives, every comparison of at least one of them.
struct Condition {
    std::vector<Comparison> all;
    std::vector<std::vector<Comparison>> any;
    bool is_empty() const { return all.empty() && any.empty(); }
};

enum class Truth : std::uint8_t { no, yes, unknown };

base::Result<Condition> read_condition(const base::Value& when, const FactTable& table);
Truth holds(const Comparison&, const Facts&);
Truth holds(const Condition&, const Facts&);
void add_unknown(const Condition&, const Facts&,
                 FactSet& unknown);  // the facts the condition still waits for

template <class Visit>
void each_comparison(const Condition& condition, Visit visit) {
    for (const Comparison& comparison : condition.all) visit(comparison);
    for (const auto& alternative : condition.any)
        for (const Comparison& comparison : alternative) visit(comparison);
}

}  // namespace discretion
