#include "document/drafts.hpp"

#include <algorithm>

namespace document {

namespace {

bool is_nearer(const Template& one, const Template& other) {
    if (one.place().size() != other.place().size()) return one.place().size() > other.place().size();
    return other.before(one);
}

}  // namespace

std::vector<const Draft*> drafts_for(const Library& library, std::string_view act, const Use& use) {
    std::vector<const Draft*> chosen;
    for (const Draft& draft : library.drafts_of(act)) {
        if (!use.place.starts_with(draft.words.place())) continue;
        if (use.day && !draft.words.in_force(*use.day)) continue;
        const auto same = std::ranges::find(chosen, draft.field, &Draft::field);
        if (same == chosen.end())
            chosen.push_back(&draft);
        else if (is_nearer(draft.words, (*same)->words))
            *same = &draft;
    }
    return chosen;
}

const Draft* draft_for(const Library& library, std::string_view act, std::string_view field, const Use& use) {
    for (const Draft* draft : drafts_for(library, act, use))
        if (draft->field == field) return draft;
    return nullptr;
}

}  // namespace document
