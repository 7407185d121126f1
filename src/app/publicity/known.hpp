#pragma once
#include "base/date.hpp"
#include "casefile/act.hpp"
#include "ports/directory.hpp"
#include "redact/redact.hpp"

namespace publicity {

// Whom and what the acts of a case name: persons to be masked, their addresses and numbers, and what stays
// because it is a legal person's or the agency's own. `on`: the day of the decision, by which somebody is a
// minor.
redact::Known known_of(const casefile::Matter& matter, const std::vector<casefile::Act>& acts,
                       const ports::Agency& agency, base::Date on);

// 李强, 阿依古丽·买买提; not 某某公司, 某某局, a number or a sentence.
bool looks_like_a_person(std::string_view name);

}  // namespace publicity
