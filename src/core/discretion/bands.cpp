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

// Where the bands of a range meet: by the row of a table, else by the shares of the place.
struct Cut {
    Exact lenient_to, aggravated_from;
    const Shares* shares = nullptr;
    const Benchmark* benchmark = nullptr;
    std::string_view source() const { return benchmark ? benchmark->source : shares->source; }
};

Cut cut_by_shares(const Workup& work, const Statutory& range) {
    const std::optional<Shares>& upper = work.chain.upper_limit_shares();
    const Shares& shares = upper && range.exact_min == Exact() ? *upper : work.chain.shares();
    const Exact span = range.exact_max - range.exact_min;
    return {range.exact_min + span.share(shares.lenient_to),
            range.exact_min + span.share(shares.aggravated_from), &shares};
}

Exact end_of(const Statutory& range, Benchmark::Unit unit, std::int64_t end) {
    if (unit == Benchmark::Unit::yuan) return Exact::of(base::Money::fen(end));
    if (unit == Benchmark::Unit::times) return Exact::times(range.base_counted_as, Decimal4{end});
    return range.exact_min + (range.exact_max - range.exact_min).share(Decimal4{end});
}

// A table may not leave the range of the law (国市监法规〔2022〕2号): such a row is set aside, and said to
// be.
bool is_inside(const Statutory& range, const Benchmark& row) {
    if (row.unit == Benchmark::Unit::times && !range.is_multiple) return false;
    const Exact lenient_from = end_of(range, row.unit, row.at(Tier::lenient).min);
    const Exact aggravated_to = end_of(range, row.unit, row.at(Tier::aggravated).max);
    return range.exact_min <= lenient_from && aggravated_to <= range.exact_max;
}

// A row for the violation goes before a row for its field.
const Benchmark* row_of(const Workup& work, const Jurisdiction& place) {
    const Benchmark* of_field = nullptr;
    for (const Benchmark& row : place.benchmarks) {
        const bool fits = row.scope.covers(*work.finding.violation) &&
                          row.is_serious == work.limb.is_serious && holds(row.when, work.facts) == Truth::yes;
        if (fits && !row.scope.violation.empty()) return &row;
        if (fits && !of_field) of_field = &row;
    }
    return of_field;
}

// The nearer place before the one above.
const Benchmark* find_benchmark(Workup& work, const Statutory& range) {
    for (const Jurisdiction* place : work.chain.places()) {
        const Benchmark* row = row_of(work, *place);
        if (!row) continue;
        const bool inside = is_inside(range, *row);
        work.trace()
            .node(10, "benchmark_row", row->source)
            .input("place", std::string_view(place->name))
            .result("used", inside);
        if (inside) return row;
        work.trace().result("why", std::string_view("超出法定幅度"));
        work.flag("benchmark_outside_law");
    }
    return nullptr;
}

Cut cut_of(Workup& work, const Statutory& range) {
    const Benchmark* row = find_benchmark(work, range);
    Cut cut = cut_by_shares(work, range);
    if (!row) return cut;
    cut.lenient_to = end_of(range, row->unit, row->at(Tier::lenient).max);
    cut.aggravated_from = end_of(range, row->unit, row->at(Tier::aggravated).min);
    cut.benchmark = row;
    return cut;
}

// The floor of one place: its ladder's step for the violation, else its general share.
Exact floor_sum(const Workup& work, const Statutory& range, const Floor& floor) {
    for (const FloorStep& step : floor.ladder)
        if (step.scope.covers(*work.finding.violation))
            return step.sum ? Exact::of(*step.sum) : range.exact_min.share(*step.share);
    return range.exact_min.share(floor.share);
}

struct FloorFound {
    Exact sum;
    std::string_view source;
};

// City and province only narrow what is above them: of several floors the highest holds.
std::optional<FloorFound> find_floor(const Workup& work, const Statutory& range, const Benchmark* row) {
    std::optional<FloorFound> highest;
    const auto take = [&](Exact sum, std::string_view source) {
        if (sum < range.exact_min && (!highest || highest->sum < sum)) highest = FloorFound{sum, source};
    };
    for (const Jurisdiction* place : work.chain.places())
        if (place->floor) take(floor_sum(work, range, *place->floor), place->floor->source);
    if (row && row->bands[static_cast<std::size_t>(Tier::mitigated)])
        take(end_of(range, row->unit, row->at(Tier::mitigated).min), row->source);
    return highest;
}

