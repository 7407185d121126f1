#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "casefile/act.hpp"
#include "identity/viewer.hpp"
#include "office/office.hpp"
#include "ports/delegation_store.hpp"

namespace delegations {

// What the paper says.
struct Paper {
    std::string principal, person, role;
    base::Date from, until;
    std::string no, reason;
    bool presiding = false;  // it says that he presides over the agency (主持工作)
};

// Roles whose power may be granted; every other role is only stood in for by a colleague who holds it
// himself.
bool is_power(std::string_view role);

// Which powers the viewer may enter grants of: those of everybody for a leader and for whoever runs the
// system, his own for a unit head. What was granted is not granted on.
bool may_record(const std::vector<casefile::Staff>& staff, const identity::Viewer& viewer);

// Errors name the field and the article.
base::Result<ports::Delegation> record(const office::Office&, ports::DelegationStore&,
                                       const identity::Viewer&, const Paper&);
// By whoever may record, or by the one who holds it (他可以辞去). Ends at once.
base::Result<ports::Delegation> end(const office::Office&, ports::DelegationStore&, const identity::Viewer&,
                                    std::string_view id, std::string_view reason);

}  // namespace delegations
