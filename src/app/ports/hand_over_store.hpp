#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "identity/viewer.hpp"
#include "ports/proposal_store.hpp"

namespace ports {

struct HeldCase {
    std::string no, cause, party, state_label, node;
    std::optional<base::Date> next_due = {};
    std::vector<std::string> handlers, handler_names;
    int tasks = 0;  // that can be done now
};

struct HeldProposal {
    std::string id, case_no, title, author, author_name, status, waiting_person;
};

struct HeldPost {
    std::string node, node_name;
    std::vector<std::string> roles;
    base::Date from;
    std::optional<base::Date> until;
};

// What hangs on one person of the viewer's agency.
class HandOverStore {
  public:
    virtual ~HandOverStore() = default;
    virtual base::Result<std::vector<HeldCase>> cases(const identity::Viewer&, std::string_view person) = 0;
    virtual base::Result<std::vector<HeldProposal>> proposals(const identity::Viewer&,
                                                              std::string_view person) = 0;
    // `not_found` when the person never held a post in the agency.
    struct Posts {
        std::string name;
        std::vector<HeldPost> posts;
    };
    virtual base::Result<Posts> posts(const identity::Viewer&, std::string_view person) = 0;
    virtual base::Result<void> give(const identity::Viewer&, const Proposal&) = 0;
    virtual base::Result<void> end_posts(const identity::Viewer&, std::string_view person,
                                         base::Date last_day, std::string_view reason) = 0;
};

}  // namespace ports
