#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "identity/viewer.hpp"

namespace ports {

struct FastListItem {
    std::int64_t no = 0;
    std::string title = {};
    std::vector<std::string> violations = {};  // ids
    friend bool operator==(const FastListItem&, const FastListItem&) = default;
};

// 简案快办适用事项清单 as an agency entered it.
struct FastListRow {
    std::string id = {}, agency = {}, title = {};
    std::string source = {};  // the paper it was adopted by
    base::Date from = {};
    std::optional<base::Date> to = {};
    std::vector<FastListItem> items = {};
    std::string status = "waiting";  // waiting approved returned withdrawn
    std::string drafted_by = {}, drafted_by_name = {};
    std::int64_t lock = 1;  // rises with every signature
    base::Instant created_at = {}, updated_at = {};
};

struct FastListSignature {
    int n = 1;
    std::string action = {};  // approve return withdraw
    std::string person = {}, person_name = {}, role = {}, opinion = {};
    std::string content_sm3 = {};
    base::Instant at = {};
};

class FastListStore {
  public:
    virtual ~FastListStore() = default;
    virtual base::Result<std::vector<FastListRow>> list(const identity::Viewer&) = 0;  // the newest first
    virtual base::Result<FastListRow> load(const identity::Viewer&, std::string_view id) = 0;
    virtual base::Result<std::vector<FastListSignature>> signatures(const identity::Viewer&,
                                                                    std::string_view id) = 0;
    // Errors: `not_permitted`, `list_waiting` while another one of the agency waits.
    virtual base::Result<void> create(const identity::Viewer&, const FastListRow&) = 0;
    // Under the lock it was read with, together with the signature that changes it. Errors:
    // `version_conflict`, `not_permitted`, `append_only`, `day_taken`.
    virtual base::Result<void> sign(const identity::Viewer&, const FastListRow&,
                                    const FastListSignature&) = 0;
    virtual base::Result<std::vector<FastListRow>> approved() = 0;  // of all agencies
};

}  // namespace ports
