#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "base/instant.hpp"
#include "base/result.hpp"
#include "base/value.hpp"
#include "identity/viewer.hpp"

namespace ports {

struct Draft {
    std::string case_no, act;
    base::Value body;  // {at?, by?, party?, data, paper} as typed so far; nothing in it is checked
    base::Instant saved_at;
};

// One draft per case, act type and person.
class DraftStore {
  public:
    virtual ~DraftStore() = default;
    virtual base::Result<void> put(const identity::Viewer&, const Draft&) = 0;
    virtual base::Result<std::optional<Draft>> find(const identity::Viewer&, std::string_view case_no,
                                                    std::string_view act) = 0;
    virtual base::Result<void> erase(const identity::Viewer&, std::string_view case_no,
                                     std::string_view act) = 0;
    virtual base::Result<std::vector<Draft>> of_case(const identity::Viewer&, std::string_view case_no) = 0;
};

}  // namespace ports
