#include "discretion/workup.hpp"

namespace discretion {

namespace {

Band lenient_band(const Statutory& range, Exact lenient_to) {
    return {range.min, lenient_to.rounded_down(), true, true};
}

Band aggravated_band(const Statutory& range, Exact aggravated_from) {
    return {aggravated_from.rounded_up(), range.max, true, true};
}

// The normal band excludes its ends; an end that is no whole fen is rounded inward and then belongs to it.
Band normal_band(Exact lenient_to, Exact aggravated_from) {
    Band band{lenient_to.rounded_up(), aggravated_from.rounded_down(), !lenient_to.is_whole_fen(),
              !aggravated_from.is_whole_fen()};
    if (band.min <= band.max) return band;
    // A span of one fen leaves no sum between its ends.
    return {lenient_to.rounded_down(), aggravated_from.rounded_up(), false, false};
}

// Below the minimum: from the floor of the place, else from anything above nothing. Under a fine that must be
// imposed from nothing upwards, mitigation is no fine at all.
Band mitigated_band(const Statutory& range, const std::optional<Floor>& floor) {
    if (range.min == base::Money()) return {};
    if (!floor) return {base::Money(), range.min, false, false};
    return {range.exact_min.share(floor->share).rounded_up(), range.min, true, false};
}

}  // namespace

// discretion.md §2.1: shares of the span from minimum to maximum, as the place lays them down.
void split_bands(Workup& work) {
    if (!work.limb.has_fine()) return;
    const Statutory& range = *work.limb.statutory;
    const Shares& shares = work.chain.shares();
    const Exact span = range.exact_max - range.exact_min;
    const Exact lenient_to = range.exact_min + span.share(shares.lenient_to);
    const Exact aggravated_from = range.exact_min + span.share(shares.aggravated_from);
    const Band whole{range.min, range.max, true, true};
    const bool is_fixed_sum = range.min == range.max;
    for (const Tier tier : tiers) {
        std::optional<Band>& band = work.finding.bands[static_cast<std::size_t>(tier)];
        if (tier == Tier::mitigated)
            band = mitigated_band(range, work.chain.floor());
        else if (tier == Tier::lenient)
            band = is_fixed_sum ? whole : lenient_band(range, lenient_to);
        else if (tier == Tier::normal)
            band = is_fixed_sum ? whole : normal_band(lenient_to, aggravated_from);
        else if (tier == Tier::aggravated)
            band = is_fixed_sum ? whole : aggravated_band(range, aggravated_from);
    }
    const std::optional<Tier> recommended = work.finding.recommended_tier;
    if (recommended == Tier::mitigated && !work.chain.floor()) work.flag("no_national_floor");
    if (!recommended) return;
    const Band& band = *work.finding.band();
    const bool uses_floor = recommended == Tier::mitigated && work.chain.floor();
    work.trace()
        .node(10, "split", uses_floor ? work.chain.floor()->source : shares.source)
        .input("span", span.rounded_down())
        .input("lenient_to", shares.lenient_to)
        .input("aggravated_from", shares.aggravated_from)
        .result("tier", word_of(*recommended))
        .result("min", band.min)
        .result("max", band.max)
        .result("min_incl", band.min_incl)
        .result("max_incl", band.max_incl);
}

}  // namespace discretion
