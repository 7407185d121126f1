#include "benchmark/bracket_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace benchmark {

using namespace discretion;

namespace {

constexpr std::array sorted_tiers{Tier::lenient, Tier::normal, Tier::aggravated};
constexpr std::size_t points_max = 20'000;

}  // namespace

void BracketCheck::fault(std::vector<int> lines, std::string_view kind, std::string detail) {
    std::erase(lines, 0);
    std::ranges::sort(lines);
    lines.erase(std::ranges::unique(lines).begin(), lines.end());
    if (!said_.emplace(lines.empty() ? 0 : lines.front(), std::string(kind)).second) return;
    report_.faults.push_back(
        {std::move(lines), violation_.id, std::string(kind),
         fmt::format("{}（{}）：{}", violation_.name, version_.article_citation, detail)});
}

std::vector<Axis> BracketCheck::axes() const {
    std::map<FactId, std::set<std::int64_t>> numbers;
    const auto add = [&](const Comparison& comparison) {
        auto& set = numbers[comparison.fact];
        set.insert(0);
        for (const std::int64_t near : {comparison.number - 1, comparison.number, comparison.number + 1})
            if (near >= 0) set.insert(near);
    };
    each_comparison(bracket_.when, add);
    for (const TableRow& row : table_.rows_of(violation_.id)) each_comparison(row.when, add);
    std::vector<Axis> axes;
    for (const auto& [fact, set] : numbers) {
        Axis axis{
            fact, {set.begin(), set.end()}
        };
        const FactName& name = catalogue_.facts()[fact];
        if (name.type == FactType::truth) axis.numbers = {0, 1};
        if (name.type == FactType::choice) {
            axis.numbers.clear();
            for (std::size_t i = 0; i < name.choices.size(); ++i)
                axis.numbers.push_back(static_cast<std::int64_t>(i));
        }
        axes.push_back(std::move(axis));
    }
    return axes;
}

void BracketCheck::check_inside(const TableRow& row, const Bounds& bounds) {
    const Bounds law = bounds_of(bracket_);
    const std::string says =
        fmt::format("本行为{}，法律规定的幅度为{}", written(bracket_, bounds), written(bracket_, law));
    if (row.tier == Tier::mitigated) {
        if (law.least == 0)
            fault({row.line}, "outside_the_law", "法定幅度没有下限，不能以数额减轻处罚");
        else if (bounds.most > law.least)
            fault({row.line}, "outside_the_law", "减轻处罚应当低于法定最低数额，" + says);
    } else if (bounds.least < law.least || bounds.most > law.most) {
        fault({row.line}, "outside_the_law", says);
    }
}

// 国市监法规〔2022〕2号 and 行政处罚法 第三十四条: what the table is measured by is what holds without it.
void BracketCheck::note_difference(const TableRow& row, const Facts& facts, const Bounds& after) {
    if (!noted_.insert(&row).second) return;
    auto before = laid(before_, facts, row.tier, nullptr);
    if (!before)
        if (const auto general = general_bounds(bracket_, shares_, row.tier)) before = Laid{*general, 0};
    report_.differences.push_back(
        {row.line, violation_.id, row.tier, is_serious_, catalogue_.statutes()[version_.statute].short_title,
         written(bracket_, bounds_of(bracket_)), before ? written(bracket_, before->bounds) : "（无）",
         written(bracket_, after)});
}

std::optional<Laid> BracketCheck::laid(const BenchmarkTable* table, const Facts& facts, Tier tier,
                                       std::set<const TableRow*>* used) {
    std::optional<Laid> found;
    if (!table) return found;
    for (const TableRow& row : table->rows_of(violation_.id)) {
        if (row.tier != tier || row.is_serious != is_serious_ || holds(row.when, facts) != Truth::yes)
            continue;
        const auto bounds = bounds_of(bracket_, row.amount);
        if (!bounds) continue;
        if (used) {
            used->insert(&row);
            check_inside(row, *bounds);
            note_difference(row, facts, *bounds);
            if (found && found->line != row.line)
                fault({found->line, row.line}, "overlap",
                      fmt::format("同一等级（{}）有两行同时适用，条件没有用数额分开", title_of(tier)));
            else if (found && found->bounds != *bounds)
                fault({row.line}, "overlap", fmt::format("同一行（{}）有两项标准同时适用", title_of(tier)));
        }
        found = Laid{*bounds, row.line};
    }
    return found;
}

std::optional<Point> BracketCheck::point_at(const std::vector<Axis>& axes, const std::vector<std::size_t>& at,
                                            std::set<const TableRow*>& used) {
    Facts facts(catalogue_.facts().size());
    Point point;
    for (std::size_t i = 0; i < axes.size(); ++i) {
        point.at.push_back(axes[i].numbers[at[i]]);
        facts.set(axes[i].fact, {FactValue::State::known, point.at.back()});
    }
    ++report_.points;
    if (holds(bracket_.when, facts) != Truth::yes) return {};
    laid(&table_, facts, Tier::mitigated, &used);
    for (const Tier tier : sorted_tiers) {
        if (const auto row = laid(&table_, facts, tier, &used))
            point.bands[tier] = *row;
        else if (const auto general = general_bounds(bracket_, shares_, tier))
            point.bands[tier] = {*general, 0};
    }
    return point;
}

