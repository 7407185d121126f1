#include <algorithm>

#include "discretion/workup.hpp"

namespace discretion {

namespace {

struct Candidate {
    Limb limb = {};
    Chosen chosen = Chosen::act_date;
};

// The other provision under its own choice of text, without trace or flags of its own.
std::optional<Candidate> candidate_of(Workup& work, const Violation& violation) {
    Workup other{.request = work.request,
                 .catalogue = work.catalogue,
                 .chain = work.chain,
                 .procedure_chain = work.procedure_chain,
                 .facts = work.facts,
                 .held = work.held,
                 .serious_held = work.serious_held};
    other.finding.violation = &violation;
    if (!choose_version(other) || other.finding.outcome == Outcome::undetermined) return {};
    work.needs |= other.needs;
    return Candidate{other.limb, other.finding.chosen};
}

void take(Workup& work, const Candidate& candidate) {
    work.limb = candidate.limb;
    work.finding.violation = candidate.limb.violation;
    work.finding.version = candidate.limb.version;
    work.finding.chosen = candidate.chosen;
    trace_provision(work);
}

// 行政处罚法 第二十九条: the greater maximum, then the greater minimum. A norm that yields to other laws does
// so here too.
bool is_heavier(const Limb& candidate, const Limb& kept) {
    if (candidate.version->is_fallback != kept.version->is_fallback) return kept.version->is_fallback;
    const Statutory none;
    const Statutory& a = candidate.has_fine() ? *candidate.statutory : none;
    const Statutory& b = kept.has_fine() ? *kept.statutory : none;
    return a.exact_max != b.exact_max ? a.exact_max > b.exact_max : a.exact_min > b.exact_min;
}

}  // namespace

void resolve_concurrence(Workup& work) {
    if (work.request.other_provisions.empty()) return;
    for (const Violation* violation : work.request.other_provisions) {
        const auto candidate = candidate_of(work, *violation);
        const bool has_fine = candidate && candidate->limb.has_fine();
        Trace& node = work.trace()
                          .node(11, "concurrence", "行政处罚法 第二十九条")
                          .input("other", std::string_view(violation->name));
        if (has_fine)
            node.input("min", candidate->limb.statutory->min).input("max", candidate->limb.statutory->max);
        const bool replaces = candidate && is_heavier(candidate->limb, work.limb);
        node.input("first", std::string_view(work.finding.violation->name));
        node.result("kept", std::string_view(replaces ? violation->name : work.finding.violation->name));
        if (replaces) take(work, *candidate);
    }
    work.flag("concurrence_resolved");
}

}  // namespace discretion
