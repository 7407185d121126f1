#include <algorithm>

#include "discretion/workup.hpp"

namespace discretion {

namespace {

bool proves(const Workup& work, SeriousId id) {
    const std::optional<FactId>& fact = work.catalogue.serious_facts()[id].fact;
    return work.serious_held.test(id) || (fact && work.facts.is_true(*fact));
}

// A circumstance such as 隐匿证据 is the serious fact itself where the set names it (食品安全法实施条例
// 第六十七条).
bool proves_by_circumstance(const Workup& work, SeriousId id) {
    const std::string& code = work.catalogue.serious_facts()[id].code;
    for (std::size_t i = 0; i < work.catalogue.circumstances().size(); ++i)
        if (work.held.test(i) &&
            work.catalogue.circumstances()[static_cast<CircumstanceId>(i)].reads_as == code)
            return true;
    return false;
}

bool meets(const Workup& work, const SeriousRule& set) {
    for (const Comparison& number : set.numbers)
        if (holds(number, work.facts) == Truth::yes) return true;
    return std::ranges::any_of(
        set.codes, [&](SeriousId id) { return proves(work, id) || proves_by_circumstance(work, id); });
}

void find_serious(const Workup& work, const Serious& serious, Limb& limb) {
    if (serious.set && meets(work, work.catalogue.serious_rules()[*serious.set])) {
        limb.is_serious = true;
        limb.set = &work.catalogue.serious_rules()[*serious.set];
        limb.serious_flag = limb.set->flag;
    } else if (std::ranges::any_of(serious.conditions, [&](SeriousId id) { return proves(work, id); })) {
        limb.is_serious = true;
        limb.serious_flag = "serious:item";
    }
}

void need_bracket_facts(const Workup& work, const Fine& fine, Limb& limb) {
    for (const Bracket& bracket : fine.brackets) {
        const Truth truth = holds(bracket.when, work.facts);
        if (truth == Truth::no) continue;
        if (truth == Truth::unknown) add_unknown(bracket.when, work.facts, limb.needs);
        if (bracket.is_multiple && !work.facts[bracket.base].is_known()) limb.needs.set(bracket.base);
    }
}

// 0 or more than one bracket is a fault of the catalogue; an unknown fact is named, never guessed.
const Bracket* pick_bracket(const Workup& work, const Fine& fine, Limb& limb) {
    need_bracket_facts(work, fine, limb);
    if (limb.needs.any()) return nullptr;
    const Bracket* picked = nullptr;
    for (const Bracket& bracket : fine.brackets) {
        if (holds(bracket.when, work.facts) != Truth::yes) continue;
        limb.is_faulty = picked != nullptr;
        picked = &bracket;
    }
    limb.is_faulty = limb.is_faulty || !picked;
    return limb.is_faulty ? nullptr : picked;
}

std::optional<FactId> selecting_fact(const Workup& work, const Bracket& bracket) {
    for (const Comparison& comparison : bracket.when.all) {
        const bool is_money = work.catalogue.facts()[comparison.fact].type == FactType::money;
        if (is_money && work.facts[comparison.fact].state == FactValue::State::known) return comparison.fact;
    }
    return {};
}

base::Money money_of(const Workup& work, FactId id) {
    return base::Money::fen(work.facts[id].number);
}

Statutory range_of(const Workup& work, const Fine& fine, const Bracket& bracket) {
    Statutory range{
        .mode = bracket.mode.value_or(fine.mode), .is_multiple = bracket.is_multiple, .cap = bracket.cap};
    if (bracket.is_multiple) {
        range.base = bracket.base;
        range.base_value = money_of(work, bracket.base);
        range.base_counted_as = std::max(range.base_value, bracket.base_floor.value_or(base::Money()));
        range.least = bracket.least;
        range.most = bracket.most;
        range.exact_min = Exact::times(range.base_counted_as, bracket.least);
        range.exact_max = Exact::times(range.base_counted_as, bracket.most);
    } else {
        range.base = selecting_fact(work, bracket);
        if (range.base) range.base_counted_as = range.base_value = money_of(work, *range.base);
        range.exact_min = Exact::of(bracket.min);
        range.exact_max = Exact::of(bracket.max);
    }
    return range;
}

// The minimum is rounded up and the maximum down to the fen, so that no rounded sum leaves the range.
void finish_range(Statutory& range) {
    if (range.cap) {
        range.exact_max = std::min(range.exact_max, Exact::of(*range.cap));
        range.exact_min = std::min(range.exact_min, range.exact_max);
    }
    range.max = range.exact_max.rounded_down();
    range.min = std::min(range.exact_min.rounded_up(), range.max);
}

// 拒不改正、逾期不改正: an unknown gate is asked for together with the facts behind it.
bool is_open(const Workup& work, const Fine& fine, Limb& limb) {
    if (fine.gate && !work.facts[*fine.gate].is_known())
        limb.needs.set(*fine.gate);
    else if (fine.gate && !work.facts.is_true(*fine.gate))
        limb.closed_gate = fine.gate;
    const Truth applies = holds(fine.applies_if, work.facts);
    if (applies == Truth::unknown) add_unknown(fine.applies_if, work.facts, limb.needs);
    limb.applies = applies != Truth::no;
    return !limb.closed_gate && limb.applies;
}

}  // namespace

Limb find_limb(const Workup& work, const Violation& violation, const Version& version) {
    Limb limb{.violation = &violation, .version = &version};
    if (version.serious) find_serious(work, *version.serious, limb);
    const bool own_fine = limb.is_serious && version.serious->fine;
    limb.by_reference = limb.is_serious && !version.serious->by_reference.empty();
    const Fine* fine = own_fine ? &*version.serious->fine : version.fine ? &*version.fine : nullptr;
    limb.is_fined = fine != nullptr;
    if (version.fine && !is_open(work, *version.fine, limb)) {
        limb.needs.reset();
        return limb;
    }
    if (!fine) return limb;
    limb.bracket = pick_bracket(work, *fine, limb);
    if (!limb.bracket) return limb;
    Statutory range = range_of(work, *fine, *limb.bracket);
    if (limb.is_serious && version.serious->multiplier && !own_fine) {
        const auto& [least, most] = *version.serious->multiplier;
        range.exact_min = range.exact_min.share(least);
        range.exact_max = range.exact_max.share(most);
    }
    finish_range(range);
    limb.statutory = range;
    return limb;
}

}  // namespace discretion
