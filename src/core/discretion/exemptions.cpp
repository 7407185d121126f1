#include <fmt/format.h>

#include <algorithm>

#include "discretion/workup.hpp"

namespace discretion {

namespace {

using Effect = Exemption::Effect;

bool is_may(const Exemption& exemption) {
    return exemption.effect == Effect::may_no_penalty || exemption.effect == Effect::may_lenient_or_none;
}

bool all_held(const Workup& work, const std::vector<CircumstanceId>& conditions) {
    return std::ranges::all_of(conditions, [&](CircumstanceId id) { return work.holds(id); });
}

// A party that never broke the law has not done so within two years either, and 二年 is how the national
// lists read 初次.
bool holds_first(const Workup& work, CircumstanceId id) {
    const KnownCircumstances& known = work.catalogue.circumstance();
    if (id == known.first_violation || id == known.first_violation_2y)
        return work.holds(known.first_violation) || work.holds(known.first_violation_2y);
    return work.holds(id);
}

// A special ground of which the file has a part: what it still lacks stands in the trace.
void trace_partial_grounds(Workup& work) {
    for (const std::size_t place : work.finding.version->exemptions) {
        const Exemption& exemption = work.catalogue.exemptions()[place];
        const auto held = [&](CircumstanceId id) { return work.holds(id); };
        const bool is_partial = std::ranges::any_of(exemption.conditions, held) &&
                                !std::ranges::all_of(exemption.conditions, held);
        if (!is_partial) continue;
        const CircumstanceId missing = *std::ranges::find_if_not(exemption.conditions, held);
        work.trace()
            .node(4, "special_ground_look", exemption.source)
            .input("code", std::string_view(exemption.code))
            .result("hit", false)
            .result("missing", std::string_view(work.catalogue.circumstances()[missing].title));
    }
}

const Exemption* special_ground(const Workup& work, bool (*wanted)(const Exemption&)) {
    for (const std::size_t place : work.finding.version->exemptions) {
        const Exemption& exemption = work.catalogue.exemptions()[place];
        if (wanted(exemption) && exemption.from <= work.request.decision_on &&
            all_held(work, exemption.conditions))
            return &exemption;
    }
    return nullptr;
}

// The ground in words stands in the trace, the sentence for the answer is made of it.
bool end_no_penalty(Workup& work, std::string_view ground, std::string_view source, std::string words) {
    work.finding.outcome = Outcome::no_penalty;
    work.finding.because = words + "，依法不予行政处罚。";
    work.none_ground = ground;
    trace_held(work);
    work.trace()
        .node(4, "must_none", source)
        .input("words", std::move(words))
        .result("hit", true)
        .result("ground", ground);
    return false;
}

std::string names(const Workup& work, const std::vector<CircumstanceId>& conditions) {
    std::string text;
    for (const CircumstanceId id : conditions)
        text += (text.empty() ? "" : "，") + work.catalogue.circumstances()[id].title;
    return text;
}

void find_may_none(Workup& work, std::string_view ground, std::string_view source, std::string words) {
    if (work.finding.outcome != Outcome::undetermined) work.finding.outcome = Outcome::may_no_penalty;
    if (work.finding.because.empty()) work.finding.because = words + "，可以不予行政处罚。";
    if (work.none_ground.empty()) work.none_ground = ground;
    work.trace()
        .node(5, "may_none", source)
        .input("words", std::move(words))
        .result("hit", true)
        .result("ground", ground);
}

bool holds(const Workup& work, const Criterion& criterion) {
    return holds(criterion.when, work.facts) == Truth::yes &&
           std::ranges::all_of(criterion.findings, [&](CircumstanceId id) { return holds_first(work, id); });
}

// Where a place has criteria for a notion (违法行为轻微, 及时改正 …), one of them must show it; a notion
// without criteria stands on its evidence alone.
bool is_shown(Workup& work, CircumstanceId notion) {
    bool has_criteria = false;
    for (const Jurisdiction* place : work.chain.places())
        for (const Criterion& criterion : place->criteria) {
            if (criterion.notion != notion) continue;
            has_criteria = true;
            const bool is_met = holds(work, criterion);
            work.trace()
                .node(5, "criterion", criterion.source)
                .input("notion", std::string_view(work.catalogue.circumstances()[notion].title))
                .input("title", std::string_view(criterion.title))
                .result("hit", is_met);
            if (is_met) return true;
        }
    return !has_criteria;
}

ListLook look_at(Workup& work, const ExemptionList& list, const ListEntry& entry) {
    ListLook look{.list = list.list,
                  .item = entry.item,
                  .complete = list.is_complete,
                  .effect = list.effect,
                  .title = entry.title};
    for (const CircumstanceId id : entry.findings) {
        const bool holds = holds_first(work, id) && (!list.asks_for_criteria || is_shown(work, id));
        if (!holds) look.missing.push_back(work.catalogue.circumstances()[id].code);
    }
    each_comparison(entry.when, [&](const Comparison& comparison) {
        if (holds(comparison, work.facts) != Truth::yes)
            look.missing.push_back(work.catalogue.facts()[comparison.fact].name);
    });
    look.holds = look.missing.empty();
    return look;
}

// What an entry that holds does beside standing in the answer.
void use_entry(Workup& work, const ExemptionList& list, const ListEntry& entry) {
    const std::string words = fmt::format("属于{}中“{}”的情形", list.title, entry.title);
    switch (list.effect) {
        case ListEffect::no_penalty:
            return;
        case ListEffect::may_no_penalty:
            work.is_spared = true;
            return find_may_none(work, list.list, list.source, words);
        case ListEffect::exempt:
            (work.chain.has_exempt() ? work.is_exempted : work.is_spared) = true;
            return find_may_none(work, list.list, list.source, words);
        case ListEffect::mitigated:
        case ListEffect::lenient:
            return work.lightening_lists.push_back(&list);
        case ListEffect::no_coercion:
            return work.flag("no_coercion");
    }
}

// Every list of the chain that names the violation: those that must spare in step 4, the others in step 5.
const ExemptionList* look_at_lists(Workup& work, bool must_spare) {
    const ExemptionList* sparing = nullptr;
    for (const Jurisdiction* place : work.chain.places())
        for (const ExemptionList& list : place->lists) {
            if ((list.effect == ListEffect::no_penalty) != must_spare) continue;
            for (const ListEntry& entry : list.entries) {
                if (entry.violation != work.finding.violation->id ||
                    !list.is_in_force(work.request.decision_on))
                    continue;
                const ListLook look = look_at(work, list, entry);
                work.trace()
                    .node(must_spare ? 4 : 5, "list", list.source)
                    .input("item", std::string_view(entry.title))
                    .input("effect", word_of(list.effect))
                    .result("hit", look.holds);
                if (!look.complete) work.flag("list_incomplete");
                work.finding.lists.push_back(look);
                if (!look.holds) continue;
                work.flag(list.list);
                if (!sparing) sparing = &list;
                use_entry(work, list, entry);
            }
        }
    return sparing;
}

}  // namespace

// 行政处罚法 第三十条、第三十一条、第三十三条第一款前段、第二款, and the special grounds of single laws, in
// that order.
bool pass_must_none(Workup& work) {
    const KnownCircumstances& known = work.catalogue.circumstance();
    if (work.holds(known.under_14))
        return end_no_penalty(work, "under_14", "行政处罚法 第三十条", "当事人不满十四周岁");
    if (work.holds(known.no_capacity))
        return end_no_penalty(work, "no_capacity", "行政处罚法 第三十一条",
                              "当事人在不能辨认或者不能控制自己行为时有违法行为");
    trace_partial_grounds(work);
    work.exemption = special_ground(
        work, [](const Exemption& exemption) { return exemption.effect == Effect::no_penalty; });
    if (work.exemption)
        return end_no_penalty(work, work.exemption->code, work.exemption->source,
                              names(work, work.exemption->conditions));
    if (work.holds(known.minor) && work.holds(known.corrected_in_time) && work.holds(known.no_harm))
        return end_no_penalty(work, "minor_corrected_no_harm", "行政处罚法 第三十三条第一款",
                              "违法行为轻微并及时改正，没有造成危害后果");
    if (work.holds(known.no_fault_proved))
        return end_no_penalty(work, "no_fault_proved", "行政处罚法 第三十三条第二款",
                              "当事人有证据足以证明没有主观过错");
    if (const ExemptionList* list = look_at_lists(work, true))
        return end_no_penalty(work, list->list, "行政处罚法 第三十三条第一款",
                              "属于" + list->title + "所列的情形");
    work.trace().node(4, "must_none", "行政处罚法 第三十条至第三十三条").result("hit", false);
    return true;
}

// 行政处罚法 第三十三条第一款后段, special grounds and lists: permission, never duty. The penalty is computed
// as the alternative.
void look_for_may_none(Workup& work) {
    const KnownCircumstances& known = work.catalogue.circumstance();
    // 行政处罚法 第三十三条第一款: harm is absent or it is slight; a file that says both must be put right.
    if (work.holds(known.no_harm) && work.holds(known.minor_consequence)) work.flag("harm_contradiction");
    work.exemption = special_ground(work, is_may);
    if (work.exemption) {
        (work.exemption->exempts && work.chain.has_exempt() ? work.is_exempted : work.is_spared) = true;
        find_may_none(work, work.exemption->code, work.exemption->source,
                      names(work, work.exemption->conditions));
    }
    if (holds_first(work, known.first_violation) && work.holds(known.minor_consequence) &&
        work.holds(known.corrected_in_time)) {
        work.is_spared = true;
        find_may_none(work, "first_slight_corrected", "行政处罚法 第三十三条第一款",
                      "初次违法且危害后果轻微并及时改正");
    }
    look_at_lists(work, false);
    if (work.none_ground.empty())
        work.trace().node(5, "may_none", "行政处罚法 第三十三条第一款").result("hit", false);
}

}  // namespace discretion
