#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "identity/viewer.hpp"
#include "office/office.hpp"
#include "ports/hand_over_store.hpp"
#include "procedure/refusal.hpp"

namespace hand_over {

// Everything that hangs on one person: nothing of it may be lost when he goes.
struct Holdings {
    std::string person, name;
    std::vector<ports::HeldPost> posts;
    std::vector<ports::HeldCase> cases;
    std::vector<ports::HeldProposal> proposals;
    std::vector<ports::Delegation> grants;  // in force or to come, given by him or to him
};
// `not_found` for a person who never held a post in the viewer's agency.
base::Result<Holdings> holdings_of(const office::Office&, ports::HandOverStore&, const identity::Viewer&,
                                   std::string_view person);

struct Handed {
    std::string case_no;
    bool done = false;
    int n = 0;                 // the act
    std::string message = {};  // why it was not done
    std::string basis = {};
    int proposals = 0;  // that came to whoever takes over
};

// One case with what belongs to it, as a `hand_over` act of the unit head. A case that is refused leaves the
// others as they are; what was done already is not done twice.
Handed hand_over_case(const office::Office&, ports::HandOverStore&, const identity::Viewer&,
                      std::string_view case_no, std::string_view from, std::string_view to,
                      std::string_view reason);

bool may_end_posts(const identity::Viewer& viewer);  // 机关负责人、系统管理员
// His posts in the agency end with that day: from the next on he can do nothing. What waits for his
// confirmation goes back to its author as soon as he has no day left. Errors: `not_found`,
// `not_permitted`, `day_passed`, `already_ended`.
base::Result<void> end_posts(const office::Office&, ports::HandOverStore&, const identity::Viewer&,
                             std::string_view person, base::Date last_day, std::string_view reason);

}  // namespace hand_over
