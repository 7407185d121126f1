#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"
#include "base/result.hpp"
#include "base/value.hpp"
#include "identity/viewer.hpp"

namespace ports {

// A meeting of the leaders (负责人集体讨论) as it is kept: who may see it, and what is in it.
struct MeetingRow {
    std::string id;
    std::int64_t version = 0;  // grows with every change; saving under an old one is `version_conflict`
    std::string agency;
    base::Instant held_at;
    std::string status;               // prepared, open, closed
    std::vector<std::string> people;  // the members, the recorder, who prepared it: nobody else sees it
    base::Value body;
    base::Instant created_at, updated_at;
};

class MeetingStore {
  public:
    virtual ~MeetingStore() = default;
    virtual base::Result<void> create(const identity::Viewer&, const MeetingRow&) = 0;
    virtual base::Result<MeetingRow> load(const identity::Viewer&, std::string_view id) = 0;
    virtual base::Result<void> save(const identity::Viewer&, const MeetingRow&) = 0;
    virtual base::Result<std::vector<MeetingRow>> mine(const identity::Viewer&) = 0;  // latest first
};

}  // namespace ports