void BracketCheck::check_point(const Point& point) {
    for (std::size_t i = 0; i + 1 < sorted_tiers.size(); ++i) {
        const Laid &lighter = point.bands.at(sorted_tiers[i]), &heavier = point.bands.at(sorted_tiers[i + 1]);
        if (lighter.line == 0 && heavier.line == 0) continue;
        if (lighter.bounds.least <= heavier.bounds.least && lighter.bounds.most <= heavier.bounds.most)
            continue;
        fault({lighter.line, heavier.line}, "not_monotone",
              fmt::format("{}（{}{}）重于{}（{}{}）", title_of(sorted_tiers[i]),
                          written(bracket_, lighter.bounds), lighter.line == 0 ? "，一般规则" : "",
                          title_of(sorted_tiers[i + 1]), written(bracket_, heavier.bounds),
                          heavier.line == 0 ? "，一般规则" : ""));
    }
}

// A heavier fact never gives a lighter range of the same tier.
void BracketCheck::check_along_facts(const std::vector<Axis>& axes, const std::vector<Point>& points) {
    for (std::size_t axis = 0; axis < axes.size(); ++axis) {
        if (catalogue_.facts()[axes[axis].fact].type != FactType::money) continue;
        std::map<std::vector<std::int64_t>, std::map<Tier, Laid>> before;
        for (const Point& point : points) {
            std::vector<std::int64_t> others = point.at;
            others.erase(others.begin() + static_cast<std::ptrdiff_t>(axis));
            for (const auto& [tier, band] : point.bands) {
                if (band.line == 0) continue;
                auto& last = before[others];
                const auto found = last.find(tier);
                const bool falls = found != last.end() && (band.bounds.least < found->second.bounds.least ||
                                                           band.bounds.most < found->second.bounds.most);
                if (falls)
                    fault({found->second.line, band.line}, "not_monotone",
                          fmt::format("{}更高而{}的幅度更低", catalogue_.facts()[axes[axis].fact].title,
                                      title_of(tier)));
                last[tier] = band;
            }
        }
    }
}

// Every sum the law allows belongs to a tier, on some facts at least.
void BracketCheck::check_cover(const std::vector<Point>& points) {
    std::vector<Laid> bands;
    bool has_rows = false;
    for (const Point& point : points)
        for (const auto& [tier, band] : point.bands) {
            bands.push_back(band);
            has_rows = has_rows || band.line != 0;
        }
    if (!has_rows) return;
    std::ranges::sort(bands, [](const Laid& a, const Laid& b) {
        return a.bounds.least != b.bounds.least ? a.bounds.least < b.bounds.least
                                                : a.bounds.least_incl && !b.bounds.least_incl;
    });
    const Bounds law = bounds_of(bracket_);
    const auto report_gap = [&](Wide from, Wide to, int one, int other) {
        fault({one, other}, "gap",
              fmt::format("{}之间没有等级", written(bracket_, {from, to, false, false})));
    };
    Laid reach{
        {law.least, law.least, true, false},
        0
    };
    for (const Laid& band : bands) {
        const bool touches =
            band.bounds.least < reach.bounds.most ||
            (band.bounds.least == reach.bounds.most && (band.bounds.least_incl || reach.bounds.most_incl));
        if (!touches) report_gap(reach.bounds.most, band.bounds.least, reach.line, band.line);
        const bool is_further = band.bounds.most > reach.bounds.most ||
                                (band.bounds.most == reach.bounds.most && band.bounds.most_incl);
        if (is_further) reach = band;
    }
    if (reach.bounds.most < law.most || !reach.bounds.most_incl)
        report_gap(reach.bounds.most, law.most, reach.line, 0);
}

void BracketCheck::run(std::set<const TableRow*>& used) {
    const std::vector<Axis> all = axes();
    std::size_t count = 1;
    for (const Axis& axis : all) count *= axis.numbers.size();
    if (count > points_max)
        return fault({}, "too_many_combinations", "各行的数额条件组合过多，请拆分后再导入");
    std::vector<Point> points;
    std::vector<std::size_t> at(all.size(), 0);
    for (bool more = true; more;) {
        if (auto point = point_at(all, at, used)) {
            check_point(*point);
            points.push_back(std::move(*point));
        }
        std::size_t axis = 0;
        while (axis < all.size() && ++at[axis] == all[axis].numbers.size()) at[axis++] = 0;
        more = axis < all.size();
    }
    check_along_facts(all, points);
    check_cover(points);
}

}  // namespace benchmark
