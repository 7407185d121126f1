#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "identity/viewer.hpp"

namespace ports {

// A written grant (书面授权): `person` exercises what `principal` may do as `role`, on the days named.
struct Delegation {
    std::string id, agency;
    std::string principal, principal_name;
    std::string person, person_name;
    std::string role;
    base::Date from, until;
    std::string paper;        // number of the written grant
    std::string reason = {};  // why the principal is absent
    std::string recorded_by = {}, recorded_by_name = {};
    base::Instant recorded_at = {};
    std::optional<base::Instant> ended_at = {};
    std::string ended_by = {}, ended_by_name = {}, end_reason = {};

    bool in_force_on(base::Date day) const { return !ended_at && from <= day && day <= until; }
};

class DelegationStore {
  public:
    virtual ~DelegationStore() = default;
    virtual base::Result<std::vector<Delegation>> list(const identity::Viewer&) = 0;  // the newest first
    virtual base::Result<Delegation> load(const identity::Viewer&, std::string_view id) = 0;  // `not_found`
    virtual base::Result<void> create(const identity::Viewer&, const Delegation&) = 0;
    virtual base::Result<void> end(const identity::Viewer&, const Delegation&) = 0;  // `append_only`: ended
};

}  // namespace ports
