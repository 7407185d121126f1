#include "phrases/insert.hpp"

#include "acts/advise.hpp"
#include "acts/draft_parts.hpp"
#include "document/phrase.hpp"

namespace phrases {

base::Result<std::vector<Ready>> ready(const office::Office& office, ports::PhraseStore& store,
                                       const identity::Viewer& viewer, std::string_view case_no,
                                       const acts::ActRequest& request) {
    const cases::LoadedCase loaded = TRY(cases::load_case(office, viewer, case_no));
    const casefile::Act act{.n = static_cast<int>(loaded.record.version) + 1,
                            .type = request.act,
                            .at = request.at.value_or(office.now()),
                            .by = request.by,
                            .party = request.party,
                            .data = request.data,
                            .paper = request.paper};
    const base::Value facts =
        TRY(acts::facts_of_draft(office, viewer, loaded, act, acts::finding_of_draft(office, loaded, act)));
    const base::Object values = document::place_values(office.templates.places(), facts);
    std::vector<Ready> fitting;
    for (ports::Phrase& phrase : TRY(store.list(viewer))) {
        if (phrase.retired_at || (!phrase.act.empty() && phrase.act != request.act)) continue;
        auto filled = document::fill_phrase(phrase.words, values);
        fitting.push_back({std::move(phrase), std::move(filled.text), std::move(filled.open)});
    }
    return fitting;
}

}  // namespace phrases
