#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "acts/draft_parts.hpp"
#include "cases/load_case.hpp"
#include "identity/viewer.hpp"
#include "office/office.hpp"
#include "ports/draft_store.hpp"
#include "procedure/table.hpp"

namespace acts {

struct ActReference {
    int n = 0;
    std::string act, title, summary;
    base::Instant at;
};

// Everything the form of one act is drawn from.
struct Form {
    const procedure::ActType* type = nullptr;
    std::int64_t version = 0;
    base::Value values, paper_values;
    std::vector<std::string> by;  // people proposed
    std::optional<ports::Draft> draft;
    std::string returned_reason;
    std::vector<casefile::Staff> colleagues, approvers;
    std::map<std::string, std::vector<ActReference>> references;  // field path → acts it may point at
    std::vector<ports::Evidence> evidence;
    base::Value finding;
    DraftedParts drafted;
    std::optional<procedure::Refusal> refusal;
};

base::Result<Form> form_of_act(const office::Office&, const identity::Viewer&, std::string_view case_no,
                               std::string_view act);

}  // namespace acts
