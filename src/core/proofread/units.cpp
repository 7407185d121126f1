#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "proofread/checker.hpp"
#include "proofread/figures.hpp"

namespace proofread {

namespace {

struct Unit {
    LettersView written;
    int family;
    int power;  // of a thousand
};

// The longer names first: mg/kg before mg.
constexpr std::array<Unit, 18> units{
    {{U"毫克", 1, 1},
     {U"微克", 1, 0},
     {U"千克", 1, 3},
     {U"公斤", 1, 3},
     {U"克", 1, 2},
     {U"μg", 1, 0},
     {U"µg", 1, 0},
     {U"ug", 1, 0},
     {U"mg", 1, 1},
     {U"kg", 1, 3},
     {U"Kg", 1, 3},
     {U"KG", 1, 3},
     {U"g", 1, 2},
     {U"毫升", 2, 1},
     {U"升", 2, 2},
     {U"mL", 2, 1},
     {U"ml", 2, 1},
     {U"L", 2, 2}}
};

const Unit* unit_at(LettersView line, std::size_t at) {
    const LettersView rest = line.substr(std::min(at, line.size()));
    for (const Unit& unit : units) {
        if (!rest.starts_with(unit.written)) continue;
        const bool runs_on = rest.size() > unit.written.size() && is_latin(unit.written.back()) &&
                             is_latin(rest[unit.written.size()]);
        if (!runs_on) return &unit;
    }
    return nullptr;
}

// 50千克/袋, 0.02mg/kg: the number and what it is counted by say which measure is meant.
struct Measure {
    const Page* page;
    Spot spot;
    const Unit* unit;
};
using Key = std::pair<Letters, Letters>;

Letters per(LettersView line, std::size_t at) {
    if (at >= line.size() || line[at] != U'/') return {};
    std::size_t end = at + 1;
    if (end < line.size() && is_han(line[end]))
        ++end;
    else
        while (end < line.size() && is_latin(line[end])) ++end;
    return Letters(line.substr(at, end - at));
}

void collect(const Page& page, std::map<Key, std::vector<Measure>>& measures) {
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
        const LettersView line = page.lines[i];
        for (std::size_t at = 0; at < line.size(); ++at) {
            if (!is_digit(line[at])) continue;
            const auto figure = figure_at(line, at);
            if (!figure) continue;
            const Unit* unit = unit_at(line, figure->end);
            const std::size_t unit_end = figure->end + (unit ? unit->written.size() : 0);
            const Letters by = unit ? per(line, unit_end) : Letters();
            if (!by.empty() && (figure->digits > 1 || figure->decimals > 0))
                measures[{
                             Letters(line.substr(at, figure->end - at)), by
                }]
                    .push_back({&page, {i, at, unit_end + by.size()}, unit});
            at = figure->end;
        }
    }
}

}  // namespace

void check_units(Checker& checker) {
    std::map<Key, std::vector<Measure>> measures;
    for (const Page& page : checker.pages) collect(page, measures);
    for (const auto& [key, told] : measures) {
        const auto votes = [&](const Measure& one_of) {
            return std::ranges::count_if(told, [&](const Measure& other) {
                return other.unit->family == one_of.unit->family && other.unit->power == one_of.unit->power;
            });
        };
        const Measure& usual = *std::ranges::max_element(told, {}, votes);
        for (const Measure& one_of : told) {
            if (one_of.unit->family != usual.unit->family || one_of.unit->power == usual.unit->power)
                continue;
            const std::string found = text_of(one_of.page->view(one_of.spot)),
                              right = text_of(usual.page->view(usual.spot));
            checker.add(*one_of.page, one_of.spot,
                        {.rule = "unit.measure",
                         .severity = Severity::warning,
                         .found = found,
                         .expected = right,
                         .message = fmt::format("同一数值的单位不一致：此处为{}，他处为{}", found, right),
                         .other_page = usual.page,
                         .other = usual.spot});
        }
    }
}

}  // namespace proofread
