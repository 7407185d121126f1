#include <algorithm>

#include "discretion/workup.hpp"

namespace discretion {

namespace {

// Where the serious limb has no range of its own it is fined within the ordinary one, and the rows on that
// hold too.
bool shares_the_range(const Limb& limb) {
    return limb.is_serious && !limb.version->serious->fine && !limb.version->serious->multiplier;
}

bool is_of_limb(const Workup& work, const TableRow& row) {
    const bool fits =
        row.is_serious == work.limb.is_serious || (!row.is_serious && shares_the_range(work.limb));
    return fits && row.amount.unit != TableAmount::Unit::none;
}

// Sums speak of a range in sums, multiples of one in multiples of the same fact; shares of any.
bool is_of_range(const Statutory& range, const TableAmount& amount) {
    if (amount.unit == TableAmount::Unit::share) return true;
    if (amount.unit == TableAmount::Unit::yuan) return !range.is_multiple;
    return range.is_multiple && range.base == amount.base;
}

void need_facts(Workup& work, const BenchmarkTable* table) {
    if (!table || !work.limb.has_fine()) return;
    for (const TableRow& row : table->rows_of(work.finding.violation->id))
        if (is_of_limb(work, row) && is_of_range(*work.limb.statutory, row.amount) &&
            holds(row.when, work.facts) == Truth::unknown)
            add_unknown(row.when, work.facts, work.needs);
}

// The rows of the jurisdictions ask for their facts too.
void need_facts_of_rows(Workup& work) {
    if (!work.limb.has_fine()) return;
    for (const Jurisdiction* place : work.chain.places())
        for (const Benchmark& row : place->benchmarks) {
            const bool is_of_item =
                row.scope.covers(*work.finding.violation) && row.is_serious == work.limb.is_serious;
            if (is_of_item && holds(row.when, work.facts) == Truth::unknown)
                add_unknown(row.when, work.facts, work.needs);
        }
}

// An end that is excluded but is no whole fen is rounded inward and then belongs to the band.
Band between(Exact least, Exact most, const TableAmount& amount) {
    return {least.rounded_up(), most.rounded_down(), amount.min_incl || !least.is_whole_fen(),
            amount.max_incl || !most.is_whole_fen()};
}

Band band_of(const Statutory& range, const TableAmount& amount) {
    if (amount.unit == TableAmount::Unit::yuan)
        return between(Exact::of(amount.min), Exact::of(amount.max), amount);
    if (amount.unit == TableAmount::Unit::multiple)
        return between(Exact::times(range.base_counted_as, amount.least),
                       Exact::times(range.base_counted_as, amount.most), amount);
    const Exact span = range.exact_max - range.exact_min;
    return between(range.exact_min + span.share(amount.least), range.exact_min + span.share(amount.most),
                   amount);
}

// A table never leads out of the law: what a cap or a counted-up base leaves of the band is kept, and a band
// of which nothing is left is not used (行政处罚法 第三十四条; 国市监法规〔2022〕2号).
std::optional<Band> inside(const Statutory& range, Tier tier, Band band, const std::optional<Band>& general) {
    const bool is_mitigated = tier == Tier::mitigated;
    if (is_mitigated && band.max >= range.min) {
        band.max = range.min;
        band.max_incl = false;
    }
    // The floor of the place, or anything above nothing, holds for the rows of a table too.
    if (is_mitigated && general && band.min <= general->min) {
        band.min = general->min;
        band.min_incl = general->min_incl;
    }
    if (!is_mitigated && band.min < range.min) {
        band.min = range.min;
        band.min_incl = true;
    }
    if (!is_mitigated && band.max > range.max) {
        band.max = range.max;
        band.max_incl = true;
    }
    const bool is_empty = band.max < band.min || (band.min == band.max && !(band.min_incl && band.max_incl));
    return is_empty ? std::optional<Band>() : band;
}

}  // namespace

void choose_table(Workup& work) {
    const Request& request = work.request;
    const std::string& violation = work.finding.violation->id;
    work.table_at_act = work.benchmarks->in_force(request.jurisdiction, violation, request.act_end);
    work.table_at_decision = work.benchmarks->in_force(request.jurisdiction, violation, request.decision_on);
    need_facts(work, work.table_at_act);
    need_facts(work, work.table_at_decision);
    need_facts_of_rows(work);
}

Split laid_over(const Workup& work, Split general, const BenchmarkTable* table) {
    if (!table) return general;
    const Statutory& range = *work.limb.statutory;
    for (const TableRow& row : table->rows_of(work.finding.violation->id)) {
        if (!is_of_limb(work, row) || !is_of_range(range, row.amount)) continue;
        if (holds(row.when, work.facts) != Truth::yes) continue;
        const auto place = static_cast<std::size_t>(row.tier);
        const auto band = inside(range, row.tier, band_of(range, row.amount), general.bands[place]);
        // What the table says of 情节严重 itself goes before what it says of the range as such.
        const bool is_outranked = general.rows[place] && general.rows[place]->is_serious && !row.is_serious;
        if (!band || is_outranked) continue;
        general.bands[place] = band;
        general.rows[place] = &row;
        general.table = table;
    }
    return general;
}

}  // namespace discretion
