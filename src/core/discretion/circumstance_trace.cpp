#include "discretion/workup.hpp"

namespace discretion {

namespace {

std::string evidence_of(const std::vector<Claim>& claims, std::uint8_t id) {
    std::string text;
    for (const Claim& claim : claims) {
        if (claim.id != id) continue;
        for (const std::string& evidence : claim.evidence) text += (text.empty() ? "" : "、") + evidence;
    }
    return text;
}

std::string_view ref_of(const Workup& work, CircumstanceId id) {
    for (const Claim& claim : work.request.circumstances)
        if (claim.id == id && !claim.ref.empty()) return claim.ref;
    return {};
}

}  // namespace

void trace_circumstance(Workup& work, CircumstanceId id, Force force) {
    const Circumstance& circumstance = work.catalogue.circumstances()[id];
    Trace& node = work.trace().node(9, "circumstance", circumstance.source);
    node.input("code", std::string_view(circumstance.code))
        .input("title", std::string_view(circumstance.title));
    if (!circumstance.is_computed) node.input("evidence", evidence_of(work.request.circumstances, id));
    if (const auto ref = ref_of(work, id); !ref.empty()) node.input("ref", std::string(ref));
    node.result("force", word_of(force));
}

void trace_held(Workup& work) {
    for (std::size_t i = 0; i < work.catalogue.circumstances().size(); ++i)
        if (work.held.test(i)) trace_circumstance(work, static_cast<CircumstanceId>(i), Force::finding);
    trace_ignored(work);
}

// What was sent and not used stands in the trace with its reason, so that the decision can say so.
void trace_ignored(Workup& work) {
    for (const Ignored& row : work.finding.ignored) {
        work.trace().node(9, "ignored", "行政处罚法 第四十条").input("code", row.code);
        if (const auto id = work.catalogue.circumstances().find(row.code))
            work.trace().input("title", std::string_view(work.catalogue.circumstances()[*id].title));
        else if (const auto serious = work.catalogue.find_serious(row.code))
            work.trace().input("title", std::string_view(work.catalogue.serious_facts()[*serious].title));
        work.trace().result("why", row.why);
    }
}

}  // namespace discretion
