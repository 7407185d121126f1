#include "discretion/condition.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace discretion {

namespace {

using base::Result;
using base::Value;

std::unexpected<base::Error> bad_condition(std::string_view fact, std::string_view reason) {
    return base::fail("bad_catalogue", fmt::format("条件 {}：{}", fact, reason));
}

std::optional<Test> test_of(std::string_view word) {
    constexpr std::array<std::pair<std::string_view, Test>, 5> words{
        {{"lt", Test::less},
         {"lte", Test::at_most},
         {"gt", Test::greater},
         {"gte", Test::at_least},
         {"eq", Test::equal}}
    };
    for (const auto& [name, test] : words)
        if (name == word) return test;
    return {};
}

// A number of the catalogue in the unit of the fact: whole yuan become fen, a choice becomes its place.
Result<std::int64_t> number_of(const Value& value, const FactName& fact) {
    if (const std::int64_t* number = value.as_int()) {
        if (fact.type == FactType::money) return *number * 100;
        if (fact.type == FactType::count) return *number;
    }
    if (const bool* truth = value.as_bool(); truth && fact.type == FactType::truth) return *truth ? 1 : 0;
    if (const std::string* word = value.as_string(); word && fact.type == FactType::choice) {
        const auto found = std::ranges::find(fact.choices, *word);
        if (found != fact.choices.end()) return found - fact.choices.begin();
    }
    return bad_condition(fact.name, "值与事实的类型不符");
}

Result<void> read_comparisons(FactId fact, const Value& value, const FactTable& table,
                              std::vector<Comparison>& into) {
    if (const std::string* word = value.as_string(); word && *word == "none") {
        into.push_back({fact, Test::none, 0});
        return {};
    }
    if (!value.as_object()) {
        into.push_back({fact, Test::equal, TRY(number_of(value, table[fact]))});
        return {};
    }
    for (const auto& [word, number] : value.object()) {
        const auto test = test_of(word);
        if (!test) return bad_condition(table[fact].name, "不认识的比较 " + word);
        into.push_back({fact, *test, TRY(number_of(number, table[fact]))});
    }
    return {};
}

Result<std::vector<Comparison>> read_all(const Value& when, const FactTable& table) {
    std::vector<Comparison> comparisons;
    for (const auto& [name, value] : when.object()) {
        const auto fact = table.find(name);
        if (!fact) return bad_condition(name, "不认识的事实");
        TRY(read_comparisons(*fact, value, table, comparisons));
    }
    return comparisons;
}

template <class List>
Truth all_hold(const List& comparisons, const Facts& facts) {
    Truth result = Truth::yes;
    for (const Comparison& comparison : comparisons) {
        const Truth one = holds(comparison, facts);
        if (one == Truth::no) return Truth::no;
        if (one == Truth::unknown) result = Truth::unknown;
    }
    return result;
}

}  // namespace

Result<Condition> read_condition(const Value& when, const FactTable& table) {
    Condition condition;
    Value plain = when;
    if (base::Object* object = plain.as_object()) object->erase("any");
    condition.all = TRY(read_all(plain, table));
    for (const Value& alternative : when.list("any"))
        condition.any.push_back(TRY(read_all(alternative, table)));
    return condition;
}

Truth holds(const Comparison& comparison, const Facts& facts) {
    const FactValue& fact = facts[comparison.fact];
    if (!fact.is_known()) return Truth::unknown;
    const std::int64_t number = fact.state == FactValue::State::none ? 0 : fact.number;
    const auto truth = [](bool yes) { return yes ? Truth::yes : Truth::no; };
    switch (comparison.test) {
        case Test::less:
            return truth(number < comparison.number);
        case Test::at_most:
            return truth(number <= comparison.number);
        case Test::greater:
            return truth(number > comparison.number);
        case Test::at_least:
            return truth(number >= comparison.number);
        case Test::equal:
            return truth(number == comparison.number);
        case Test::none:
            return truth(number == 0);
    }
    return Truth::no;
}

Truth holds(const Condition& condition, const Facts& facts) {
    const Truth all = all_hold(condition.all, facts);
    if (all == Truth::no || condition.any.empty()) return all;
    Truth any = Truth::no;
    for (const auto& alternative : condition.any) {
        const Truth one = all_hold(alternative, facts);
        if (one == Truth::yes) return all;
        if (one == Truth::unknown) any = Truth::unknown;
    }
    return any;
}

void add_unknown(const Condition& condition, const Facts& facts, FactSet& unknown) {
    each_comparison(condition, [&](const Comparison& comparison) {
        if (!facts[comparison.fact].is_known()) unknown.set(comparison.fact);
    });
}

}  // namespace discretion