// Below the minimum: from the floor of the place, else from anything above nothing. Under a fine that must be
// imposed from nothing upwards, mitigation is no fine at all.
Band mitigated_band(const Statutory& range, const std::optional<FloorFound>& floor) {
    if (range.min == base::Money()) return {};
    if (!floor) return {base::Money(), range.min, false, false};
    return {floor->sum.rounded_up(), range.min, true, false};
}

Split general_split(const Statutory& range, const Cut& cut, const std::optional<FloorFound>& floor) {
    const Band whole{range.min, range.max, true, true};
    const bool is_fixed_sum = range.min == range.max;
    Split split;
    const auto put = [&](Tier tier, const Band& band) { split.bands[static_cast<std::size_t>(tier)] = band; };
    put(Tier::mitigated, mitigated_band(range, floor));
    put(Tier::lenient, is_fixed_sum ? whole : lenient_band(range, cut.lenient_to));
    put(Tier::normal, is_fixed_sum ? whole : normal_band(cut.lenient_to, cut.aggravated_from));
    put(Tier::aggravated, is_fixed_sum ? whole : aggravated_band(range, cut.aggravated_from));
    return split;
}

bool is_lighter(const std::optional<Band>& band, const std::optional<Band>& than) {
    if (!band || !than) return false;
    return band->max != than->max ? band->max < than->max : band->min < than->min;
}

// The table of the day of the act, or that of the decision where it is lighter on the tier of this case: what
// 行政处罚法 第三十七条 says of the law is applied to the table too (docs/decisions/0016).
Split of_the_day(const Workup& work, const Split& general) {
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

void trace_ends(const Cut& cut, Trace& node) {
    if (cut.benchmark)
        node.input("lenient_to", cut.lenient_to.rounded_down())
            .input("aggravated_from", cut.aggravated_from.rounded_up());
    else
        node.input("lenient_to", cut.shares->lenient_to)
            .input("aggravated_from", cut.shares->aggravated_from);
}

void trace_split(Workup& work, const Split& split, const Cut& cut, const std::optional<FloorFound>& floor) {
    const Statutory& range = *work.limb.statutory;
    const Tier recommended = *work.finding.recommended_tier;
    const Band& band = *work.finding.band();
    const bool by_table = split.rows[static_cast<std::size_t>(recommended)] != nullptr;
    const bool uses_floor = recommended == Tier::mitigated && floor;
    Trace& node = work.trace().node(10, "split",
                                    by_table     ? split.table->source
                                    : uses_floor ? floor->source
                                                 : cut.source());
    node.input("span", (range.exact_max - range.exact_min).rounded_down());
    if (!by_table) trace_ends(cut, node);
    if (const auto title = work.chain.title_of(recommended); title != title_of(recommended))
        node.input("tier_title", title);
    node.result("tier", word_of(recommended))
        .result("min", band.min)
        .result("max", band.max)
        .result("min_incl", band.min_incl)
        .result("max_incl", band.max_incl);
}

bool is_unconfirmed(const Cut& cut, Tier tier) {
    if (cut.benchmark) return cut.benchmark->confidence == Confidence::widely_cited;
    if (tier == Tier::aggravated) return cut.shares->aggravated_confidence == Confidence::widely_cited;
    const bool is_lenient = tier == Tier::lenient || tier == Tier::mitigated;
    return is_lenient && cut.shares->lenient_confidence == Confidence::widely_cited;
}

}  // namespace

// discretion.md §2.1: the shares of the span, or the row of a table, as the place lays them down.
void split_bands(Workup& work) {
    if (!work.limb.has_fine()) return;
    const Statutory& range = *work.limb.statutory;
    const Cut cut = cut_of(work, range);
    const auto floor = find_floor(work, range, cut.benchmark);
    const Split split = of_the_day(work, general_split(range, cut, floor));
    work.finding.bands = split.bands;
    place_by_points(work);
    if (!work.finding.recommended_tier) return;
    const Tier recommended = *work.finding.recommended_tier;
    const TableRow* row = split.rows[static_cast<std::size_t>(recommended)];
    if (row) work.finding.table = {split.table, row};
    flag_other_tier(work, split, recommended);
    trace_table(work, split, recommended);
    if (recommended == Tier::mitigated && !floor && !row) work.flag("no_national_floor");
    if (!row && is_unconfirmed(cut, recommended)) work.flag("unconfirmed_value");
    trace_split(work, split, cut, floor);
}

}  // namespace discretion
