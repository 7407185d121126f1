#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "identity/viewer.hpp"
#include "office/office.hpp"
#include "ports/phrase_store.hpp"

namespace phrases {

inline constexpr std::size_t title_characters_max = 100;
inline constexpr int in_use_max = 500;  // of one unit

// What a phrase says and where it fits; nobody's words are read as a template.
struct Wording {
    std::string title, words;
    std::string act = {};    // decide; blank: every act
    std::string field = {};  // paper.facts of that act; blank: every free field
};

// The viewer may add to his unit's library, and to the whole agency's.
bool may_add_to_unit(const identity::Viewer&);
bool may_add_to_agency(const identity::Viewer&);

// Errors name the field: `missing_field`, `text_too_long`, `template_syntax`, `control_character`,
// `unknown_place`, `unknown_choice`, `too_many`, `not_permitted`.
base::Result<ports::Phrase> make(const office::Office&, ports::PhraseStore&, const identity::Viewer&,
                                 const Wording&, bool of_agency);
// `lock` is what the editor saw. Errors beside those above: `not_found`, `version_conflict`, `already_ended`.
base::Result<ports::Phrase> edit(const office::Office&, ports::PhraseStore&, const identity::Viewer&,
                                 std::string_view id, std::int64_t lock, const Wording&);
base::Result<ports::Phrase> retire(const office::Office&, ports::PhraseStore&, const identity::Viewer&,
                                   std::string_view id, std::int64_t lock);

}  // namespace phrases
