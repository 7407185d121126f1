#include "discretion/points.hpp"

#include <algorithm>

#include "discretion/workup.hpp"

namespace discretion {

namespace {

struct Score {
    std::int64_t points = 0;
    FactSet unknown = {};
};

const Level* level_of(const Workup& work, const Dimension& dimension, FactSet& unknown) {
    for (const Level& level : dimension.levels) {
        const bool found =
            std::ranges::all_of(level.findings, [&](CircumstanceId id) { return work.holds(id); });
        const Truth truth = found ? holds(level.when, work.facts) : Truth::no;
        if (truth == Truth::yes) return &level;
        if (truth == Truth::unknown) {
            add_unknown(level.when, work.facts, unknown);
            return nullptr;  // a heavier level that may hold is asked about, not passed over
        }
    }
    return nullptr;
}

// Each dimension with the level it reaches, as evidence for the tier; the sum is the score.
Score weigh_dimensions(Workup& work) {
    Score score;
    for (const Jurisdiction* place : work.chain.places()) {
        for (const Dimension& dimension : place->dimensions) {
            const Level* level = level_of(work, dimension, score.unknown);
            Trace& node = work.trace().node(9, "dimension", dimension.source);
            node.input("title", std::string_view(dimension.title));
            if (level) node.result("level", std::string_view(level->title)).result("points", level->points);
            if (level) score.points += level->points;
        }
        if (!place->dimensions.empty()) break;
    }
    return score;
}

// 川渝 rule: only the amount, only listed items, and never where mitigation is due or a person must weigh.
bool is_for(const Workup& work, const PointsRule& rule) {
    const Finding& finding = work.finding;
    const bool covered = std::ranges::any_of(
        rule.scopes, [&](const Scope& scope) { return scope.covers(*finding.violation); });
    const bool excluded =
        std::ranges::any_of(rule.excludes, [&](CircumstanceId id) { return work.holds(id); });
    const bool is_weighed = std::ranges::any_of(finding.flags, [](std::string_view flag) {
        return flag == "human_review" || flag == "mixed_circumstances";
    });
    const SummaryRule& summary = work.procedure_chain.summary();
    const bool is_small = finding.statutory->max <= (work.is_natural() ? summary.natural : summary.entity);
    return covered && !excluded && !is_weighed && !is_small && finding.recommended_tier &&
           !finding.allowed_tiers.has(Tier::mitigated);
}

std::optional<Tier> tier_of(const Finding& finding, base::Money sum) {
    for (const Tier tier : {Tier::lenient, Tier::normal, Tier::aggravated}) {
        const auto& band = finding.bands[static_cast<std::size_t>(tier)];
        if (band && finding.allowed_tiers.has(tier) && band->contains(sum)) return tier;
    }
    return {};
}

// The nearest sum inside a band whose ends may be left out.
base::Money into(const Band& band, base::Money sum) {
    const base::Money least = band.min_incl ? band.min : band.min + base::Money::fen(1);
    const base::Money most = band.max_incl ? band.max : band.max - base::Money::fen(1);
    return std::max(least, std::min(sum, most));
}

void settle(Workup& work, PointsPlace& place) {
    Finding& finding = work.finding;
    const Statutory& range = *finding.statutory;
    place.sum = (range.exact_min + (range.exact_max - range.exact_min).share(place.share)).rounded_down();
    place.sum = std::max(place.sum, range.min);
    const auto tier = tier_of(finding, place.sum);
    place.is_moved = !tier;
    place.tier = tier.value_or(*finding.recommended_tier);
    if (!tier) place.sum = into(*finding.band(), place.sum);
    finding.recommended_tier = place.tier;
}

}  // namespace

void place_by_points(Workup& work) {
    const Score score = weigh_dimensions(work);
    const std::optional<PointsRule>& rule = work.chain.points();
    if (!rule) return;
    const bool applies = is_for(work, *rule);
    work.trace().node(10, "points", rule->source).result("used", applies);
    if (!applies) return;
    PointsPlace place{.source = rule->source};
    for (std::size_t i = 0; i < work.catalogue.facts().size(); ++i)
        if (score.unknown.test(i)) place.needs.push_back(work.catalogue.facts()[static_cast<FactId>(i)].name);
    if (place.needs.empty()) {
        place.score = score.points;
        place.share = rule->share_of(score.points);
        settle(work, place);
        work.trace()
            .result("score", score.points)
            .result("share", place.share)
            .result("sum", place.sum)
            .result("moved", place.is_moved);
    } else {
        work.flag("points_open");
    }
    work.finding.place = std::move(place);
}

}  // namespace discretion
