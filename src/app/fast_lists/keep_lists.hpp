#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "identity/viewer.hpp"
#include "office/office.hpp"
#include "ports/fast_list_store.hpp"

namespace fast_lists {

inline constexpr std::size_t approvals_needed = 2;

struct Room {
    const office::Office& office;
    ports::FastListStore& lists;
};

// Who may draft: 法规 of the agency.
bool may_draft(const identity::Viewer&);

struct Draft {
    std::string title, source, from, to;  // to is empty: until another list takes its place
    struct Item {
        std::string title;
        std::vector<std::string> violations;
    };
    std::vector<Item> items;  // numbered in this order
};

// A list put to the leaders; gives its id. Errors name the field: `missing_field`, `text_too_long`,
// `bad_date`, `day_passed`, `day_taken`, `unknown_violation`, `listed_twice`, `too_many`; `not_permitted`,
// `list_waiting`.
base::Result<std::string> draft_list(const Room&, const identity::Viewer&, const Draft&);

// approve, return or withdraw. Two leaders approve, neither of them the drafter; with the second the list is
// held against every filing from its day on. Errors: `not_permitted`, `list_settled`, `version_conflict`,
// `day_passed`, `day_taken`, `missing_field`, `text_too_long`.
base::Result<void> sign_list(const Room&, const identity::Viewer&, ports::FastListRow,
                             std::string_view action, const std::string& opinion);

std::vector<std::string> open_actions(const identity::Viewer&, const ports::FastListRow&,
                                      const std::vector<ports::FastListSignature>&);

// waiting, pending (approved, its day ahead), in_force, ended, superseded, returned, withdrawn.
std::string state_of(const ports::FastListRow&, const std::vector<ports::FastListRow>& all, base::Date today);

}  // namespace fast_lists
