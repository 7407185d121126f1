#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "ports/case_store.hpp"

namespace ports {

// A case as it lies in the store, for work on all of them.
struct StoredCase {
    CaseRecord record;  // its acts are empty when one cannot be read
    Projection shown;
    int proposals_waiting = 0;
    std::string unreadable = {};  // why
};

struct BatchOf {
    enum class Which { open, closed_since, all };
    Which which = Which::open;
    base::Date since = {};   // with closed_since: the day of the last act
    std::string after = {};  // number of the last case of the batch before
    int cases_max = 500;
};

// Many cases at a time, of every agency, in the order of their numbers. Nothing of it is shown to anybody.
class CaseBatches {
  public:
    virtual ~CaseBatches() = default;
    virtual base::Result<std::vector<StoredCase>> next(const BatchOf&) = 0;
};

}  // namespace ports
