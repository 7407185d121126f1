#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/value.hpp"
#include "document/template.hpp"

namespace document {

// A phrase (常用语) is an officer's own words with places 【当事人】 in them, filled from the case. Its words
// are never read as a template, and what is filled in is never read again.
inline constexpr std::size_t phrase_characters_max = 4000;

// Errors: `missing_field`, `text_too_long`, `template_syntax`, `control_character`, `unknown_place`.
base::Result<void> check_phrase(std::span<const PhrasePlace> places, std::string_view text);

// What every place says for one case; blank where the case does not know it.
base::Object place_values(std::span<const PhrasePlace> places, const base::Value& facts);

struct FilledPhrase {
    std::string text;
    std::vector<std::string> open = {};  // places the case could not fill; room to write stands there
};
FilledPhrase fill_phrase(std::string_view text, const base::Object& values);

}  // namespace document
