#include "acts/proofread_case.hpp"

#include "acts/check_act.hpp"
#include "documents/file_words.hpp"

namespace acts {

base::Result<base::Value> proofread_case(const office::Office& office, const identity::Viewer& viewer,
                                         std::string_view no, const std::optional<ActRequest>& act,
                                         const proofread::Knowledge& knowledge) {
    const cases::LoadedCase loaded = TRY(cases::load_case(office, viewer, no));
    auto words = TRY(documents::file_words(office, viewer, loaded));
    const std::size_t kept = words.sources.size();
    if (act)
        for (const auto& paper : TRY(previews(office, viewer, no, *act))) {
            words.sources.push_back(documents::source_of(paper.document, "draft:" + paper.id));
            words.sources.back().penalty = documents::penalty_of(act->data);
        }
    auto findings = proofread::check(words.sources, words.facts, knowledge);
    // Before an act is sent on its own papers are asked about, and what they do not agree with.
    if (act)
        std::erase_if(findings, [&](const proofread::Finding& finding) {
            return finding.place.source < kept && (!finding.other || finding.other->source < kept);
        });
    return proofread::report(words.sources, findings);
}

}  // namespace acts
