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

// discretion.md §2.1: shares of the span from minimum to maximum, as the place lays them down.
Split by_shares(const Workup& work) {
    const Statutory& range = *work.limb.statutory;
    const Shares& shares = work.chain.shares();
    const Exact span = range.exact_max - range.exact_min;
    const Exact lenient_to = range.exact_min + span.share(shares.lenient_to);
    const Exact aggravated_from = range.exact_min + span.share(shares.aggravated_from);
    const Band whole{range.min, range.max, true, true};
    const bool is_fixed_sum = range.min == range.max;
    Split split;
    const auto put = [&](Tier tier, const Band& band) { split.bands[static_cast<std::size_t>(tier)] = band; };
    put(Tier::mitigated, mitigated_band(range, work.chain.floor()));
    put(Tier::lenient, is_fixed_sum ? whole : lenient_band(range, lenient_to));
    put(Tier::normal, is_fixed_sum ? whole : normal_band(lenient_to, aggravated_from));
    put(Tier::aggravated, is_fixed_sum ? whole : aggravated_band(range, aggravated_from));
    return split;
}

bool is_lighter(const std::optional<Band>& band, const std::optional<Band>& than) {
    if (!band || !than) return false;
    return band->max != than->max ? band->max < than->max : band->min < than->min;
}

// The table of the day of the act, or that of the decision where it is lighter on the tier of this case: what
// 行政处罚法 第三十七条 says of the law is applied to the table too (docs/decisions/0016).
Split of_the_day(const Workup& work) {
    const Split general = by_shares(work);
    const Split older = laid_over(work, general, work.table_at_act);
    const Split newer = laid_over(work, general, work.table_at_decision);
    const std::optional<Tier> tier = work.finding.recommended_tier;
    if (!tier) return older;
    const auto place = static_cast<std::size_t>(*tier);
    return is_lighter(newer.bands[place], older.bands[place]) ? newer : older;
}

// Where the table sorts by facts and has its row for another tier than the circumstances lead to, a person
// must look.
void flag_other_tier(Workup& work, const Split& split, Tier recommended) {
    if (!split.table || split.rows[static_cast<std::size_t>(recommended)]) return;
    work.flag("benchmark_other_tier");
}

void trace_table(Workup& work, const Split& split, Tier tier) {
    const TableRow* row = split.rows[static_cast<std::size_t>(tier)];
    if (!row) return;
    work.trace()
        .node(10, "benchmark_table", split.table->source)
        .input("title", std::string_view(split.table->title))
        .input("version", static_cast<std::int64_t>(split.table->version))
        .input("from", split.table->from)
        .input("line", static_cast<std::int64_t>(row->line))
        .result("tier", word_of(tier));
}

}  // namespace

void split_bands(Workup& work) {
    if (!work.limb.has_fine()) return;
    const Statutory& range = *work.limb.statutory;
    const Split split = of_the_day(work);
    work.finding.bands = split.bands;
    const std::optional<Tier> recommended = work.finding.recommended_tier;
    if (!recommended) return;
    const TableRow* row = split.rows[static_cast<std::size_t>(*recommended)];
    if (row) work.finding.table = {split.table, row};
    flag_other_tier(work, split, *recommended);
    trace_table(work, split, *recommended);
    const bool uses_floor = recommended == Tier::mitigated && work.chain.floor() && !row;
    if (recommended == Tier::mitigated && !work.chain.floor() && !row) work.flag("no_national_floor");
    const Shares& shares = work.chain.shares();
    const Band& band = *work.finding.band();
    Trace& node = work.trace().node(10, "split",
                                    row          ? split.table->source
                                    : uses_floor ? work.chain.floor()->source
                                                 : shares.source);
    node.input("span", (range.exact_max - range.exact_min).rounded_down());
    if (!row) node.input("lenient_to", shares.lenient_to).input("aggravated_from", shares.aggravated_from);
    node.result("tier", word_of(*recommended))
        .result("min", band.min)
        .result("max", band.max)
        .result("min_incl", band.min_incl)
        .result("max_incl", band.max_incl);
}

}  // namespace discretion
