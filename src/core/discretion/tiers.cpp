#include <algorithm>

#include "discretion/workup.hpp"

namespace discretion {

namespace {

using namespace std::string_view_literals;

struct Grounds {
    int must_lenient = 0, may_lenient = 0, must_aggravate = 0, may_aggravate = 0;
    bool list_mitigates =
        false;  // an entry of a 减轻清单 holds: the tier below the minimum is open without asking
    bool lenient_confirmed = false,
         aggravate_confirmed = false;  // at least one ground is more than widely cited

    void count(Force force, Confidence confidence) {
        const bool is_confirmed = confidence != Confidence::widely_cited;
        if (force == Force::must_lenient) ++must_lenient;
        if (force == Force::may_lenient) ++may_lenient;
        if (force == Force::must_aggravate) ++must_aggravate;
        if (force == Force::may_aggravate) ++may_aggravate;
        const bool is_lenient = force == Force::must_lenient || force == Force::may_lenient;
        const bool aggravates = force == Force::must_aggravate || force == Force::may_aggravate;
        lenient_confirmed = lenient_confirmed || (is_lenient && is_confirmed);
        aggravate_confirmed = aggravate_confirmed || (aggravates && is_confirmed);
    }
};

bool lightens(Force force) {
    return force == Force::must_lenient || force == Force::may_lenient;
}

// 行政处罚法 第三十七条: a row against the party must stand at the act and at the decision, one for the party
// at either.
bool is_in_effect(const Workup& work, const ForceRow& row) {
    const base::Date from_by = lightens(row.force) ? work.request.decision_on : work.request.act_end;
    const base::Date until = lightens(row.force) ? work.request.act_end : work.request.decision_on;
    return row.from <= from_by && (!row.to || until <= *row.to);
}

// A row of the place gives a finding its force; the nearest place speaks for the same finding.
CircumstanceSet count_rows(Workup& work, Grounds& grounds) {
    CircumstanceSet spoken_for;
    for (const Jurisdiction* place : work.chain.places())
        for (const ForceRow& row : place->forces) {
            const bool holds =
                std::ranges::all_of(row.when, [&](CircumstanceId id) { return work.holds(id); });
            const bool is_new =
                std::ranges::none_of(row.when, [&](CircumstanceId id) { return spoken_for.test(id); });
            if (row.violation != work.finding.violation->id || !holds || !is_new || !is_in_effect(work, row))
                continue;
            for (const CircumstanceId id : row.when) {
                spoken_for.set(id);
                trace_circumstance(work, id, Force::finding);
            }
            grounds.count(row.force, row.confidence);
            work.trace()
                .node(9, "benchmark", row.source)
                .input("place", std::string_view(place->name))
                .input("code", std::string_view(work.catalogue.circumstances()[row.when.front()].code))
                .input("title", std::string_view(work.catalogue.circumstances()[row.when.front()].title))
                .result("force", word_of(row.force));
        }
    return spoken_for;
}

void ignore(Workup& work, const Circumstance& circumstance, std::string_view why) {
    work.finding.ignored.push_back({circumstance.code, why});
}

// Two norms named in `ref` are two grounds, the same code sent twice is one.
int times_held(const Workup& work, CircumstanceId id) {
    std::vector<std::string_view> refs;
    for (const Claim& claim : work.request.circumstances)
        if (claim.id == id && !claim.evidence.empty() && !claim.punished_separately &&
            std::ranges::find(refs, std::string_view(claim.ref)) == refs.end())
            refs.push_back(claim.ref);
    return std::max(1, static_cast<int>(refs.size()));
}

void count_circumstances(Workup& work, const CircumstanceSet& spoken_for, Grounds& grounds) {
    for (std::size_t i = 0; i < work.catalogue.circumstances().size(); ++i) {
        if (!work.held.test(i) || spoken_for.test(i)) continue;
        const auto id = static_cast<CircumstanceId>(i);
        const Circumstance& circumstance = work.catalogue.circumstances()[id];
        const Use use = use_of(work, id, *work.finding.version);
        if (use == Use::as_serious_fact) {
            ignore(work, circumstance, "已作为情节严重的事实");
        } else if (use == Use::not_here) {
            ignore(work, circumstance, "不适用于本事项");
        } else {
            for (int n = times_held(work, id); n > 0; --n)
                grounds.count(circumstance.force, circumstance.confidence);
            trace_circumstance(work, id, circumstance.force);
        }
    }
}

// A special ground that only lightens counts among the may-grounds (食品安全法实施条例 第七十六条, 产品质量法
// 第五十五条).
void count_exemptions(Workup& work, Grounds& grounds) {
    for (const std::size_t place : work.finding.version->exemptions) {
        const Exemption& exemption = work.catalogue.exemptions()[place];
        const bool lightens = exemption.effect == Exemption::Effect::may_lenient ||
                              exemption.effect == Exemption::Effect::may_lenient_or_none;
        const bool holds =
            std::ranges::all_of(exemption.conditions, [&](CircumstanceId id) { return work.holds(id); });
        if (!lightens || !holds || work.request.decision_on < exemption.from) continue;
        grounds.count(Force::may_lenient, Confidence::text);
        work.trace()
            .node(9, "special_ground", exemption.source)
            .input("code", std::string_view(exemption.code))
            .result("force", word_of(Force::may_lenient));
    }
}

// Lists of 减轻 and 从轻 of a place: an entry that holds is one more lenient ground (行政处罚法
// 第三十二条第（五）项).
void count_lists(Workup& work, Grounds& grounds) {
    for (const ExemptionList* list : work.lightening_lists) {
        const Force force = list->is_duty ? Force::must_lenient : Force::may_lenient;
        grounds.count(force, Confidence::policy);
        grounds.list_mitigates = grounds.list_mitigates || list->effect == ListEffect::mitigated;
        work.trace()
            .node(9, "list_ground", list->source)
            .input("list", std::string_view(list->title))
            .input("effect", word_of(list->effect))
            .result("force", word_of(force));
    }
}

Grounds gather(Workup& work) {
    Grounds grounds;
    const Version& version = *work.finding.version;
    if (work.limb.is_serious && version.serious->aggravates)
        grounds.count(Force::must_aggravate, Confidence::text);
    const CircumstanceSet spoken_for = count_rows(work, grounds);
    count_circumstances(work, spoken_for, grounds);
    count_exemptions(work, grounds);
    count_lists(work, grounds);
    return grounds;
}

struct Decided {
    TierSet allowed, with_approval;
    Tier recommended;
    std::string_view flag;
};

// The table of discretion.md §6.4, row by row. Where both directions meet the Opinion (art. 17) weighs, not
// counts.
Decided by_table(const Grounds& grounds, bool all_harm_removed) {
    using enum Tier;
    const bool M = grounds.must_lenient > 0, m = grounds.may_lenient > 0;
    const bool A = grounds.must_aggravate > 0, a = grounds.may_aggravate > 0;
    if (M && A) return {{normal}, {}, normal, "human_review"};
    if (M && a)
        return {
            {lenient, normal},
            {},
            all_harm_removed ? lenient : normal, "mixed_circumstances"
        };
    if (m && A)
        return {
            {normal, aggravated},
            {},
            aggravated, "mixed_circumstances"
        };
    if (m && a)
        return {
            {lenient, normal, aggravated},
            {},
            normal, "mixed_circumstances"
        };
    if (A) return {{aggravated}, {}, aggravated, {}};
    if (a)
        return {
            {normal, aggravated},
            {},
            aggravated, {}
        };
    if (M) {
        const bool further = grounds.must_lenient + grounds.may_lenient > 1;
        return {
            {mitigated, lenient},
            {},
            further ? mitigated : lenient, {}
        };
    }
    if (m)
        return {
            {lenient, normal},
            {mitigated},
            lenient, {}
        };
    return {{normal}, {}, normal, {}};
}

// What a 减轻清单 names may be mitigated without asking anyone, where nothing speaks against the party.
void open_mitigation(const Grounds& grounds, Decided& decided) {
    const bool is_against = grounds.must_aggravate > 0 || grounds.may_aggravate > 0;
    if (!grounds.list_mitigates || is_against) return;
    decided.with_approval.remove(Tier::mitigated);
    decided.allowed.add(Tier::mitigated);
    decided.recommended = Tier::mitigated;
}

// An optional fine from nothing upwards has nothing below it: choosing no fine there is no mitigation.
void leave_out_mitigation(const Statutory& range, Decided& decided) {
    if (range.mode != FineMode::may || range.exact_min > Exact()) return;
    decided.allowed.remove(Tier::mitigated);
    decided.with_approval.remove(Tier::mitigated);
    if (decided.recommended == Tier::mitigated) decided.recommended = Tier::lenient;
}

std::string list_of(TierSet set) {
    std::string text;
    for (const Tier tier : tiers)
        if (set.has(tier)) text += (text.empty() ? "" : ",") + std::string(word_of(tier));
    return text;
}

std::string_view source_of(const Workup& work, const Grounds& grounds) {
    const bool by_set = work.limb.is_serious && work.limb.set && work.finding.version->serious->aggravates;
    if (by_set && grounds.must_aggravate > 0) return work.limb.set->effect_source;
    return "国市监法规〔2022〕2号";
}

void flag_unconfirmed(Workup& work, const Grounds& grounds, Tier recommended) {
    const bool by_aggravation = recommended == Tier::aggravated;
    const bool by_leniency = recommended == Tier::lenient || recommended == Tier::mitigated;
    const bool unconfirmed =
        (by_aggravation && !grounds.aggravate_confirmed) || (by_leniency && !grounds.lenient_confirmed);
    if (unconfirmed) work.flag("unconfirmed_value");
}

}  // namespace

void decide_tiers(Workup& work) {
    const Grounds grounds = gather(work);
    trace_ignored(work);
    if (!work.limb.has_fine()) return;
    Decided decided = by_table(grounds, work.holds(work.catalogue.circumstance().no_harm));
    open_mitigation(grounds, decided);
    leave_out_mitigation(*work.limb.statutory, decided);
    if (work.request.mitigation_approved && decided.with_approval.has(Tier::mitigated)) {
        decided.with_approval.remove(Tier::mitigated);
        decided.allowed.add(Tier::mitigated);
    }
    if (!decided.flag.empty()) work.flag(decided.flag);
    flag_unconfirmed(work, grounds, decided.recommended);
    work.finding.allowed_tiers = decided.allowed;
    work.finding.allowed_with_approval = decided.with_approval;
    if (work.finding.outcome != Outcome::undetermined) work.finding.recommended_tier = decided.recommended;
    work.trace()
        .node(9, "decide_tier", source_of(work, grounds))
        .input("must_lenient", static_cast<std::int64_t>(grounds.must_lenient))
        .input("may_lenient", static_cast<std::int64_t>(grounds.may_lenient))
        .input("must_aggravate", static_cast<std::int64_t>(grounds.must_aggravate))
        .input("may_aggravate", static_cast<std::int64_t>(grounds.may_aggravate))
        .result("allowed", list_of(decided.allowed))
        .result("recommended", word_of(decided.recommended));
    if (!decided.with_approval.empty()) work.trace().result("with_approval", list_of(decided.with_approval));
    if (!decided.flag.empty()) work.trace().result("flag", decided.flag);
}

}  // namespace discretion
