#include "document/drafts.hpp"

#include <algorithm>

#include "base/text.hpp"

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

std::vector<std::string> lines_of(const Draft& draft, const base::Value& facts) {
    std::vector<std::string> lines;
    const auto filled = draft.words.fill(facts);
    if (!filled) return lines;
    for (const Block& block : filled->blocks)
        if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
            const std::string text = paragraph->text();
            if (!base::is_blank(text)) lines.push_back(text);
        }
    return lines;
}

}  // namespace document
