#pragma once
#include "base/date.hpp"
#include "casefile/act.hpp"
#include "ports/directory.hpp"
#include "redact/proof.hpp"
#include "redact/redact.hpp"

namespace publicity {

// Whom and what the acts of a case name: persons to be masked, their addresses and numbers, and what stays
// because it is a legal person's or the agency's own. `on`: the day of the decision, by which somebody is a
// minor.
redact::Known known_of(const casefile::Matter& matter, const std::vector<casefile::Act>& acts,
                       const ports::Agency& agency, base::Date on);

// The same data read another way, for the second proof (redact::remains): whatever stands beside an identity
// number, a day of birth or a sex is somebody, and every number of a kind that persons have is his.
redact::Facts facts_of(const casefile::Matter& matter, const std::vector<casefile::Act>& acts,
                       const ports::Agency& agency);

}  // namespace publicity
