#include <algorithm>

#include "discretion/workup.hpp"

namespace discretion {

namespace {

// The other provision under its own choice of text, without trace or flags of its own.
std::optional<Limb> limb_of_other(Workup& work, const Violation& violation) {
    Workup other{.request = work.request,
                 .catalogue = work.catalogue,
                 .chain = work.chain,
                 .facts = work.facts,
                 .held = work.held,
                 .serious_held = work.serious_held};
    other.finding.violation = &violation;
    if (!choose_version(other) || other.finding.outcome == Outcome::undetermined) return {};
    work.needs |= other.needs;
    return other.limb;
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
        const auto limb = limb_of_other(work, *violation);
        Trace& node = work.trace()
                          .node(11, "concurrence", "行政处罚法 第二十九条")
                          .input("other", std::string_view(violation->name));
        if (limb && limb->has_fine())
            node.input("min", limb->statutory->min).input("max", limb->statutory->max);
        const bool replaces = limb && is_heavier(*limb, work.limb);
        node.result("kept", std::string_view(replaces ? violation->name : work.finding.violation->name));
        if (!replaces) continue;
        work.limb = *limb;
        work.finding.violation = violation;
        work.finding.version = limb->version;
    }
    work.flag("concurrence_resolved");
}

}  // namespace discretion
