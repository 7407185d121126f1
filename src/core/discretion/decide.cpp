#include "discretion/decide.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "discretion/workup.hpp"

namespace discretion {

namespace {

std::string titles_of(const FactSet& needs, const FactTable& facts) {
    std::string text;
    for (std::size_t i = 0; i < facts.size(); ++i)
        if (needs.test(i)) text += (text.empty() ? "" : "、") + facts[static_cast<FactId>(i)].title;
    return text;
}

std::unexpected<base::Error> fact_needed(const Workup& work) {
    return base::fail(
        "fact_needed",
        fmt::format("还需要以下事实才能确定幅度：{}", titles_of(work.needs, work.catalogue.facts())),
        work.finding.version->article_citation, "facts");
}

std::unexpected<base::Error> data_error(const Workup& work) {
    return base::fail(
        "data_error",
        fmt::format("目录有误：{}的罚款幅度没有或者不止一档与事实相符", work.finding.violation->id),
        work.finding.version->article_citation, "violation_id");
}

// Steps 1 to 5: what ends a matter before any fine is looked at.
bool reaches_the_fine(Workup& work) {
    if (!choose_version(work) || !pass_limitation(work) || !pass_police(work) || !pass_must_none(work))
        return false;
    look_for_may_none(work);
    return true;
}

void take_reference(Workup& work) {
    if (!work.limb.by_reference) return;
    work.finding.outcome = Outcome::undetermined;
    std::string articles;
    for (const std::string& article : work.limb.version->serious->by_reference)
        articles += (articles.empty() ? "" : "、") + article;
    work.finding.because = fmt::format("罚款依照{}的规定确定，应当由办案机关选择适用的条款。", articles);
}

// A stop before the fine is still shown with its limb where the facts allow (discretion-api.md §8.3).
void show_limb(Workup& work) {
    const bool is_shown = work.finding.outcome == Outcome::no_penalty && work.finding.version;
    if (!is_shown) return;
    work.finding.is_serious = work.limb.is_serious;
    work.finding.statutory = work.limb.statutory;
    work.finding.allowed_tiers = {Tier::none};
    work.finding.recommended_tier = Tier::none;
}

Finding finish(Workup& work) {
    add_companions(work);
    if (work.finding.version) {
        add_personal(work);
        find_consequences(work);
    }
    judge_proposal(work);
    set_flags(work);
    return std::move(work.finding);
}

base::Result<Finding> weigh_fine(Workup& work) {
    resolve_concurrence(work);
    choose_table(work);
    if (work.needs.any()) return fact_needed(work);
    if (work.limb.is_faulty) return data_error(work);
    trace_limb(work);
    take_reference(work);
    decide_tiers(work);
    split_bands(work);
    if (work.is_spared) work.finding.allowed_tiers.add(Tier::none);
    if (work.is_exempted) work.finding.allowed_tiers.add(Tier::exempt);
    return finish(work);
}

base::Result<Finding> decide_under(const Request& request, const Catalogue& catalogue, const Chain& chain,
                                   const Chain& procedure_chain, const Benchmarks& benchmarks) {
    Workup work = begin(request, catalogue, chain, procedure_chain);
    work.benchmarks = &benchmarks;
    if (reaches_the_fine(work)) return weigh_fine(work);
    show_limb(work);
    return finish(work);
}

int burden_of(Outcome outcome) {
    switch (outcome) {
        case Outcome::no_penalty:
            return 0;
        case Outcome::may_no_penalty:
            return 1;
        case Outcome::no_fine:
            return 2;
        default:
            return 3;
    }
}

// How heavily a finding bears on the party: its outcome, then the band that is recommended.
bool is_lighter(const Finding& a, const Finding& b) {
    if (burden_of(a.outcome) != burden_of(b.outcome)) return burden_of(a.outcome) < burden_of(b.outcome);
    if (!a.band() || !b.band()) return false;
    return a.band()->max != b.band()->max ? a.band()->max < b.band()->max : a.band()->min < b.band()->min;
}

void note_editions(Finding& finding, std::string_view chosen, std::string_view flag) {
    finding.trace.node(0, "benchmark_edition", "行政处罚法 第三十七条").result("chosen", chosen);
    if (!flag.empty()) finding.flags.push_back(flag);
    std::ranges::sort(finding.flags);
}

}  // namespace

// 行政处罚法 第三十七条 read for benchmarks as well: the edition in force when the act ended, unless the one
// at the decision is lighter (docs/decisions/0011-editions-of-benchmarks.md).
base::Result<Finding> decide(const Request& request, const Catalogue& catalogue,
                             const Benchmarks& benchmarks) {
    const Chain newer = TRY(catalogue.chain(request.jurisdiction, request.decision_on));
    if (request.act_end == request.decision_on)
        return decide_under(request, catalogue, newer, newer, benchmarks);
    const Chain older = TRY(catalogue.chain(request.jurisdiction, request.act_end));
    if (older == newer) return decide_under(request, catalogue, newer, newer, benchmarks);
    Finding kept = TRY(decide_under(request, catalogue, older, newer, benchmarks));
    Finding other = TRY(decide_under(request, catalogue, newer, newer, benchmarks));
    if (is_lighter(other, kept)) {
        note_editions(other, "newer_lighter", "newer_benchmark_lighter");
        return other;
    }
    const bool is_heavier = is_lighter(kept, other);
    note_editions(kept, is_heavier ? "older_kept" : "act_date", is_heavier ? "older_benchmark_kept" : "");
    return kept;
}

base::Result<Finding> decide(const Request& request, const Catalogue& catalogue, const Chain& chain,
                             const Benchmarks& benchmarks) {
    return decide_under(request, catalogue, chain, chain, benchmarks);
}

std::vector<std::string_view> needed_facts(const Request& request, const Catalogue& catalogue,
                                           const Benchmarks& benchmarks) {
    std::vector<std::string_view> names;
    const auto chain = catalogue.chain(request.jurisdiction, request.decision_on);
    if (!chain) return names;
    Workup work = begin(request, catalogue, *chain, *chain);
    work.benchmarks = &benchmarks;
    if (!reaches_the_fine(work)) return names;
    resolve_concurrence(work);
    choose_table(work);
    for (std::size_t i = 0; i < catalogue.facts().size(); ++i)
        if (work.needs.test(i)) names.push_back(catalogue.facts()[static_cast<FactId>(i)].name);
    return names;
}

}  // namespace discretion
