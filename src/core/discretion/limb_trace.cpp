#include <algorithm>

#include "discretion/workup.hpp"

namespace discretion {

namespace {

using namespace std::string_view_literals;

std::string_view word_of(Test test) {
    switch (test) {
        case Test::less:
            return "lt";
        case Test::at_most:
            return "lte";
        case Test::greater:
            return "gt";
        case Test::at_least:
            return "gte";
        case Test::equal:
            return "eq";
        case Test::none:
            return "none";
    }
    return {};
}

std::string evidence_of(const Workup& work, SeriousId id) {
    std::string text;
    for (const Claim& claim : work.request.serious_facts)
        if (claim.id == id)
            for (const std::string& evidence : claim.evidence) text += (text.empty() ? "" : "、") + evidence;
    for (const Claim& claim : work.request.circumstances)
        if (work.catalogue.circumstances()[claim.id].reads_as == work.catalogue.serious_facts()[id].code &&
            work.held.test(claim.id))
            for (const std::string& evidence : claim.evidence) text += (text.empty() ? "" : "、") + evidence;
    return text;
}

void trace_serious_facts(Workup& work, const std::vector<SeriousId>& codes) {
    for (const SeriousId id : codes) {
        const SeriousFact& fact = work.catalogue.serious_facts()[id];
        const std::string evidence = evidence_of(work, id);
        if (evidence.empty() && !(fact.fact && work.facts.is_true(*fact.fact))) continue;
        const std::string_view source =
            fact.source.empty() ? work.limb.version->article_citation : fact.source;
        work.trace().node(6, "serious_fact", source).input("code", std::string_view(fact.code));
        work.trace()
            .input("title", std::string_view(fact.title))
            .input("evidence", evidence)
            .result("holds", true);
    }
}

void trace_serious_numbers(Workup& work, const SeriousRule& set) {
    for (const Comparison& number : set.numbers) {
        if (holds(number, work.facts) != Truth::yes) continue;
        const FactName& fact = work.catalogue.facts()[number.fact];
        const auto words = [&](std::int64_t n) {
            return fact.type == FactType::money ? base::Money::fen(n).str() + "元" : std::to_string(n);
        };
        work.trace().node(6, "serious_fact", set.source).input("code", std::string_view(fact.name));
        work.trace().input("title", fact.title + words(work.facts[number.fact].number) + "，达到" +
                                        words(number.number) + "以上");
        work.trace().result("holds", true);
    }
}

void trace_serious(Workup& work) {
    const Version& version = *work.limb.version;
    if (!version.serious) return;
    if (work.limb.set) {
        trace_serious_numbers(work, *work.limb.set);
        trace_serious_facts(work, work.limb.set->codes);
    }
    trace_serious_facts(work, version.serious->conditions);
    const std::string_view source = work.limb.set ? work.limb.set->source : version.article_citation;
    work.trace().node(6, "serious", source).result("limb", work.limb.is_serious ? "serious"sv : "ordinary"sv);
    if (work.limb.is_serious && version.serious->aggravates)
        work.trace().result("fine_effect", "aggravated"sv);
}

void trace_gate(Workup& work) {
    const std::optional<Fine>& fine = work.limb.version->fine;
    if (!fine || (!fine->gate && fine->applies_if.is_empty())) return;
    work.trace().node(7, "gate", work.limb.version->article_citation);
    if (fine->gate) work.trace().input(work.catalogue.facts()[*fine->gate].name, !work.limb.closed_gate);
    work.trace().result("open", !work.limb.closed_gate && work.limb.applies);
}

// The brackets that the facts rule out, each with the first comparison that fails.
void trace_other_brackets(Workup& work, const Fine& fine) {
    for (const Bracket& bracket : fine.brackets) {
        if (&bracket == work.limb.bracket) continue;
        Trace& node = work.trace().node(8, "bracket_set_aside", work.limb.version->article_citation);
        if (bracket.is_multiple)
            node.input("times_min", bracket.least).input("times_max", bracket.most);
        else
            node.input("min", bracket.min).input("max", bracket.max);
        for (const Comparison& comparison : bracket.when.all) {
            if (holds(comparison, work.facts) != Truth::no) continue;
            node.result("fails", std::string_view(work.catalogue.facts()[comparison.fact].title));
            break;
        }
    }
}

void trace_bracket(Workup& work) {
    const Statutory& range = *work.limb.statutory;
    Trace& node = work.trace().node(8, "bracket", work.limb.version->article_citation);
    for (const Comparison& comparison : work.limb.bracket->when.all) {
        const FactName& fact = work.catalogue.facts()[comparison.fact];
        if (fact.type != FactType::money || comparison.test == Test::none) continue;
        node.input("selected_by", std::string_view(fact.title))
            .input(word_of(comparison.test), base::Money::fen(comparison.number));
    }
    if (range.base) {
        node.input("base", std::string_view(work.catalogue.facts()[*range.base].title))
            .input("value", range.base_value);
        if (range.base_counted_as != range.base_value) node.input("counted_as", range.base_counted_as);
    }
    if (range.is_multiple) node.input("times_min", range.least).input("times_max", range.most);
    if (range.cap) node.input("cap", *range.cap);
    node.result("min", range.min)
        .result("max", range.max)
        .result("mode", range.mode == FineMode::may ? "may"sv : "must"sv);
}

// 5 % of a bracket number: valuation then decides the case.
bool is_near_threshold(const Workup& work) {
    bool near = false;
    const auto look = [&](const Comparison& comparison) {
        const FactValue& fact = work.facts[comparison.fact];
        const bool is_number = fact.state == FactValue::State::known && comparison.number > 0;
        if (!is_number || work.catalogue.facts()[comparison.fact].type != FactType::money) return;
        const std::int64_t distance = std::abs(fact.number - comparison.number);
        near = near || distance * 20 <= comparison.number;
    };
    each_comparison(work.limb.bracket->when, look);
    return near;
}

bool is_asked(const Version& version, const Catalogue& catalogue, SeriousId id) {
    const auto has = [&](const std::vector<SeriousId>& codes) {
        return std::ranges::find(codes, id) != codes.end();
    };
    if (std::ranges::any_of(version.personal,
                            [&](const Personal& personal) { return has(personal.serious); }))
        return true;
    const auto asked = [&](const Measure& measure) { return measure.when_serious == id; };
    if (std::ranges::any_of(version.measures, asked)) return true;
    if (!version.serious) return false;
    if (std::ranges::any_of(version.serious->measures, asked)) return true;
    return has(version.serious->conditions) ||
           (version.serious->set && has(catalogue.serious_rules()[*version.serious->set].codes));
}

void ignore_foreign_facts(Workup& work) {
    for (const Claim& claim : work.request.serious_facts)
        if (!claim.evidence.empty() && !is_asked(*work.limb.version, work.catalogue, claim.id))
            work.finding.ignored.push_back(
                {work.catalogue.serious_facts()[claim.id].code, "不是本事项的情节严重事实"});
}

}  // namespace

void trace_limb(Workup& work) {
    work.finding.is_serious = work.limb.is_serious;
    work.finding.statutory = work.limb.statutory;
    ignore_foreign_facts(work);
    trace_serious(work);
    trace_gate(work);
    if (work.limb.is_serious) work.flag(work.limb.serious_flag);
    if (!work.limb.has_fine()) return;
    trace_bracket(work);
    const bool own_fine = work.limb.is_serious && work.limb.version->serious->fine;
    trace_other_brackets(work, own_fine ? *work.limb.version->serious->fine : *work.limb.version->fine);
    if (is_near_threshold(work)) work.flag("near_threshold");
    if (work.limb.statutory->is_multiple && work.limb.statutory->base_counted_as == base::Money())
        work.flag("base_zero");
}

}  // namespace discretion
