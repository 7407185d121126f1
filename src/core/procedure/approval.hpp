#pragma once
#include <string>
#include <vector>

#include "base/value.hpp"
#include "procedure/table.hpp"

namespace procedure {

// Who has to approve this concrete act, the last one signing: an urgent seizure nobody, service by public
// notice the LEADER.
std::vector<std::string> approval_chain(const ActType& type, const base::Value& data);

// The documents this concrete act gives rise to, by number: a decision makes 45 or 46, a matter a leader
// approves 8.
std::vector<std::string> documents_of(const ActType& type, const base::Value& data);

}  // namespace procedure
