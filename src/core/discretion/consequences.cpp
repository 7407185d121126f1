#include <algorithm>

#include "discretion/workup.hpp"

namespace discretion {

namespace {

using namespace std::string_view_literals;

bool may_be_penalised(Outcome outcome) {
    return outcome == Outcome::penalty || outcome == Outcome::may_no_penalty ||
           outcome == Outcome::undetermined || outcome == Outcome::no_fine;
}

bool applies(const Workup& work, const Personal& personal) {
    switch (personal.when) {
        case Personal::When::always:
        case Personal::When::responsible:
            return true;
        case Personal::When::serious:
            return work.limb.is_serious;
        case Personal::When::entity_and_any:
            return !work.is_natural() &&
                   (std::ranges::any_of(personal.circumstances,
                                        [&](CircumstanceId id) { return work.holds(id); }) ||
                    std::ranges::any_of(personal.serious,
                                        [&](SeriousId id) { return work.serious_held.test(id); }));
    }
    return false;
}

// 市场监督管理行政处罚听证办法 第五条: a fine of the sum; an excluded upper end is not reached.
bool fine_reaches(const Workup& work, base::Money limit) {
    if (work.request.proposed_fine) return *work.request.proposed_fine >= limit;
    if (const auto& band = work.finding.band())
        return band->max_incl ? band->max >= limit : band->max > limit;
    return work.finding.statutory && work.finding.statutory->max >= limit;
}

bool confiscation_reaches(const Workup& work, base::Money limit) {
    base::Money total;
    for (const Companion& companion : work.finding.companions) {
        if (companion.kind == "confiscate_illegal_gains" && companion.amount) total += *companion.amount;
        const FactValue& goods = work.facts[work.catalogue.fact().goods_value];
        const bool is_goods = companion.kind == "confiscate_goods" && companion.mode == Due::mandatory;
        if (is_goods && goods.state == FactValue::State::known) total += base::Money::fen(goods.number);
    }
    return total >= limit;
}

bool kind_needs_hearing(const Workup& work, Due mode) {
    const std::vector<std::string>& kinds = work.procedure_chain.hearing().kinds;
    return std::ranges::any_of(work.finding.companions, [&](const Companion& companion) {
        return companion.mode == mode && std::ranges::find(kinds, companion.kind) != kinds.end();
    });
}

void find_hearing(Workup& work) {
    Procedure& procedure = work.finding.procedure;
    const HearingRule& rule = work.procedure_chain.hearing();
    procedure.hearing_limit = work.is_natural() ? rule.natural : rule.entity;
    if (!may_be_penalised(work.finding.outcome)) return;
    if (work.finding.statutory && fine_reaches(work, procedure.hearing_limit))
        procedure.hearing_by = "fine";
    else if (confiscation_reaches(work, procedure.hearing_limit))
        procedure.hearing_by = "confiscation";
    else if (kind_needs_hearing(work, Due::mandatory))
        procedure.hearing_by = "kind";
    procedure.hearing_needed = !procedure.hearing_by.empty();
    const bool flagged =
        work.finding.outcome == Outcome::penalty || work.finding.outcome == Outcome::may_no_penalty;
    if (procedure.hearing_needed && flagged) work.flag("hearing");
    if (!procedure.hearing_needed && kind_needs_hearing(work, Due::optional)) work.flag("hearing_if_measure");
    Trace& node = work.trace().node(13, "hearing", rule.source).input("limit", procedure.hearing_limit);
    if (work.request.proposed_fine)
        node.input("fine", *work.request.proposed_fine);
    else if (work.finding.band())
        node.input("fine", work.finding.band()->max);
    node.result("needed", procedure.hearing_needed);
    if (procedure.hearing_needed) node.result("by", procedure.hearing_by);
}

// 行政处罚法 第五十一条: a warning or a small fine and nothing taken away.
bool is_summary_possible(const Workup& work) {
    if (work.finding.outcome != Outcome::penalty) return false;
    const SummaryRule& rule = work.procedure_chain.summary();
    const base::Money limit = work.is_natural() ? rule.natural : rule.entity;
    if (work.finding.statutory && (!work.finding.band() || work.finding.band()->max > limit)) return false;
    return std::ranges::none_of(work.finding.companions, [&](const Companion& companion) {
        const bool is_nothing = companion.amount && *companion.amount == base::Money();
        return companion.mode == Due::mandatory && work.catalogue.is_penalty(companion.kind) &&
               companion.kind != "warning" && !is_nothing;
    });
}

bool has_flag(const Workup& work, std::string_view flag) {
    return std::ranges::find(work.finding.flags, flag) != work.finding.flags.end();
}

std::optional<Tier> tier_of(const Workup& work, base::Money sum, bool allowed) {
    const Finding& finding = work.finding;
    const auto fits = [&](Tier tier) {
        const auto& band = finding.bands[static_cast<std::size_t>(tier)];
        return finding.allowed_tiers.has(tier) == allowed && band && band->contains(sum);
    };
    if (finding.recommended_tier && fits(*finding.recommended_tier)) return finding.recommended_tier;
    const auto found = std::ranges::find_if(tiers, fits);
    return found == tiers.end() ? std::nullopt : std::optional(*found);
}

Verdict verdict_of(const Workup& work, base::Money sum) {
    const std::string amount = sum.str() + "元";
    if (!work.finding.statutory) {
        if (sum == base::Money()) return {"no_fine_chosen", {}, "不予罚款"};
        return {"outside_law", {}, amount + "没有法律依据：本案不得处以罚款"};
    }
    const Statutory& range = *work.finding.statutory;
    if (sum == base::Money() && range.mode == FineMode::may)
        return {"no_fine_chosen", {}, "可以处罚款而选择不处罚款"};
    if (const auto tier = tier_of(work, sum, true))
        return {"fits_tier", tier, amount + "在" + std::string(title_of(*tier)) + "幅度内"};
    if (sum < range.min || sum > range.max)
        return {
            "outside_law", {}, amount + "超出法定幅度" + range.min.str() + "元至" + range.max.str() + "元"};
    const auto tier = tier_of(work, sum, false);
    const std::string title(tier ? title_of(*tier) : "其他");
    return {"other_tier", tier, amount + "属于" + title + "幅度，本案没有相应的裁量情节"};
}

}  // namespace

void add_personal(Workup& work) {
    if (!may_be_penalised(work.finding.outcome)) return;
    for (const Personal& personal : work.finding.version->personal) {
        if (!applies(work, personal)) continue;
        const std::string_view basis =
            personal.source.empty() ? work.finding.version->article_citation : personal.source;
        const bool is_if_any = personal.when == Personal::When::responsible;
        const Due mode = is_if_any                         ? Due::if_any
                         : personal.mode == FineMode::must ? Due::mandatory
                                                           : Due::optional;
        work.finding.personal.push_back({&personal, mode, work.limb.is_serious, basis});
        work.trace().node(12, "personal", basis).result("who", std::string_view(personal.who));
    }
}

// 程序规定 第五十条、第六十条第二款: what is mitigated or left to a person's judgement goes to review and the
// leaders' meeting.
void find_consequences(Workup& work) {
    find_hearing(work);
    Procedure& procedure = work.finding.procedure;
    const bool is_mitigated = work.finding.recommended_tier == Tier::mitigated;
    const bool is_human = has_flag(work, "human_review") || has_flag(work, "mixed_circumstances");
    if (is_mitigated) procedure.legal_review.push_back("mitigation");
    if (is_human) procedure.legal_review.push_back("human_review");
    procedure.group_decision = is_mitigated || is_human;
    procedure.summary_possible = is_summary_possible(work);
}

void judge_proposal(Workup& work) {
    if (!work.request.proposed_fine) return;
    work.finding.verdict = verdict_of(work, *work.request.proposed_fine);
    const std::string_view source = work.finding.version
                                        ? std::string_view(work.finding.version->article_citation)
                                        : std::string_view("行政处罚法 第四条");
    work.trace().node(14, "verdict", source).input("proposed_fine", *work.request.proposed_fine);
    work.trace().result("result", work.finding.verdict->result);
    if (work.finding.verdict->tier) work.trace().result("tier", word_of(*work.finding.verdict->tier));
}

void set_flags(Workup& work) {
    Finding& finding = work.finding;
    const bool decides = finding.outcome == Outcome::penalty || finding.outcome == Outcome::may_no_penalty;
    if (decides && finding.version->small_food_maker && work.request.actor.kind != Actor::Kind::entity)
        work.flag("fsl-127-vendor-check");
    if (decides && finding.version->is_fallback) work.flag("fallback_law");
    if (decides && finding.statutory && finding.statutory->mode == FineMode::may) work.flag("fine_optional");
    std::ranges::sort(finding.flags);
    const auto repeats = std::ranges::unique(finding.flags);
    finding.flags.erase(repeats.begin(), repeats.end());
    std::ranges::sort(finding.ignored, {}, &Ignored::code);
}

}  // namespace discretion
