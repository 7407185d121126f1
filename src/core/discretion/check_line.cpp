#include "discretion/check_line.hpp"

#include <algorithm>
#include <set>

namespace discretion {

namespace {

constexpr std::int64_t beyond_every_number = 100'000'000'000'00;  // a hundred thousand million yuan

using Points = std::set<std::int64_t>;

void add_near(Points& points, std::int64_t number) {
    for (const std::int64_t near : {number - 1, number, number + 1})
        if (near >= 0) points.insert(near);
}

Points first_points(const FactName& fact) {
    if (fact.type == FactType::truth) return {0, 1};
    if (fact.type != FactType::choice) return {0, 1, beyond_every_number};
    Points points;
    for (std::size_t i = 0; i < fact.choices.size(); ++i) points.insert(static_cast<std::int64_t>(i));
    return points;
}

bool is_number(const FactName& fact) {
    return fact.type == FactType::money || fact.type == FactType::count;
}

base::Value shown(const FactName& fact, std::int64_t point) {
    if (fact.type == FactType::money) return base::Money::fen(point).str();
    if (fact.type == FactType::truth) return point != 0;
    if (fact.type == FactType::choice) return fact.choices[static_cast<std::size_t>(point)];
    return point;
}

}  // namespace

Line::Line(const std::vector<const Condition*>& conditions, const std::vector<const Fine*>& fines,
           const FactTable& facts) {
    std::vector<std::optional<Points>> points(facts.size());
    const auto ask = [&](FactId id) -> Points& {
        if (!points[id]) points[id] = first_points(facts[id]);
        return *points[id];
    };
    const auto ask_condition = [&](const Condition& condition) {
        each_comparison(condition, [&](const Comparison& comparison) {
            Points& of_fact = ask(comparison.fact);
            if (is_number(facts[comparison.fact])) add_near(of_fact, comparison.number);
        });
    };
    for (const Condition* condition : conditions) ask_condition(*condition);
    for (const Fine* fine : fines)
        for (const Bracket& bracket : fine->brackets) {
            ask_condition(bracket.when);
            if (!bracket.is_multiple) continue;
            Points& base = ask(bracket.base);
            if (bracket.base_floor) add_near(base, bracket.base_floor->in_fen());
        }
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!points[i]) continue;
        axes_.push_back({
            static_cast<FactId>(i), {points[i]->begin(), points[i]->end()},
             size_
        });
        size_ *= points[i]->size();
    }
}

void Line::set(std::size_t combination, Facts& facts) const {
    for (const Axis& axis : axes_)
        facts.set(axis.fact, {FactValue::State::known, axis.points[step_of(axis, combination)]});
}

base::Object Line::witness(std::size_t combination, const FactTable& facts) const {
    base::Object object;
    for (const Axis& axis : axes_)
        object.set(facts[axis.fact].name, shown(facts[axis.fact], axis.points[step_of(axis, combination)]));
    return object;
}

LineRange range_at(const Fine& fine, const Facts& facts) {
    LineRange range;
    for (const Bracket& bracket : fine.brackets) {
        if (holds(bracket.when, facts) != Truth::yes) continue;
        ++range.fitting;
        range.bracket = &bracket;
    }
    if (range.fitting != 1) return range;
    const Bracket& bracket = *range.bracket;
    if (bracket.is_multiple) {
        const base::Money base = std::max(base::Money::fen(facts[bracket.base].number),
                                          bracket.base_floor.value_or(base::Money()));
        range.min = Exact::times(base, bracket.least);
        range.max = Exact::times(base, bracket.most);
    } else {
        range.min = Exact::of(bracket.min);
        range.max = Exact::of(bracket.max);
    }
    if (bracket.cap) range.max = std::min(range.max, Exact::of(*bracket.cap));
    range.min = std::min(range.min, range.max);
    return range;
}

}  // namespace discretion
