#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/value.hpp"
#include "procedure/table.hpp"

namespace procedure {

// Where what is written in an act changes who approves it, whatever its row says: an urgent seizure nobody,
// service by public notice the LEADER.
struct ApprovalRule {
    std::string_view name;
    std::string_view act;
    bool (*applies)(const base::Value& data);
    std::vector<std::string> chain;
};
const std::vector<ApprovalRule>& approval_rules();

// Who has to approve this concrete act, the last one signing.
std::vector<std::string> approval_chain(const ActType& type, const base::Value& data,
                                        std::string_view without = {});

// The documents this concrete act gives rise to, by number: a decision makes 45 or 46, a matter a leader
// approves 8.
std::vector<std::string> documents_of(const ActType& type, const base::Value& data);

}  // namespace procedure
